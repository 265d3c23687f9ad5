package io.handsel.deals;

import io.handsel.audit.AuditTrail;
import io.handsel.forms.Attachment;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.tasklist.CaseFiles;
import io.handsel.tasklist.CaseFiles.FileContent;
import io.handsel.tasklist.CaseFiles.StoredFile;
import io.handsel.tasklist.DeskOutcome.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files by which a partner shows that a deal is real, kept with the deal's case: reviewers find them beside the task.
 * Of the case's files a partner sees what its own people sent, and nothing of what the vendor's have put to it.
 */
@Service
@Transactional
public class DealEvidence {

    private final OwnDeals own;
    private final CaseFiles files;
    private final People people;
    private final AuditTrail audit;

    DealEvidence(OwnDeals own, CaseFiles files, People people, AuditTrail audit) {
        this.own = own;
        this.files = files;
        this.people = people;
        this.audit = audit;
    }

    /** What {@link #keep} would not keep, by what the files really are; empty if it would keep them all. */
    @Transactional(readOnly = true)
    public Optional<Refused> refusal(Map<String, List<Attachment>> sent) {
        return files.refusal(sent);
    }

    /**
     * Keeps files that were found in order.
     *
     * @throws DealNotFound if the actor is somebody of a partner and the deal none of theirs
     */
    public void keep(Actor actor, DealId id, Map<String, List<Attachment>> sent) {
        if (actor.isPartner()) {
            own.get(actor, id);
        }
        sent.forEach((field, all) -> all.forEach(file -> {
            if (files.keep(id.toString(), field, file, actor) instanceof Refused) {
                throw new IllegalStateException("A file that cannot be kept was not asked about: " + file.fileName());
            }
        }));
        if (!sent.isEmpty()) {
            var names = sent.values().stream()
                    .flatMap(List::stream)
                    .map(Attachment::fileName)
                    .collect(Collectors.joining(", "));
            audit.record(Deal.reference(id), actor, "evidence-added", Map.of("files", names));
        }
    }

    /**
     * What the partner's people have sent, oldest first.
     *
     * @throws DealNotFound if the actor's partner has no such deal
     */
    @Transactional(readOnly = true)
    public List<StoredFile> of(Actor actor, DealId id) {
        var senders = colleagues(actor, id);
        return files.files(id.toString()).stream()
                .filter(file -> senders.contains(file.author()))
                .toList();
    }

    /** @throws DealNotFound if the actor's partner has no such deal */
    @Transactional(readOnly = true)
    public Optional<FileContent> open(Actor actor, DealId id, UUID file) {
        var senders = colleagues(actor, id);
        return files.open(id.toString(), file)
                .filter(content -> senders.contains(content.file().author()));
    }

    private Set<PersonId> colleagues(Actor actor, DealId id) {
        var partner = own.get(actor, id).partner();
        return people.ofOrganisation(partner.organisation()).stream()
                .map(PersonView::id)
                .collect(Collectors.toSet());
    }
}

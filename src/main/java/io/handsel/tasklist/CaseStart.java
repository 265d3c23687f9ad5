package io.handsel.tasklist;

import io.handsel.engine.BusinessKey;
import io.handsel.engine.Facts;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.StartableProcess;
import io.handsel.engine.StartableProcesses;
import io.handsel.forms.Attachment;
import io.handsel.forms.FormValues;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import io.handsel.tasklist.DeskOutcome.Done;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins cases of processes that no Java knows: whoever the model names fills in its start form. */
@Service
@Transactional
public class CaseStart {

    private static final String START = "start";

    private final StartableProcesses processes;
    private final CaseAnswers answers;
    private final CaseFiles files;

    CaseStart(StartableProcesses processes, CaseAnswers answers, CaseFiles files) {
        this.processes = processes;
        this.answers = answers;
        this.files = files;
    }

    /** What this person may begin, by name. */
    @Transactional(readOnly = true)
    public List<StartableProcess> offeredTo(Actor actor) {
        return processes.forGroups(groups(actor));
    }

    @Transactional(readOnly = true)
    public Optional<StartableProcess> find(Actor actor, String process) {
        return processes.find(ProcessKey.of(process), groups(actor));
    }

    /** Begins a case with these answers, if every file can be kept. */
    public DeskOutcome begin(
            Actor actor, StartableProcess process, FormValues given, Map<String, List<Attachment>> attached) {
        var refusal = files.refusal(attached);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var key = BusinessKey.of(UUID.randomUUID());
        answers.keep(key.key(), process.process().key(), START, given, actor);
        attached.forEach((field, sent) -> sent.forEach(file -> files.keep(key.key(), field, file, actor)));
        processes.start(process.process(), key, CaseAnswers.facts(Facts.none(), given));
        return new Done();
    }

    private static List<String> groups(Actor actor) {
        return actor.roles().stream().map(Role::group).toList();
    }
}

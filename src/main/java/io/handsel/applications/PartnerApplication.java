package io.handsel.applications;

import io.handsel.audit.CaseReference;
import io.handsel.partner.PartnerId;
import io.handsel.recruitment.CandidateId;
import io.handsel.security.PersonId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A company that wants to become a partner, until a person has said yes or no. */
@Entity
@Table(name = "partner_application")
public class PartnerApplication {

    @Transient
    private final List<Object> news = new ArrayList<>();

    @EmbeddedId
    @AttributeOverride(name = "id", column = @Column(name = "id"))
    private ApplicationId id;

    @Version
    private @Nullable Long version;

    @Column(name = "application_number")
    private String number;

    @Enumerated(EnumType.STRING)
    private ApplicationStatus status;

    @Embedded
    private Applicant applicant;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "candidate_id"))
    private @Nullable CandidateId candidate;

    private Instant appliedAt;
    private boolean mayBePartner;
    private @Nullable Instant answerDue;
    private @Nullable Instant askedAt;
    private @Nullable String question;
    private @Nullable Instant questionDue;
    private @Nullable String answer;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "reviewed_by"))
    private @Nullable PersonId reviewedBy;

    private @Nullable Instant reviewedAt;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "decided_by"))
    private @Nullable PersonId decidedBy;

    private @Nullable Instant decidedAt;
    private @Nullable String decisionNote;
    private @Nullable String decisionText;

    @Enumerated(EnumType.STRING)
    private @Nullable RejectionGround rejection;

    private @Nullable LocalDate reapplyFrom;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "partner_id"))
    private @Nullable PartnerId partner;

    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway.Init")
    protected PartnerApplication() {}

    PartnerApplication(String number, Applicant applicant, @Nullable CandidateId candidate, Instant at) {
        this.id = ApplicationId.create();
        this.number = number;
        this.status = ApplicationStatus.RECEIVED;
        this.applicant = applicant;
        this.candidate = candidate;
        this.appliedAt = at;
        news.add(new ApplicationReceived(id));
    }

    /** @param alike whether there may be such a partner, or such an application, already */
    void noteDuplicates(boolean alike) {
        mayBePartner = alike;
    }

    void askForReview(Instant due) {
        if (status != ApplicationStatus.IN_REVIEW) {
            become(ApplicationStatus.IN_REVIEW);
        }
        answerDue = due;
        questionDue = null;
    }

    /** The reviewer needs more; {@code text} is what the applicant reads. */
    void ask(String text, Instant at) {
        become(ApplicationStatus.QUESTION_ASKED);
        question = text;
        answer = null;
        askedAt = at;
        answerDue = null;
    }

    void waitForAnswerUntil(Instant due) {
        questionDue = due;
    }

    /** The applicant answers, and the checks begin again. */
    void answer(String text) {
        become(ApplicationStatus.RECEIVED);
        answer = text;
        questionDue = null;
        news.add(new ApplicationAnswered(id));
    }

    /** A first person is for it. */
    void recommend(PersonId by, @Nullable String note, Instant at) {
        become(ApplicationStatus.SECOND_REVIEW);
        reviewedBy = by;
        reviewedAt = at;
        decisionNote = note;
        answerDue = null;
    }

    void askForSecondReview(Instant due) {
        answerDue = due;
    }

    /** The second person wants the first one to look again. */
    void giveBack(@Nullable String note) {
        become(ApplicationStatus.IN_REVIEW);
        reviewedBy = null;
        reviewedAt = null;
        decisionNote = note;
        answerDue = null;
    }

    void approve(PersonId by, @Nullable String note, PartnerId registered, PersonId administrator, Instant at) {
        if (by.equals(reviewedBy)) {
            throw new IllegalStateException("The second pair of eyes is the first one's: " + id);
        }
        become(ApplicationStatus.APPROVED);
        decidedBy = by;
        decidedAt = at;
        decisionNote = note == null ? decisionNote : note;
        partner = registered;
        close(at);
        news.add(new ApplicationApproved(id, registered, administrator, candidate));
    }

    void reject(PersonId by, RejectionGround ground, String text, @Nullable String note, LocalDate again, Instant at) {
        become(ApplicationStatus.REJECTED);
        decidedBy = by;
        decidedAt = at;
        rejection = ground;
        decisionText = text;
        decisionNote = note == null ? decisionNote : note;
        reapplyFrom = again;
        close(at);
    }

    void withdraw(Instant at) {
        become(ApplicationStatus.WITHDRAWN);
        close(at);
        news.add(new ApplicationWithdrawn(id));
    }

    private void close(Instant at) {
        closedAt = at;
        answerDue = null;
        questionDue = null;
    }

    private void become(ApplicationStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("An application that is " + status + " cannot become " + next + ": " + id);
        }
        status = next;
    }

    /** The news since it was last kept, handed out once. */
    Collection<Object> takeNews() {
        var taken = List.copyOf(news);
        news.clear();
        return taken;
    }

    ApplicationId id() {
        return id;
    }

    ApplicationStatus status() {
        return status;
    }

    boolean is(ApplicationStatus... any) {
        return Arrays.asList(any).contains(status);
    }

    String number() {
        return number;
    }

    Applicant applicant() {
        return applicant;
    }

    Instant appliedAt() {
        return appliedAt;
    }

    boolean mayBePartner() {
        return mayBePartner;
    }

    /** Who it is whom we know has shown later. */
    void isOf(CandidateId known) {
        candidate = known;
    }

    Optional<CandidateId> candidate() {
        return Optional.ofNullable(candidate);
    }

    Optional<Instant> answerDue() {
        return Optional.ofNullable(answerDue);
    }

    Optional<Instant> questionDue() {
        return Optional.ofNullable(questionDue);
    }

    Optional<String> question() {
        return Optional.ofNullable(question);
    }

    Optional<PersonId> reviewedBy() {
        return Optional.ofNullable(reviewedBy);
    }

    Optional<PersonId> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    Optional<RejectionGround> rejection() {
        return Optional.ofNullable(rejection);
    }

    Optional<LocalDate> reapplyFrom() {
        return Optional.ofNullable(reapplyFrom);
    }

    Optional<String> decisionText() {
        return Optional.ofNullable(decisionText);
    }

    Optional<PartnerId> partner() {
        return Optional.ofNullable(partner);
    }

    CaseReference reference() {
        return new CaseReference("application", id.id());
    }

    /** Everything the applicant has said, and how it stands. */
    ApplicationDetails details() {
        return new ApplicationDetails(
                id,
                number,
                status,
                applicant.businessName(),
                applicant.street(),
                applicant.postcode(),
                applicant.city(),
                applicant.country(),
                applicant.telephone(),
                applicant.contactName(),
                applicant.contactEmail(),
                applicant.contactTelephone(),
                applicant.domain(),
                applicant.nameServers(),
                applicant.products().stream().sorted().toList(),
                applicant.partnerType(),
                applicant.serviceLevel(),
                applicant.companySize(),
                applicant.certificates(),
                applicant.vat(),
                applicant.duns(),
                appliedAt,
                mayBePartner,
                answerDue,
                question,
                questionDue,
                answer,
                reviewedBy,
                decidedAt,
                decisionNote,
                decisionText,
                rejection,
                reapplyFrom,
                partner,
                closedAt);
    }
}

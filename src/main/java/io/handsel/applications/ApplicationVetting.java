package io.handsel.applications;

import io.handsel.applications.VettingOutcome.Done;
import io.handsel.applications.VettingOutcome.Refused;
import io.handsel.audit.AuditTrail;
import io.handsel.security.Actor;
import io.handsel.security.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How an application is decided: checked by machines, approved or rejected by people only (Programme guide §3). What an
 * approval brings with it happens in its transaction, or nothing does.
 */
@Service
@Transactional
public class ApplicationVetting {

    private static final int LONGEST_TEXT = 2000;

    private final Applications applications;
    private final ApplicationNews news;
    private final ApplicationTables tables;
    private final ApplicationTerritories territories;
    private final ApplicationDeciders deciders;
    private final ApplicationDuplicates duplicates;
    private final ApplicationDomains domains;
    private final PartnerAdmission admission;
    private final InvitedApplicants invited;
    private final AuditTrail audit;
    private final Clock clock;

    ApplicationVetting(
            Applications applications,
            ApplicationNews news,
            ApplicationTables tables,
            ApplicationTerritories territories,
            ApplicationDeciders deciders,
            ApplicationDuplicates duplicates,
            ApplicationDomains domains,
            PartnerAdmission admission,
            InvitedApplicants invited,
            AuditTrail audit,
            Clock clock) {
        this.applications = applications;
        this.news = news;
        this.tables = tables;
        this.territories = territories;
        this.deciders = deciders;
        this.duplicates = duplicates;
        this.domains = domains;
        this.admission = admission;
        this.invited = invited;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return whether there may be such a partner, or such an application, already */
    public boolean findDuplicates(ApplicationId id) {
        var application = load(id);
        var alike = duplicates.find(application);
        application.noteDuplicates(alike);
        return alike;
    }

    /** From now on the domain is asked about, by a process of its own. */
    public void beginDomainProof(ApplicationId id) {
        domains.begin(load(id));
    }

    /** Sets who decides, and the clock of the answer. */
    public ReviewPlan planReview(ApplicationId id) {
        var application = load(id);
        var rules = tables.vetting(application);
        var plan = plan(application, rules, rules.answerDays(), deciders.reviewer(application));
        application.askForReview(plan.answerDue());
        return plan;
    }

    public ReviewPlan planSecondReview(ApplicationId id) {
        var application = load(id);
        var rules = tables.vetting(application);
        var plan = plan(application, rules, rules.secondDays(), deciders.second(application));
        application.askForSecondReview(plan.answerDue());
        return plan;
    }

    /** Until when the applicant is to answer; afterwards the reviewer goes on without. */
    public Instant planQuestion(ApplicationId id) {
        var application = load(id);
        var until = territories
                .calendar(application)
                .plusDays(now(), tables.vetting(application).questionDays());
        application.waitForAnswerUntil(until);
        return until;
    }

    /** A manager's or director's verdict; with it the partner begins, where nobody else has to agree. */
    public VettingOutcome decide(Actor actor, ApplicationId id, VettingVerdict verdict) {
        var application = load(id);
        var refused = refusal(actor, application, verdict);
        if (refused.isPresent()) {
            return refused.get();
        }
        switch (verdict.choice()) {
            case APPROVE -> {
                if (needsSecond(application)) {
                    application.recommend(actor.person(), verdict.note(), now());
                    audit.record(application.reference(), actor, "recommended", details(verdict));
                } else if (!approve(actor, application, verdict)) {
                    return new Refused(ApplicationRefusal.POSSIBLE_DUPLICATE, "anotherCompany");
                }
            }
            case REJECT -> reject(actor, application, verdict);
            case ASK -> {
                application.ask(String.valueOf(verdict.text()), now());
                audit.record(application.reference(), actor, "asked", details(verdict));
            }
            case GIVE_BACK -> {
                application.giveBack(verdict.note());
                audit.record(application.reference(), actor, "given-back", details(verdict));
            }
        }
        news.keep(application);
        if (!application.status().isRunning()) {
            domains.drop(application);
        }
        return new Done(application.status());
    }

    /** What {@link #decide} would refuse; empty if it would do it. */
    @Transactional(readOnly = true)
    public Optional<Refused> foresee(Actor actor, ApplicationId id, VettingVerdict verdict) {
        return refusal(actor, load(id), verdict);
    }

    /** Who may never decide about this application as it stands. */
    @Transactional(readOnly = true)
    public Set<PersonId> excludedDeciders(ApplicationId id) {
        return deciders.excluded(load(id));
    }

    /** @return false where somebody was faster with another application of the same domain */
    private boolean approve(Actor actor, PartnerApplication application, VettingVerdict verdict) {
        if (!verdict.anotherCompany() && !duplicates.claimDomain(application)) {
            return false;
        }
        var admitted = admission.admit(actor, application);
        application.approve(actor.person(), verdict.note(), admitted.partner(), admitted.administrator(), now());
        application.candidate().ifPresent(invited::approved);
        audit.record(application.reference(), actor, "approved", details(verdict));
        return true;
    }

    private void reject(Actor actor, PartnerApplication application, VettingVerdict verdict) {
        var ground = verdict.ground() == null ? RejectionGround.OTHER : verdict.ground();
        var again = LocalDate.ofInstant(now(), territories.calendar(application).zone())
                .plusDays(tables.daysUntilAgain(ground));
        application.reject(actor.person(), ground, String.valueOf(verdict.text()), verdict.note(), again, now());
        application.candidate().ifPresent(invited::rejected);
        audit.record(application.reference(), actor, "rejected", details(verdict));
    }

    private boolean needsSecond(PartnerApplication application) {
        return application.is(ApplicationStatus.IN_REVIEW)
                && tables.vetting(application).second();
    }

    private Optional<Refused> refusal(Actor actor, PartnerApplication application, VettingVerdict verdict) {
        var first = application.is(ApplicationStatus.IN_REVIEW);
        if (!first && !application.is(ApplicationStatus.SECOND_REVIEW)
                || first && verdict.choice() == VettingVerdict.Choice.GIVE_BACK
                || !first && verdict.choice() == VettingVerdict.Choice.ASK) {
            return Optional.of(Refused.because(ApplicationRefusal.NOT_IN_THIS_STATE));
        }
        // Never by a machine alone: whoever approves or rejects is a person with the role, and the database says so
        // too.
        if (!deciders.mayDecide(actor, application)) {
            return Optional.of(Refused.because(ApplicationRefusal.NOT_YOURS_TO_DECIDE));
        }
        return wrongText(verdict)
                .or(() -> verdict.choice() == VettingVerdict.Choice.APPROVE
                        ? approvalRefusal(application, verdict)
                        : Optional.empty());
    }

    private Optional<Refused> approvalRefusal(PartnerApplication application, VettingVerdict verdict) {
        if (!verdict.anotherCompany() && duplicates.isPartner(application)) {
            return Optional.of(new Refused(ApplicationRefusal.POSSIBLE_DUPLICATE, "anotherCompany"));
        }
        if (domains.standing(application).effect() == DomainStanding.Effect.BLOCK) {
            return Optional.of(Refused.because(ApplicationRefusal.DOMAIN_BLOCKS));
        }
        return admission.obstacle(application);
    }

    private static Optional<Refused> wrongText(VettingVerdict verdict) {
        var toApplicant =
                verdict.choice() == VettingVerdict.Choice.REJECT || verdict.choice() == VettingVerdict.Choice.ASK;
        if (toApplicant && verdict.text() == null) {
            return Optional.of(new Refused(ApplicationRefusal.FIELD_MISSING, "text"));
        }
        if (verdict.choice() == VettingVerdict.Choice.REJECT && verdict.ground() == null) {
            return Optional.of(new Refused(ApplicationRefusal.FIELD_MISSING, "ground"));
        }
        return tooLong(verdict.text(), "text").or(() -> tooLong(verdict.note(), "note"));
    }

    private static Optional<Refused> tooLong(@Nullable String text, String field) {
        return text != null && text.length() > LONGEST_TEXT
                ? Optional.of(new Refused(ApplicationRefusal.FIELD_TOO_LONG, field))
                : Optional.empty();
    }

    private ReviewPlan plan(PartnerApplication application, VettingRules rules, int days, @Nullable PersonId decider) {
        var calendar = territories.calendar(application);
        var due = calendar.plusDays(now(), days);
        var reminder = calendar.plus(now(), calendar.between(now(), due).percent(rules.remindAtPercent()));
        return new ReviewPlan(decider, reminder, due);
    }

    private static Map<String, String> details(VettingVerdict verdict) {
        Map<String, String> details = new LinkedHashMap<>();
        if (verdict.ground() != null) {
            details.put("ground", verdict.ground().name());
        }
        if (verdict.text() != null) {
            details.put("text", verdict.text());
        }
        if (verdict.note() != null) {
            details.put("note", verdict.note());
        }
        if (verdict.anotherCompany()) {
            details.put("anotherCompany", "true");
        }
        return details;
    }

    private Instant now() {
        return clock.instant();
    }

    private PartnerApplication load(ApplicationId id) {
        return applications.findById(id).orElseThrow(() -> ApplicationNotFound.of(id));
    }
}

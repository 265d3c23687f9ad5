package io.handsel.deals.process;

import io.handsel.deals.DealId;
import io.handsel.deals.DealNotice;
import io.handsel.deals.DecisionRoute;
import io.handsel.deals.ProtectionStep;
import io.handsel.deals.RejectionReason;
import io.handsel.deals.SilenceMeans;
import io.handsel.deals.SubjectOfReview;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.ProcessVariable;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The variables the deal processes share; which process has which, its contract says. */
final class DealVariables {

    static final ProcessVariable<String> PROGRAM = ProcessVariable.ofText("program");
    static final ProcessVariable<SubjectOfReview> SUBJECT =
            ProcessVariable.ofEnum("subjectOfReview", SubjectOfReview.class);
    static final ProcessVariable<String> ANSWERS = ProcessVariable.ofText("answers");
    static final ProcessVariable<Long> VALUE_IN_EUROS = ProcessVariable.ofInteger("valueInEuros");
    static final ProcessVariable<String> DESIGNATION = ProcessVariable.ofText("designation");
    static final ProcessVariable<String> OVERLAP = ProcessVariable.ofText("overlap");
    static final ProcessVariable<Boolean> IN_TERRITORY = ProcessVariable.ofBoolean("inTerritory");
    static final ProcessVariable<String> TIER = ProcessVariable.ofText("tier");
    static final ProcessVariable<String> PRODUCTS = ProcessVariable.ofText("products");
    static final ProcessVariable<Long> EVIDENCE = ProcessVariable.ofInteger("evidence");
    static final ProcessVariable<Boolean> REQUEST_FOR_PROPOSALS = ProcessVariable.ofBoolean("requestForProposals");
    static final ProcessVariable<DecisionRoute> ROUTE = ProcessVariable.ofEnum("route", DecisionRoute.class);
    static final ProcessVariable<RejectionReason> REJECTION_REASON =
            ProcessVariable.ofEnum("rejectionReason", RejectionReason.class);
    static final ProcessVariable<Boolean> APPROVED = ProcessVariable.ofBoolean("approved");
    static final ProcessVariable<Boolean> LAPSED = ProcessVariable.ofBoolean("lapsed");
    static final ProcessVariable<String> CLOSING = ProcessVariable.ofText("closing");
    static final ProcessVariable<DealNotice> NOTICE = ProcessVariable.ofEnum("notice", DealNotice.class);
    static final ProcessVariable<String> RECIPIENT = ProcessVariable.ofText("recipient");
    static final ProcessVariable<String> REVIEWER = ProcessVariable.ofText("reviewer");
    static final ProcessVariable<Instant> REMINDER_DUE = ProcessVariable.ofInstant("reminderDue");
    static final ProcessVariable<Instant> ANSWER_DUE = ProcessVariable.ofInstant("answerDue");
    static final ProcessVariable<Instant> SILENCE_DUE = ProcessVariable.ofInstant("silenceDue");
    static final ProcessVariable<SilenceMeans> SILENCE = ProcessVariable.ofEnum("silence", SilenceMeans.class);
    static final ProcessVariable<Boolean> INFORMATION_MISSING = ProcessVariable.ofBoolean("informationMissing");
    static final ProcessVariable<Boolean> ANSWERED = ProcessVariable.ofBoolean("answered");
    static final ProcessVariable<Instant> HIGHER_ANSWER_DUE = ProcessVariable.ofInstant("higherAnswerDue");
    static final ProcessVariable<Boolean> DIRECTOR_APPROVES = ProcessVariable.ofBoolean("directorApproves");
    static final ProcessVariable<Boolean> FINANCE_APPROVES = ProcessVariable.ofBoolean("financeApproves");
    static final ProcessVariable<Instant> PLACE_KEPT_UNTIL = ProcessVariable.ofInstant("placeKeptUntil");
    static final ProcessVariable<Instant> GIVEN_UP_AT = ProcessVariable.ofInstant("givenUpAt");
    static final ProcessVariable<Instant> NEXT_DATE = ProcessVariable.ofInstant("nextDate");
    static final ProcessVariable<ProtectionStep> NEXT_STEP = ProcessVariable.ofEnum("nextStep", ProtectionStep.class);

    private DealVariables() {}

    static DealId dealOf(DelegateExecution execution) {
        return DealId.parse(BusinessKey.of(execution).key());
    }
}

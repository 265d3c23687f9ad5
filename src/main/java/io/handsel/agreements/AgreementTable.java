package io.handsel.agreements;

import io.handsel.engine.Decision;
import io.handsel.engine.DecisionKey;
import io.handsel.engine.Decisions;
import io.handsel.engine.Facts;
import io.handsel.partner.PartnerView;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which template fits, and by which clock it is signed, from the table in {@code processes/agreements}. */
@Component
class AgreementTable {

    static final DecisionKey TEMPLATE = DecisionKey.of("agreement-template");

    private final Decisions decisions;

    AgreementTable(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Empty where no row fits. */
    Optional<Row> row(PartnerView partner) {
        return decisions
                .find(TEMPLATE, Facts.of("partnerType", partner.type().name()).and("region", partner.region()))
                .map(Row::of);
    }

    /**
     * A row of the table.
     *
     * @param firstReminder after which the signer is reminded, and once more
     * @param escalation after which the manager hears of it
     * @param counterReminder after which whoever signs for the vendor is reminded
     * @param counterEscalation after which the director hears of it
     */
    record Row(
            String template,
            boolean counterSignature,
            Duration firstReminder,
            Duration secondReminder,
            Duration escalation,
            Duration counterReminder,
            Duration counterEscalation) {

        private static Row of(Decision row) {
            return new Row(
                    row.text("template"),
                    row.flag("counterSignature"),
                    row.days("firstReminderDays"),
                    row.days("secondReminderDays"),
                    row.days("escalationDays"),
                    row.days("counterReminderDays"),
                    row.days("counterEscalationDays"));
        }
    }
}

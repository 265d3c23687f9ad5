package io.handsel.recruitment;

import io.handsel.engine.DecisionKey;
import io.handsel.engine.Decisions;
import io.handsel.engine.Facts;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which mails go out when: the table {@code outreach-schedule}, Programme guide §2. */
@Component
class OutreachSchedule {

    static final DecisionKey TABLE = DecisionKey.of("outreach-schedule");

    private final Decisions decisions;

    OutreachSchedule(Decisions decisions) {
        this.decisions = decisions;
    }

    enum Mail {
        FIRST,
        SECOND,
        LAST
    }

    /** @param after counted from the beginning of the outreach */
    record Step(Duration after, Mail mail) {}

    /** Empty where the mail before was the last one. */
    Optional<Step> find(int step) {
        return decisions
                .find(TABLE, Facts.of("step", step))
                .map(row -> new Step(row.days("day"), row.choice("mail", Mail.class)));
    }
}

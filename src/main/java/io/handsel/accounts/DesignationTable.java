package io.handsel.accounts;

import io.handsel.engine.DecisionKey;
import io.handsel.engine.Decisions;
import io.handsel.engine.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who sells at an account nobody has laid anything down for: the table {@code account-designation}, Programme guide §5.2. */
@Component
class DesignationTable {

    static final DecisionKey TABLE = DecisionKey.of("account-designation");

    private final Decisions decisions;

    DesignationTable(Decisions decisions) {
        this.decisions = decisions;
    }

    Word about(AccountProfile profile, @Nullable String country) {
        var row = decisions.one(
                TABLE,
                Facts.of("segment", profile.segment())
                        .and("employees", profile.employees())
                        .and("country", country)
                        .and("industry", profile.industry())
                        .and("existingCustomer", profile.existingCustomer()));
        return new Word(
                row.choice("designation", Designation.class),
                row.findText("partner").filter(name -> !name.isBlank()).orElse(null),
                row.findText("reason").filter(text -> !text.isBlank()).orElse(null),
                row.findText("helpPaid").filter(text -> !text.isBlank()).orElse(null),
                row.findInteger("reviewAfterDays").orElse(null),
                row.integer("noticeDays"));
    }

    /** Which state of the table is in force. */
    String version() {
        return decisions.version(TABLE);
    }

    /**
     * @param partner the name of the partner an assigned account is given to
     * @param reviewAfterDays null where nobody needs to look at it again
     * @param noticeDays how long before it takes effect partners are told
     */
    record Word(
            Designation designation,
            @Nullable String partner,
            @Nullable String reason,
            @Nullable String helpPaid,
            @Nullable Long reviewAfterDays,
            long noticeDays) {}
}

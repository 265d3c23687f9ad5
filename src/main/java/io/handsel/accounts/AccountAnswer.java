package io.handsel.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a partner learns about a customer. Never who else wants it, what for, for how much, or how many they are: there
 * is no field that could carry it.
 *
 * @param until when the claim ends, or when to ask again
 * @param colleague the name of the asker's own colleague who has the customer
 * @param since since when the colleague has it
 * @param claim the colleague's claim, to ask for it
 * @param note what the vendor pays for help at a house account
 * @param severalParts whether the customer has several parts, so that it matters which one is meant
 */
public record AccountAnswer(
        AccountVerdict verdict,
        @Nullable Instant until,
        @Nullable String colleague,
        @Nullable Instant since,
        @Nullable ClaimId claim,
        @Nullable String note,
        boolean severalParts) {

    static AccountAnswer of(AccountVerdict verdict) {
        return new AccountAnswer(verdict, null, null, null, null, null, false);
    }

    static AccountAnswer until(AccountVerdict verdict, Instant until) {
        return new AccountAnswer(verdict, until, null, null, null, null, false);
    }

    static AccountAnswer house(@Nullable String helpPaid) {
        return new AccountAnswer(AccountVerdict.HOUSE, null, null, null, null, helpPaid, false);
    }

    static AccountAnswer colleague(String name, ClaimView claim) {
        return new AccountAnswer(AccountVerdict.COLLEAGUE, null, name, claim.from(), claim.id(), null, false);
    }

    AccountAnswer withParts(boolean several) {
        return new AccountAnswer(verdict, until, colleague, since, claim, note, several);
    }
}

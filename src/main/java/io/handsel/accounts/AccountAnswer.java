package io.handsel.accounts;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a partner learns about a customer. Never who else wants it, what for, for how much, or how many they are: there
 * is no field that could carry it.
 *
 * @param until when the claim ends, or when to ask again
 * @param colleague the name of the asker's own colleague who has the customer
 * @param since since when the colleague has it
 * @param claim the colleague's claim, to ask for it; null where it belongs to a location that is not the asker's
 * @param note what the vendor pays for help at a house account
 * @param severalParts whether the customer has several parts, so that it matters which one is meant
 * @param pause how long the asker has to wait before the next question, where many have been asked
 */
public record AccountAnswer(
        AccountVerdict verdict,
        @Nullable Instant until,
        @Nullable String colleague,
        @Nullable Instant since,
        @Nullable ClaimId claim,
        @Nullable String note,
        boolean severalParts,
        @Nullable Duration pause) {

    static AccountAnswer of(AccountVerdict verdict) {
        return new AccountAnswer(verdict, null, null, null, null, null, false, null);
    }

    static AccountAnswer until(AccountVerdict verdict, Instant until) {
        return new AccountAnswer(verdict, until, null, null, null, null, false, null);
    }

    /** No answer, and for how long there is none. */
    static AccountAnswer refused(AccountVerdict verdict, @Nullable Instant until, Instant now) {
        var pause = until != null && verdict == AccountVerdict.SLOW_DOWN ? Duration.between(now, until) : null;
        return new AccountAnswer(verdict, until, null, null, null, null, false, pause);
    }

    static AccountAnswer house(@Nullable String helpPaid) {
        return new AccountAnswer(AccountVerdict.HOUSE, null, null, null, null, helpPaid, false, null);
    }

    static AccountAnswer colleague(String name, ClaimView claim, boolean mayBeAskedFor) {
        return new AccountAnswer(
                AccountVerdict.COLLEAGUE,
                null,
                name,
                claim.from(),
                mayBeAskedFor ? claim.id() : null,
                null,
                false,
                null);
    }

    AccountAnswer withParts(boolean several) {
        return new AccountAnswer(verdict, until, colleague, since, claim, note, several, pause);
    }

    /** The same answer to somebody who has to wait before the next. */
    AccountAnswer beforeNext(Duration next) {
        return next.isZero()
                ? this
                : new AccountAnswer(verdict, until, colleague, since, claim, note, severalParts, next);
    }

    /** The seconds to wait, begun ones too; null where nobody has to. */
    public @Nullable Long waitSeconds() {
        return pause == null ? null : pause.plusNanos(999_999_999).toSeconds();
    }
}

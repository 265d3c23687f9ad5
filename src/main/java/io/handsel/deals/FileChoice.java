package io.handsel.deals;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The customer has chosen in writing.
 *
 * @param contactName who signed
 * @param chosenOn the date on the letter
 */
public record FileChoice(
        String contactName,
        @Nullable String contactRole,
        LocalDate chosenOn,
        @Nullable String remark) {}

package io.handsel.agreements;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list.
 *
 * @param next where the next page begins; null on the last one
 */
public record AgreementPage(
        List<AgreementRow> agreements, @Nullable String next) {

    public AgreementPage {
        agreements = List.copyOf(agreements);
    }
}

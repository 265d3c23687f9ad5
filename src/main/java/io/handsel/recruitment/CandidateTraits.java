package io.handsel.recruitment;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a company that says how well it would do as a partner; null means that nobody knows.
 *
 * @param segment the customers it serves, one of {@code forms/recruitment/candidate.form}
 * @param technicians people who hold a certificate for products like ours
 * @param services whether it sells services of its own
 * @param complementary whether it sells what goes with our products
 * @param rival whether it is a partner of a rival
 */
public record CandidateTraits(
        @Nullable String segment,
        @Nullable Integer employees,
        @Nullable Integer technicians,
        @Nullable Boolean services,
        @Nullable Boolean complementary,
        @Nullable Boolean rival) {

    public static final CandidateTraits UNKNOWN = new CandidateTraits(null, null, null, null, null, null);
}

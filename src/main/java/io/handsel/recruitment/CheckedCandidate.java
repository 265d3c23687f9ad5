package io.handsel.recruitment;

import io.handsel.accounts.AccountNameKey;
import io.handsel.accounts.RegistrableDomain;
import io.handsel.kernel.CountryCode;
import io.handsel.kernel.DomainName;
import io.handsel.kernel.EmailAddress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A candidate that may be taken in: what had to be normalised is.
 *
 * @param key what is left of the name to compare it by
 * @param domain the part somebody has registered; null where there is none, or only one that thousands share
 * @param country ISO code
 * @param language of mails to it, {@code de} or {@code en}
 */
record CheckedCandidate(
        String company,
        String key,
        @Nullable String domain,
        String country,
        @Nullable String contact,
        @Nullable EmailAddress email,
        @Nullable String telephone,
        String language,
        CandidateTraits traits) {

    static final Set<String> LANGUAGES = Set.of("de", "en");

    private static final Set<String> GERMAN_SPEAKING = Set.of("DE", "AT", "CH", "LI");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TELEPHONE = 60;
    private static final int LONGEST_SEGMENT = 60;
    private static final int LARGEST = 10_000_000;

    /** A candidate, or why it is none. */
    sealed interface Result {

        record Checked(CheckedCandidate candidate) implements Result {}

        record Wrong(RecruitmentRefusal reason, String field) implements Result {}
    }

    /** @param campaign that takes it in; its language is that of mails to whoever has not said otherwise */
    static Result check(NewCandidate wish, @Nullable Campaign campaign) {
        var company = wish.company().strip();
        var key = AccountNameKey.of(company);
        if (key.isEmpty()) {
            return new Result.Wrong(RecruitmentRefusal.FIELD_MISSING, "company");
        }
        if (company.length() > LONGEST_NAME) {
            return new Result.Wrong(RecruitmentRefusal.FIELD_TOO_LONG, "company");
        }
        if (!CountryCode.isKnown(wish.country())) {
            return new Result.Wrong(RecruitmentRefusal.UNKNOWN_COUNTRY, "country");
        }
        var contact = given(wish.contact());
        if (contact != null && contact.length() > LONGEST_NAME) {
            return new Result.Wrong(RecruitmentRefusal.FIELD_TOO_LONG, "contact");
        }
        var telephone = given(wish.telephone());
        if (telephone != null && telephone.length() > LONGEST_TELEPHONE) {
            return new Result.Wrong(RecruitmentRefusal.FIELD_TOO_LONG, "telephone");
        }
        var website = given(wish.website());
        if (website != null && DomainName.find(website).isEmpty()) {
            return new Result.Wrong(RecruitmentRefusal.NO_DOMAIN, "website");
        }
        var address = given(wish.email());
        if (address != null && !EmailAddress.isValid(address)) {
            return new Result.Wrong(RecruitmentRefusal.NO_EMAIL, "email");
        }
        var language = given(wish.language());
        if (language != null && !LANGUAGES.contains(language)) {
            return new Result.Wrong(RecruitmentRefusal.UNKNOWN_LANGUAGE, "language");
        }
        var wrong = wrong(wish.traits());
        if (wrong.isPresent()) {
            return wrong.get();
        }
        var country = wish.country().strip().toUpperCase(Locale.ROOT);
        var domain = Optional.ofNullable(website)
                .flatMap(RegistrableDomain::of)
                .or(() -> Optional.ofNullable(address).flatMap(RegistrableDomain::of));
        return new Result.Checked(new CheckedCandidate(
                company,
                key,
                domain.orElse(null),
                country,
                contact,
                address == null ? null : new EmailAddress(address),
                telephone,
                language == null ? language(campaign, country) : language,
                wish.traits()));
    }

    private static String language(@Nullable Campaign campaign, String country) {
        return campaign == null
                ? GERMAN_SPEAKING.contains(country) ? "de" : "en"
                : campaign.plan().language();
    }

    /** What is known of a candidate, under the names the form has for it. */
    Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("company", company);
        facts.put("website", domain);
        facts.put("country", country);
        facts.put("contact", contact);
        facts.put("email", email);
        facts.put("telephone", telephone);
        facts.put("language", language);
        facts.put("segment", traits.segment());
        facts.put("employees", traits.employees());
        facts.put("technicians", traits.technicians());
        facts.put("services", traits.services());
        facts.put("complementary", traits.complementary());
        facts.put("rival", traits.rival());
        return facts;
    }

    private static Optional<Result.Wrong> wrong(CandidateTraits traits) {
        if (traits.segment() != null && traits.segment().length() > LONGEST_SEGMENT) {
            return Optional.of(new Result.Wrong(RecruitmentRefusal.UNKNOWN_SEGMENT, "segment"));
        }
        if (isNoCount(traits.employees())) {
            return Optional.of(new Result.Wrong(RecruitmentRefusal.NO_NUMBER, "employees"));
        }
        return isNoCount(traits.technicians())
                ? Optional.of(new Result.Wrong(RecruitmentRefusal.NO_NUMBER, "technicians"))
                : Optional.empty();
    }

    private static boolean isNoCount(@Nullable Integer number) {
        return number != null && (number < 0 || number > LARGEST);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

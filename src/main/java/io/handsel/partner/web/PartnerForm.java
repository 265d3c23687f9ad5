package io.handsel.partner.web;

import io.handsel.kernel.Money;
import io.handsel.partner.NewPartner;
import io.handsel.partner.PartnerChange;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerTier;
import io.handsel.partner.PartnerType;
import io.handsel.partner.PartnerView;
import io.handsel.security.Actor;
import io.handsel.security.PersonId;
import io.handsel.security.ReaderChoices;
import io.handsel.security.Role;
import io.handsel.territory.TerritoryId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * What is known of a partner, as typed.
 *
 * @param productLines as the decision tables write them, with commas between them; empty means all
 * @param serviceLevel of a new partner
 * @param manager of a new partner
 * @param standing of a new partner
 * @param version of the partner, where it is not a new one
 */
record PartnerForm(
        String name,
        String type,
        String tier,
        String region,
        String language,
        String zone,
        String currency,
        String serviceLevel,
        String productLines,
        Set<String> territories,
        String manager,
        String standing,
        String version) {

    /** What most programs know; the decision tables decide which there are. */
    static final List<String> TYPES =
            List.of("reseller", "distributor", "managed-service-provider", "referral", "technology");

    static final List<String> TIERS = List.of("registered", "silver", "gold", "platinum");

    /** A partner can come from an older system as what it is there. */
    static final List<PartnerStanding> FIRST_STANDINGS = List.of(
            PartnerStanding.CANDIDATE, PartnerStanding.APPLICANT, PartnerStanding.ONBOARDING, PartnerStanding.ACTIVE);

    private static final String WORD = "[a-z0-9][a-z0-9-]{0,39}";
    private static final String LINE = "[a-z0-9][a-z0-9-]{0,59}";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REGION = 100;

    PartnerForm {
        name = text(name);
        type = text(type).toLowerCase(Locale.ROOT);
        tier = text(tier).toLowerCase(Locale.ROOT);
        region = text(region);
        language = text(language);
        zone = text(zone);
        currency = text(currency).toUpperCase(Locale.ROOT);
        serviceLevel = text(serviceLevel);
        productLines = text(productLines).toLowerCase(Locale.ROOT);
        territories = territories == null ? Set.of() : Set.copyOf(territories);
        manager = text(manager);
        standing = text(standing);
        version = text(version);
    }

    static PartnerForm empty(Actor by) {
        return new PartnerForm(
                "",
                "reseller",
                "registered",
                "",
                by.locale().getLanguage(),
                by.zone().getId(),
                "EUR",
                "standard",
                "",
                Set.of(),
                by.is(Role.MANAGER) ? by.person().toString() : "",
                PartnerStanding.ACTIVE.name(),
                "");
    }

    static PartnerForm from(PartnerView partner, long version) {
        return new PartnerForm(
                partner.name(),
                partner.type().name(),
                partner.tier().name(),
                partner.region(),
                partner.locale().getLanguage(),
                partner.zone().getId(),
                partner.currency().getCurrencyCode(),
                "",
                partner.productLines().stream().sorted().collect(Collectors.joining(", ")),
                partner.territories().stream().map(TerritoryId::toString).collect(Collectors.toSet()),
                "",
                "",
                Long.toString(version));
    }

    /**
     * The partner asked for; empty if something is wrong, which is then said at the field.
     *
     * @param serviceLevels those there are
     */
    Optional<NewPartner> toNew(BindingResult problems, Set<String> serviceLevels) {
        check(problems);
        if (!serviceLevels.contains(serviceLevel)) {
            problems.rejectValue("serviceLevel", "partner.refused.UNKNOWN_SERVICE_LEVEL");
        }
        var wantedManager = SubstitutionForm.personId(manager);
        if (wantedManager.isEmpty()) {
            problems.rejectValue("manager", "partner.refused.NOT_A_MANAGER");
        }
        if (firstStanding().isEmpty()) {
            problems.rejectValue("standing", "partner.wrong.standing");
        }
        return problems.hasErrors() ? Optional.empty() : Optional.of(asNew(wantedManager.orElseThrow()));
    }

    Optional<PartnerStanding> firstStanding() {
        return FIRST_STANDINGS.stream()
                .filter(known -> known.name().equals(standing))
                .findAny();
    }

    private NewPartner asNew(PersonId wantedManager) {
        return new NewPartner(
                name,
                PartnerType.of(type),
                PartnerTier.of(tier),
                region,
                ReaderChoices.language(language).orElseThrow(),
                ReaderChoices.zone(zone).orElseThrow(),
                Currency.getInstance(currency),
                serviceLevel,
                wantedManager,
                lines(),
                places());
    }

    /** The change asked for; empty if something is wrong, which is then said at the field. */
    Optional<PartnerChange> toChange(BindingResult problems) {
        check(problems);
        return problems.hasErrors()
                ? Optional.empty()
                : Optional.of(new PartnerChange(
                        name,
                        PartnerType.of(type),
                        PartnerTier.of(tier),
                        region,
                        ReaderChoices.language(language).orElseThrow(),
                        ReaderChoices.zone(zone).orElseThrow(),
                        Currency.getInstance(currency),
                        lines(),
                        places(),
                        version.matches("\\d{1,18}") ? Long.parseLong(version) : -1));
    }

    private void check(BindingResult problems) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            problems.rejectValue("name", "partner.wrong.name");
        }
        if (!type.matches(WORD)) {
            problems.rejectValue("type", "partner.wrong.word");
        }
        if (!tier.matches(WORD)) {
            problems.rejectValue("tier", "partner.wrong.word");
        }
        if (region.isEmpty() || region.length() > LONGEST_REGION) {
            problems.rejectValue("region", "partner.wrong.region");
        }
        if (ReaderChoices.language(language).isEmpty()) {
            problems.rejectValue("language", "security.language.unknown");
        }
        if (ReaderChoices.zone(zone).isEmpty()) {
            problems.rejectValue("zone", "security.zone.unknown");
        }
        if (Money.currency(currency).isEmpty()) {
            problems.rejectValue("currency", "partner.wrong.currency");
        }
        if (!lines().stream().allMatch(line -> line.matches(LINE))) {
            problems.rejectValue("productLines", "partner.wrong.productLines");
        }
        if (territories.stream().anyMatch(id -> !isId(id))) {
            problems.rejectValue("territories", "partner.refused.UNKNOWN_TERRITORY");
        }
    }

    private Set<String> lines() {
        return Arrays.stream(productLines.split(","))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toSet());
    }

    private Set<TerritoryId> places() {
        return territories.stream().map(TerritoryId::parse).collect(Collectors.toSet());
    }

    private static boolean isId(String text) {
        try {
            TerritoryId.parse(text);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}

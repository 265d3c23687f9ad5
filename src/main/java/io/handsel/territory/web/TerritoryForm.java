package io.handsel.territory.web;

import io.handsel.kernel.CountryCode;
import io.handsel.kernel.Money;
import io.handsel.security.Actor;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.territory.DayHours;
import io.handsel.territory.NewTerritory;
import io.handsel.territory.TerritoryChange;
import io.handsel.territory.TerritoryId;
import io.handsel.territory.TerritoryView;
import io.handsel.territory.WorkingWeek;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * What is known of a territory, as typed; hours are {@code 09:00-17:00} or empty on a free day.
 *
 * @param code of a new territory, as the assignment table writes it
 * @param parent of a new territory
 * @param currency of a new territory
 */
record TerritoryForm(
        @Nullable String code,
        @Nullable String parent,
        @Nullable String currency,
        @Nullable String name,
        @Nullable String manager,
        @Nullable String director,
        @Nullable String zone,
        @Nullable String country,
        @Nullable String subdivision,
        @Nullable String monday,
        @Nullable String tuesday,
        @Nullable String wednesday,
        @Nullable String thursday,
        @Nullable String friday,
        @Nullable String saturday,
        @Nullable String sunday) {

    private static final String USUAL_HOURS = "09:00-17:00";

    static TerritoryForm from(TerritoryView territory) {
        return new TerritoryForm(
                null,
                null,
                null,
                territory.name(),
                territory.manager().toString(),
                territory.director().toString(),
                territory.zone().getId(),
                territory.holidays().code(),
                territory.subdivision(),
                written(territory, DayOfWeek.MONDAY),
                written(territory, DayOfWeek.TUESDAY),
                written(territory, DayOfWeek.WEDNESDAY),
                written(territory, DayOfWeek.THURSDAY),
                written(territory, DayOfWeek.FRIDAY),
                written(territory, DayOfWeek.SATURDAY),
                written(territory, DayOfWeek.SUNDAY));
    }

    /** The usual week in the zone of who asks; the first territory is the one that takes everything. */
    static TerritoryForm empty(Actor by, boolean first) {
        return new TerritoryForm(
                first ? "world" : "",
                "",
                "EUR",
                "",
                "",
                "",
                by.zone().getId(),
                by.locale().getCountry(),
                "",
                USUAL_HOURS,
                USUAL_HOURS,
                USUAL_HOURS,
                USUAL_HOURS,
                USUAL_HOURS,
                "",
                "");
    }

    /** The territory asked for; empty if something is wrong, which is then said at the field. */
    Optional<NewTerritory> toNew(
            List<PersonView> managers, List<PersonView> directors, Set<String> subdivisions, BindingResult problems) {
        if (!text(code).matches("[a-z0-9][a-z0-9-]{0,59}")) {
            problems.rejectValue("code", "territory.wrong.code");
        }
        var wantedParent = parent(problems);
        var wantedCurrency = currency(problems);
        return toCommand(managers, directors, subdivisions, problems)
                .map(rest -> new NewTerritory(
                        text(code),
                        rest.name(),
                        wantedParent,
                        rest.manager(),
                        rest.director(),
                        wantedCurrency.orElseThrow(),
                        rest.zone(),
                        rest.holidays(),
                        rest.subdivision(),
                        rest.week()));
    }

    private @Nullable TerritoryId parent(BindingResult problems) {
        try {
            return text(parent).isEmpty() ? null : TerritoryId.parse(text(parent));
        } catch (IllegalArgumentException none) {
            problems.rejectValue("parent", "territory.refused.UNKNOWN_PARENT");
            return null;
        }
    }

    private Optional<Currency> currency(BindingResult problems) {
        var known = Money.currency(text(currency));
        if (known.isEmpty()) {
            problems.rejectValue("currency", "territory.wrong.currency");
        }
        return known;
    }

    /** The change asked for; empty if something is wrong, which is then said at the field. */
    Optional<TerritoryChange> toCommand(
            List<PersonView> managers, List<PersonView> directors, Set<String> subdivisions, BindingResult problems) {
        var wantedName = text(name);
        if (wantedName.isEmpty() || wantedName.length() > 200) {
            problems.rejectValue("name", "territory.wrong.name");
        }
        var wantedManager = among(managers, manager, "manager", problems);
        var wantedDirector = among(directors, director, "director", problems);
        var wantedZone = zone(problems);
        if (!CountryCode.isKnown(text(country))) {
            problems.rejectValue("country", "territory.wrong.country");
        }
        var part = text(subdivision).toUpperCase(Locale.ROOT);
        if (!part.isEmpty() && !subdivisions.contains(part)) {
            problems.rejectValue("subdivision", "territory.wrong.subdivision");
        }
        var week = week(problems);
        return problems.hasErrors()
                ? Optional.empty()
                : Optional.of(new TerritoryChange(
                        wantedName,
                        wantedManager.orElseThrow(),
                        wantedDirector.orElseThrow(),
                        wantedZone.orElseThrow(),
                        CountryCode.of(text(country)),
                        part.isEmpty() ? null : part,
                        new WorkingWeek(week)));
    }

    private Map<DayOfWeek, DayHours> week(BindingResult problems) {
        Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
        var typed = new EnumMap<DayOfWeek, String>(Map.of(
                DayOfWeek.MONDAY, text(monday),
                DayOfWeek.TUESDAY, text(tuesday),
                DayOfWeek.WEDNESDAY, text(wednesday),
                DayOfWeek.THURSDAY, text(thursday),
                DayOfWeek.FRIDAY, text(friday),
                DayOfWeek.SATURDAY, text(saturday),
                DayOfWeek.SUNDAY, text(sunday)));
        typed.forEach((day, hours) -> {
            if (!hours.isEmpty()) {
                hours(hours)
                        .ifPresentOrElse(
                                found -> week.put(day, found),
                                () -> problems.rejectValue(
                                        day.name().toLowerCase(Locale.ROOT), "territory.wrong.hours"));
            }
        });
        if (week.isEmpty() && !problems.hasErrors()) {
            problems.rejectValue("monday", "territory.wrong.noWork");
        }
        return week;
    }

    private Optional<ZoneId> zone(BindingResult problems) {
        try {
            return Optional.of(ZoneId.of(text(zone)));
        } catch (DateTimeException unknown) {
            problems.rejectValue("zone", "territory.wrong.zone");
            return Optional.empty();
        }
    }

    private static Optional<PersonId> among(
            List<PersonView> people, @Nullable String id, String field, BindingResult problems) {
        var found = people.stream()
                .map(PersonView::id)
                .filter(known -> known.toString().equals(id))
                .findAny();
        if (found.isEmpty()) {
            problems.rejectValue(field, "territory.wrong.person");
        }
        return found;
    }

    private static Optional<DayHours> hours(String text) {
        var part = text.split("\\s*[-–]\\s*");
        try {
            return part.length == 2
                    ? Optional.of(
                            new DayHours(LocalTime.parse(part[0]), LocalTime.parse(part[1].replace("24:00", "00:00"))))
                    : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private static String written(TerritoryView territory, DayOfWeek day) {
        return territory
                .week()
                .on(day)
                .map(hours -> hours.opens() + "-" + hours.closes())
                .orElse("");
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}

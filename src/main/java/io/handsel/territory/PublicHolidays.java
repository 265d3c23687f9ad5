package io.handsel.territory;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.handsel.kernel.CountryCode;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Public holidays by country and subdivision, worked out once for each year. */
@Component
class PublicHolidays {

    private final Map<Key, Set<LocalDate>> known = new ConcurrentHashMap<>();

    /** The holidays of a place, as a question about a day. A country nobody has described has none. */
    Predicate<LocalDate> in(CountryCode country, @Nullable String subdivision) {
        return day -> known.computeIfAbsent(
                        new Key(country, subdivision == null ? "" : subdivision, day.getYear()), PublicHolidays::find)
                .contains(day);
    }

    static boolean knows(CountryCode country) {
        return HolidayManager.getSupportedCalendarCodes().contains(country.code());
    }

    /** The parts of a country that have holidays of their own: names by code. */
    static Map<String, String> subdivisions(CountryCode country, Locale locale) {
        Map<String, String> names = new TreeMap<>();
        if (knows(country)) {
            manager(country)
                    .getCalendarHierarchy()
                    .getChildren()
                    .forEach((code, part) -> names.put(code.toUpperCase(Locale.ROOT), part.getDescription(locale)));
        }
        return names;
    }

    private static Set<LocalDate> find(Key key) {
        if (!knows(key.country)) {
            return Set.of();
        }
        var parts = key.subdivision.isEmpty() ? new String[0] : new String[] {key.subdivision.toLowerCase(Locale.ROOT)};
        return manager(key.country).getHolidays(Year.of(key.year), HolidayType.PUBLIC_HOLIDAY, parts).stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static HolidayManager manager(CountryCode country) {
        return HolidayManager.getInstance(ManagerParameters.create(calendar(country)));
    }

    private static String calendar(CountryCode country) {
        return country.code().toLowerCase(Locale.ROOT);
    }

    private record Key(CountryCode country, String subdivision, int year) {}
}

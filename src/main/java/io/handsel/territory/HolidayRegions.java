package io.handsel.territory;

import io.handsel.kernel.CountryCode;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Where public holidays are known: for forms that let somebody choose. */
@Service
public class HolidayRegions {

    /** The parts of a country that have holidays of their own: names by code; empty for most countries. */
    public Map<String, String> of(CountryCode country, Locale reader) {
        return PublicHolidays.subdivisions(country, reader);
    }
}

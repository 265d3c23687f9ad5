package io.handsel.security;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The languages and time zones people can choose for themselves and for others. */
public final class ReaderChoices {

    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    /** The places people look for, not the aliases and offsets. */
    public static final List<String> ZONES = Stream.concat(
                    Stream.of("UTC"),
                    new TreeSet<>(ZoneId.getAvailableZoneIds())
                            .stream()
                                    .filter(zone -> zone.matches(
                                            "(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+")))
            .toList();

    private ReaderChoices() {}

    /** The language of this code, where pages are written in it. */
    public static Optional<Locale> language(String code) {
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(code))
                .findAny();
    }

    /** The zone of this name, spelled as everybody spells it. */
    public static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name)).filter(zone -> zone.getId().equals(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}

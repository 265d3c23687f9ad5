package io.handsel.kernel;

import jakarta.persistence.Embeddable;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An Internet domain name as typed by people, normalised: no scheme, user, port, path or leading {@code www.}, lower
 * case, ASCII form of internationalised names. Whether it is registrable is a question for the public suffix list and
 * not answered here.
 */
@Embeddable
public record DomainName(String name) {

    private static final Pattern SHAPE =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    /** What people type before and after a name, from the outside in. */
    private static final List<Pattern> AROUND = Stream.of(
                    "^[a-z][a-z0-9+.-]*://", "[/?#].*$", "^[^@]*@", ":\\d*$", "\\.$", "^www\\d?\\.")
            .map(Pattern::compile)
            .toList();

    public DomainName {
        if (!SHAPE.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a domain name: " + name);
        }
    }

    /** @throws IllegalArgumentException if the text is no domain name, web address or the like */
    public static DomainName parse(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("Not a domain name: " + text));
    }

    public static Optional<DomainName> find(String text) {
        var host = text.strip().toLowerCase(Locale.ROOT);
        for (var around : AROUND) {
            host = around.matcher(host).replaceFirst("");
        }
        try {
            var ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return SHAPE.matcher(ascii).matches() ? Optional.of(new DomainName(ascii)) : Optional.empty();
        } catch (IllegalArgumentException notEncodable) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

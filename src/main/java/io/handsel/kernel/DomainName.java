package io.handsel.kernel;

import jakarta.persistence.Embeddable;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An Internet domain name as typed by people, normalised: no scheme, user, port, path or leading {@code www.}, lower
 * case, ASCII form of internationalised names. Whether it is registrable is a question for the public suffix list and
 * not answered here.
 */
@Embeddable
public record DomainName(String name) {

    private static final Pattern SHAPE =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

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
        var host = text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z][a-z0-9+.-]*://", "")
                .replaceFirst("[/?#].*$", "")
                .replaceFirst("^[^@]*@", "")
                .replaceFirst(":\\d*$", "")
                .replaceFirst("\\.$", "")
                .replaceFirst("^www\\d?\\.", "");
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

package io.handsel.kernel;

import jakarta.persistence.Embeddable;
import java.util.Locale;
import java.util.regex.Pattern;

/** A mail address, lower case; only its shape is checked, whether it can be written to shows when one writes. */
@Embeddable
public record EmailAddress(String address) {

    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]{1,190}\\.[^\\s@,;<>\".]{2,63}");

    public EmailAddress {
        address = address.strip().toLowerCase(Locale.ROOT);
        if (!isValid(address)) {
            throw new IllegalArgumentException("Not a mail address: " + address);
        }
    }

    public static EmailAddress parse(String text) {
        return new EmailAddress(text);
    }

    public static boolean isValid(String text) {
        return SHAPE.matcher(text.strip()).matches();
    }

    /** The part after the last at sign. */
    public String host() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    @Override
    public String toString() {
        return address;
    }
}

package io.handsel.partner;

import java.time.LocalDate;

/**
 * A call, a mail or a meeting that is to be remembered.
 *
 * @param day when it was, in the zone of whoever writes it down
 * @param words what was said, in one line
 */
public record NewContact(ContactKind kind, LocalDate day, String words) {

    /** What fits into one line of the timeline. */
    public static final int LONGEST = 500;

    public NewContact {
        words = words.strip();
        if (words.length() > LONGEST) {
            throw new IllegalArgumentException("A contact is told in at most " + LONGEST + " characters");
        }
    }
}

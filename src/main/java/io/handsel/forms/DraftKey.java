package io.handsel.forms;

import io.handsel.security.PersonId;

/**
 * Which draft: whose, of which form, about what.
 *
 * @param form the form's name, such as {@code deals/register-deal}
 * @param subject what the form is about, such as a task's id; empty for something new
 */
public record DraftKey(PersonId owner, String form, String subject) {

    private static final int LONGEST = 200;

    public DraftKey {
        if (form.isBlank() || form.length() > LONGEST || subject.length() > LONGEST) {
            throw new IllegalArgumentException("A draft needs a form and a subject of at most 200 characters");
        }
    }
}

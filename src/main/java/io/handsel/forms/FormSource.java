package io.handsel.forms;

import java.util.Optional;

/** A place where the text of forms is found. A bean of this type takes part in the search, in the order of {@code @Order}. */
public interface FormSource {

    /** The newest text of a form, such as {@code deals/register-deal}. */
    Optional<String> newest(String module, String name);

    /** The text of a form as it was when a running case began. */
    Optional<String> deployed(String deployment, String name);
}

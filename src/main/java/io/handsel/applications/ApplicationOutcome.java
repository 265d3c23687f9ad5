package io.handsel.applications;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a wish about an application. */
public sealed interface ApplicationOutcome {

    record Done(ApplicationId application) implements ApplicationOutcome {}

    /** Nothing was changed. */
    record Refused(List<Wrong> reasons) implements ApplicationOutcome {

        public Refused {
            reasons = List.copyOf(reasons);
        }

        public static Refused because(ApplicationRefusal reason) {
            return new Refused(List.of(new Wrong(reason, null)));
        }

        public static Refused because(ApplicationRefusal reason, String field) {
            return new Refused(List.of(new Wrong(reason, field)));
        }

        static Refused until(LocalDate day) {
            return new Refused(List.of(new Wrong(ApplicationRefusal.TOO_EARLY, null, day)));
        }
    }

    /**
     * @param field the form's field it belongs to
     * @param until the day from which on it would be right
     */
    record Wrong(
            ApplicationRefusal reason,
            @Nullable String field,
            @Nullable LocalDate until) {

        Wrong(ApplicationRefusal reason, @Nullable String field) {
            this(reason, field, null);
        }
    }
}

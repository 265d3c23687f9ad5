package io.handsel.training;

import io.handsel.shell.NotFound;

/** There is no such course, lesson or certificate, or not for whoever asks. */
public final class CourseNotFound extends NotFound {

    private CourseNotFound(String message) {
        super(message);
    }

    public static CourseNotFound of(Object what) {
        return new CourseNotFound("There is no " + what);
    }
}

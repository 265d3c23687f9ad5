package io.handsel.training;

/** Why a lesson was not published; also keys under {@code training.lesson.refused}. */
public enum LessonRefusal {
    /** Somebody else has published a version meanwhile. */
    CHANGED_MEANWHILE,
    /** Title or text is missing in one language, or too long. */
    TEXT_MISSING,
    /** A question has no right answer, or more than one, or nothing to choose from. */
    QUIZ_UNSOUND,
    /** The questions of the two languages are not the same. */
    QUIZ_DIFFERS
}

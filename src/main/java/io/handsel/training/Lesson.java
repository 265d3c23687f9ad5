package io.handsel.training;

import io.handsel.forms.SafeHtml;
import java.util.Locale;

/** A lesson in both languages: title, text in Markdown, and questions as {@link Quiz} writes them. */
public record Lesson(
        int place, String titleEn, String titleDe, String textEn, String textDe, String quizEn, String quizDe) {

    public String title(Locale reader) {
        return isGerman(reader) ? titleDe : titleEn;
    }

    /** The text as a page shows it; nothing in it can run or load. */
    public String html(Locale reader) {
        return SafeHtml.ofMarkdown(isGerman(reader) ? textDe : textEn);
    }

    public Quiz quiz(Locale reader) {
        return Quiz.read(isGerman(reader) ? quizDe : quizEn);
    }

    private static boolean isGerman(Locale reader) {
        return Locale.GERMAN.getLanguage().equals(reader.getLanguage());
    }
}

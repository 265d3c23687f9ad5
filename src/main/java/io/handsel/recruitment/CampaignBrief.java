package io.handsel.recruitment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers to the questions of {@code forms/recruitment/campaign-brief.form}. A question somebody adds there counts
 * like the ones it came with.
 */
public record CampaignBrief(Map<String, @Nullable Object> answers) {

    public CampaignBrief {
        answers = new LinkedHashMap<>(answers);
    }

    public static CampaignBrief empty() {
        return new CampaignBrief(Map.of());
    }

    /** Which of these questions have no answer. */
    public List<String> missing(Collection<String> questions) {
        return questions.stream()
                .filter(question -> isMissing(answers.get(question)))
                .toList();
    }

    /** The countries the campaign recruits in. */
    List<String> markets() {
        return texts("markets");
    }

    /** The customers it wants to reach. */
    List<String> segments() {
        return texts("segments");
    }

    private List<String> texts(String question) {
        return answers.get(question) instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static boolean isMissing(@Nullable Object answer) {
        return answer == null
                || answer instanceof String text && text.isBlank()
                || answer instanceof Collection<?> several && several.isEmpty();
    }
}

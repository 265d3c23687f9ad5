package io.handsel.recruitment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Arrays;
import java.util.List;

/**
 * How well a candidate fits the ideal profile.
 *
 * @param score 0 to 100
 * @param criteria what made the score, as {@code criterion:points} separated by blanks
 */
@Embeddable
public record CandidateFit(
        int score,
        @Enumerated(EnumType.STRING) CandidateAdvice advice,
        @Column(name = "criteria") String criteria) {

    /** One criterion that counted; {@code recruitment.criterion.<name>} says what it is. */
    public record Criterion(String name, int points) {}

    public List<Criterion> reasons() {
        return Arrays.stream(criteria.split(" "))
                .filter(text -> !text.isEmpty())
                .map(text -> text.split(":", 2))
                .map(parts -> new Criterion(parts[0], Integer.parseInt(parts[1])))
                .toList();
    }
}

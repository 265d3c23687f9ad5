package io.handsel.training;

import java.util.ArrayList;
import java.util.List;

/**
 * The questions of a lesson as they are written: a line beginning with {@code ?} asks, lines beginning with {@code -} are
 * wrong answers and the one beginning with {@code *} is right.
 */
public record Quiz(List<Question> questions) {

    public Quiz {
        questions = List.copyOf(questions);
    }

    /** @param right index of the right answer; -1 where none, or more than one, is marked */
    public record Question(String text, List<String> answers, int right) {

        public Question {
            answers = List.copyOf(answers);
        }

        boolean isSound() {
            return !text.isBlank() && answers.size() > 1 && right >= 0;
        }
    }

    static Quiz read(String written) {
        List<Question> questions = new ArrayList<>();
        String asked = null;
        List<String> answers = new ArrayList<>();
        var right = new ArrayList<Integer>();
        for (var line : (written + "\n?").lines().map(String::strip).toList()) {
            if (line.startsWith("?")) {
                if (asked != null) {
                    questions.add(new Question(asked, answers, right.size() == 1 ? right.get(0) : -1));
                }
                asked = line.substring(1).strip();
                answers.clear();
                right.clear();
            } else if (line.startsWith("-") || line.startsWith("*")) {
                if (line.startsWith("*")) {
                    right.add(answers.size());
                }
                answers.add(line.substring(1).strip());
            }
        }
        return new Quiz(questions);
    }

    /** Whether each question has one right answer among several. */
    boolean isSound() {
        return questions.stream().allMatch(Question::isSound);
    }

    /** Whether both are the same questions in two languages, as far as a machine can tell. */
    boolean matches(Quiz other) {
        return shape().equals(other.shape());
    }

    private List<List<Integer>> shape() {
        return questions.stream()
                .map(question -> List.of(question.answers().size(), question.right()))
                .toList();
    }
}

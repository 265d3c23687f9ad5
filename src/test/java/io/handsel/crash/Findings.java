package io.handsel.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is not as people were told; each with what it is about. */
record Findings(List<String> lost, List<String> twice, List<String> stuck, List<String> mails) {

    Findings() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    boolean isSettled() {
        return stuck.isEmpty() && mails.isEmpty();
    }

    List<String> all() {
        return Stream.of(lost, twice, stuck, mails).flatMap(List::stream).toList();
    }

    @Override
    public String toString() {
        return "lost " + lost.size() + ", twice " + twice.size() + ", stuck " + stuck.size() + ", mails "
                + mails.size();
    }
}

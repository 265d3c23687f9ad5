package io.handsel.training;

import org.jspecify.annotations.Nullable;

/**
 * What came of answering.
 *
 * @param needed how many right answers it takes
 * @param certificate null where it was not enough
 */
public record QuizResult(
        int right, int questions, int needed, @Nullable CertificateId certificate) {

    public boolean isPassed() {
        return certificate != null;
    }
}

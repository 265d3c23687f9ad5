package io.handsel.dns;

import io.handsel.kernel.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proof of a domain as others see it.
 *
 * @param record what has to stand in a TXT record of the domain
 * @param until until when it is looked for; null before that is planned
 * @param newest the newest answer to each question
 * @param answers the newest answers to all of them, newest first
 */
public record DomainProofView(
        DomainName domain,
        String record,
        ProofStatus status,
        @Nullable Instant until,
        @Nullable Instant provenAt,
        @Nullable ProofMeans provenBy,
        boolean codeSent,
        Map<DnsQuestion, DomainAnswer> newest,
        List<DomainAnswer> answers) {

    /** What is known to a question; nothing before it was asked. */
    public DnsFinding finding(DnsQuestion question) {
        var answer = newest.get(question);
        return answer == null ? DnsFinding.UNKNOWN : answer.finding();
    }
}

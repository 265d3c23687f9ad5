package io.handsel.dns;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every answer with its time; none is ever changed. */
@Component
class DomainAnswers {

    private static final int LONGEST = 1000;

    private final JdbcClient jdbc;

    DomainAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(DomainProofId proof, List<DomainAnswer> answers) {
        answers.forEach(answer -> jdbc.sql(
                        "insert into domain_answer (proof_id, question, finding, said, asked_at) values (?, ?, ?, ?, ?)")
                .params(
                        proof.id(),
                        answer.question().name(),
                        answer.finding().name(),
                        answer.said()
                                .substring(0, Math.min(LONGEST, answer.said().length())),
                        Timestamp.from(answer.askedAt()))
                .update());
    }

    /** Newest first. */
    List<DomainAnswer> newest(DomainProofId proof, int most) {
        return jdbc.sql("select question, finding, said, asked_at from domain_answer where proof_id = ?"
                        + " order by position desc limit ?")
                .params(proof.id(), most)
                .query((row, number) -> new DomainAnswer(
                        DnsQuestion.valueOf(row.getString("question")),
                        DnsFinding.valueOf(row.getString("finding")),
                        row.getString("said"),
                        row.getTimestamp("asked_at").toInstant()))
                .list();
    }
}

package io.handsel.recruitment;

import io.handsel.kernel.EmailAddress;
import io.handsel.security.OneTimeToken;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The links mails to candidates carry. Each mail has one of its own; what is kept is its hash. */
@Repository
@Transactional
class CandidateLinks {

    private final JdbcClient jdbc;

    CandidateLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param address the mail with the link went to */
    record Link(CandidateId candidate, EmailAddress address) {}

    OneTimeToken make(CandidateId candidate, EmailAddress address, Instant at) {
        var token = OneTimeToken.create();
        jdbc.sql("insert into candidate_link (token_hash, candidate_id, address, made_at) values (?, ?, ?, ?)")
                .params(token.hash(), candidate.id(), address.address(), Timestamp.from(at))
                .update();
        return token;
    }

    Optional<Link> find(OneTimeToken token) {
        return jdbc.sql("select candidate_id, address from candidate_link where token_hash = ?")
                .param(token.hash())
                .query((row, number) -> new Link(
                        new CandidateId(row.getObject("candidate_id", UUID.class)),
                        new EmailAddress(row.getString("address"))))
                .optional();
    }
}

package io.handsel.accounts;

import static io.handsel.accounts.AccountStore.moment;

import io.handsel.kernel.ContentHash;
import io.handsel.security.PersonId;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who has heard that a customer has several parts. A form that asks which one is meant goes by this, and so tells nothing
 * that no counted question has told before.
 */
@Component
class PartsTold {

    private final QuestionGuard guard;
    private final JdbcClient jdbc;

    PartsTold(QuestionGuard guard, JdbcClient jdbc) {
        this.guard = guard;
        this.jdbc = jdbc;
    }

    void tell(PersonId person, AccountQuestion question, Instant now) {
        forget(person, question);
        jdbc.sql("delete from account_parts_told where person_id = ? and told_at < ?")
                .params(person.id(), moment(now.minus(guard.ofEverybody().partsTold())))
                .update();
        jdbc.sql("insert into account_parts_told (person_id, customer_key, told_at) values (?, ?, ?)"
                        + " on conflict do nothing")
                .params(person.id(), key(question), moment(now))
                .update();
    }

    void forget(PersonId person, AccountQuestion question) {
        jdbc.sql("delete from account_parts_told where person_id = ? and customer_key = ?")
                .params(person.id(), key(question))
                .update();
    }

    boolean toWhom(PersonId person, AccountQuestion question) {
        return jdbc.sql("select count(*) from account_parts_told where person_id = ? and customer_key = ?")
                        .params(person.id(), key(question))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** By what forms and check page both ask about: name and web site. */
    private static String key(AccountQuestion question) {
        return ContentHash.of(question.name() + "\n" + question.domain()).hex();
    }
}

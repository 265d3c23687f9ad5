package io.handsel.accounts;

import static io.handsel.accounts.AccountStore.instant;
import static io.handsel.accounts.AccountStore.moment;

import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerScope;
import io.handsel.security.Actor;
import io.handsel.security.LocationId;
import io.handsel.security.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who shares a claim with whom, and who asked for it. */
@Repository
class ColleagueStore {

    private static final String REQUESTS = """
            select r.id, r.claim_id, r.subject, r.partner_id, r.asker_id, r.wish, r.asked_at, r.answer, r.answered_by,
                r.answered_at, c.customer, c.person_id, c.location_id
            from account_colleague_request r join account_claim c on c.id = r.claim_id
            """;

    private final JdbcClient jdbc;

    ColleagueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isMember(UUID subject, PersonId person) {
        return jdbc.sql("select count(*) from account_claim_member where subject = ? and person_id = ?")
                        .params(subject, person.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether the actor has this claim or joined in it; what belongs to a location they left is theirs no more. */
    boolean isOf(Actor actor, ClaimView claim) {
        return PartnerScope.of(actor).covers(claim.partner(), claim.location())
                && (claim.person().equals(actor.person()) || isMember(claim.subject(), actor.person()));
    }

    List<PersonId> members(UUID subject) {
        return jdbc.sql("select person_id from account_claim_member where subject = ? order by since, person_id")
                .param(subject)
                .query((row, number) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    Set<UUID> joinedBy(PersonId person) {
        return jdbc.sql("select subject from account_claim_member where person_id = ?")
                .param(person.id())
                .query(UUID.class)
                .set();
    }

    void join(UUID subject, PersonId person, Instant now) {
        jdbc.sql("insert into account_claim_member (subject, person_id, since) values (?, ?, ?) on conflict do nothing")
                .params(subject, person.id(), moment(now))
                .update();
    }

    void leave(UUID subject, PersonId person) {
        jdbc.sql("delete from account_claim_member where subject = ? and person_id = ?")
                .params(subject, person.id())
                .update();
    }

    void handOver(ClaimId claim, PersonId next) {
        jdbc.sql("update account_claim set person_id = ? where id = ? and ended_at is null")
                .params(next.id(), claim.id())
                .update();
    }

    /** The reservations that went over into this claim. */
    List<ClaimView> becameThis(ClaimView claim) {
        return jdbc.sql("select " + ClaimStore.COLUMNS + """
                         from account_claim c where c.partner_id = ? and c.account_id = ? and c.purpose = 'RESERVATION'
                        and c.end_reason = 'REGISTERED' and c.ended_at = ?
                        """)
                .params(claim.partner().id(), claim.account().id(), moment(claim.from()))
                .query(ClaimStore::claim)
                .list();
    }

    void insert(ColleagueRequest request) {
        jdbc.sql("""
                        insert into account_colleague_request (id, subject, claim_id, partner_id, asker_id, open_asker,
                            wish, asked_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        request.id().id(),
                        request.subject(),
                        request.claim().id(),
                        request.partner().id(),
                        request.asker().id(),
                        request.asker().id(),
                        request.wish().name(),
                        moment(request.askedAt()))
                .update();
    }

    void wishFor(ColleagueRequestId id, ColleagueWish wish) {
        jdbc.sql("update account_colleague_request set wish = ? where id = ? and open_asker is not null")
                .params(wish.name(), id.id())
                .update();
    }

    void follow(ColleagueRequestId id, ClaimView claim) {
        jdbc.sql(
                        "update account_colleague_request set subject = ?, claim_id = ? where id = ? and open_asker is not null")
                .params(claim.subject(), claim.id().id(), id.id())
                .update();
    }

    void answer(ColleagueRequestId id, ColleagueAnswer answer, @Nullable PersonId by, Instant at) {
        jdbc.sql("""
                        update account_colleague_request
                        set open_asker = null, answer = ?, answered_by = ?, answered_at = ?
                        where id = ? and open_asker is not null
                        """)
                .params(Arrays.asList(answer.name(), by == null ? null : by.id(), moment(at), id.id()))
                .update();
    }

    Optional<ColleagueRequest> find(ColleagueRequestId id, PartnerId partner) {
        return jdbc.sql(REQUESTS + " where r.id = ? and r.partner_id = ?")
                .params(id.id(), partner.id())
                .query(ColleagueStore::request)
                .optional();
    }

    List<ColleagueRequest> waitingFor(UUID subject) {
        return jdbc.sql(REQUESTS + " where r.subject = ? and r.open_asker is not null order by r.asked_at, r.id")
                .param(subject)
                .query(ColleagueStore::request)
                .list();
    }

    List<ColleagueRequest> waitingIn(PartnerScope mine, int most) {
        return jdbc.sql(REQUESTS + " where " + mine.condition("r.partner_id", "c.location_id")
                        + " and r.open_asker is not null order by r.asked_at, r.id limit :most")
                .params(mine.values())
                .param("most", most)
                .query(ColleagueStore::request)
                .list();
    }

    List<ColleagueRequest> askedBy(PersonId asker, PartnerScope mine, int most) {
        return jdbc.sql(REQUESTS + " where " + mine.condition("r.partner_id", "c.location_id")
                        + " and r.asker_id = :asker order by r.asked_at desc, r.id limit :most")
                .params(mine.values())
                .param("asker", asker.id())
                .param("most", most)
                .query(ColleagueStore::request)
                .list();
    }

    private static ColleagueRequest request(ResultSet row, int number) throws SQLException {
        var answer = row.getString("answer");
        var by = row.getObject("answered_by", UUID.class);
        var at = row.getObject("answered_at", OffsetDateTime.class);
        var location = row.getObject("location_id", UUID.class);
        return new ColleagueRequest(
                new ColleagueRequestId(row.getObject("id", UUID.class)),
                new ClaimId(row.getObject("claim_id", UUID.class)),
                row.getObject("subject", UUID.class),
                new PartnerId(row.getObject("partner_id", UUID.class)),
                location == null ? null : new LocationId(location),
                row.getString("customer"),
                new PersonId(row.getObject("asker_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                ColleagueWish.valueOf(row.getString("wish")),
                instant(row, "asked_at"),
                answer == null ? null : ColleagueAnswer.valueOf(answer),
                by == null ? null : new PersonId(by),
                at == null ? null : at.toInstant());
    }
}

package io.handsel.accounts;

import static io.handsel.accounts.AccountStore.instant;
import static io.handsel.accounts.AccountStore.moment;

import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerScope;
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

/**
 * Claims in the database. An exclusive claim has a row per product line that refers to the account's one holder of that
 * line, so a second partner's has nothing to refer to.
 */
@Repository
class ClaimStore {

    /** The product line that stands for all of them. */
    private static final String ALL_LINES = "*";

    static final String COLUMNS = """
            c.id, c.account_id, c.customer, c.partner_id, c.person_id, c.location_id, c.subject, c.purpose, c.exclusive, c.program,
            c.product_lines, c.starts_at, c.until, c.ended_at, c.end_reason
            """;

    private final JdbcClient jdbc;

    ClaimStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one transaction at a time count this partner's questions or claims. */
    void lockAsker(PartnerId partner) {
        var locked = jdbc.sql("select partner_id from account_asker where partner_id = ? for update")
                .param(partner.id())
                .query(UUID.class)
                .optional();
        if (locked.isEmpty()) {
            jdbc.sql("insert into account_asker (partner_id) values (?) on conflict do nothing")
                    .param(partner.id())
                    .update();
            jdbc.sql("select partner_id from account_asker where partner_id = ? for update")
                    .param(partner.id())
                    .query(UUID.class)
                    .single();
        }
    }

    /** Everybody's claims in a tree that nobody has ended yet, whether their time is up or not. */
    List<TreeClaim> openInTree(AccountId root) {
        return jdbc.sql("select " + COLUMNS + ", a.path from account_claim c join account a on a.id = c.account_id"
                        + " where c.root_id = ? and c.ended_at is null order by c.starts_at, c.id")
                .param(root.id())
                .query((row, number) -> new TreeClaim(claim(row, number), row.getString("path")))
                .list();
    }

    /** Those of them that count now, for some of what the scope names. */
    List<TreeClaim> inTree(AccountId root, ClaimScope scope, Instant now) {
        return openInTree(root).stream()
                .filter(open ->
                        open.claim().countsAt(now) && open.claim().scope().intersects(scope))
                .toList();
    }

    /** Those of them that are on the account, on what it is part of or on a part of it. */
    List<TreeClaim> around(AccountView account, ClaimScope scope, Instant now) {
        return inTree(account.root(), scope, now).stream()
                .filter(open -> open.overlaps(account))
                .toList();
    }

    Optional<ClaimView> find(ClaimId id) {
        return jdbc.sql("select " + COLUMNS + " from account_claim c where c.id = ?")
                .param(id.id())
                .query(ClaimStore::claim)
                .optional();
    }

    /** The newest claim for a subject. */
    Optional<ClaimView> ofSubject(UUID subject) {
        return jdbc.sql("select " + COLUMNS
                        + " from account_claim c where c.subject = ?"
                        + " order by c.ended_at is not null, c.starts_at desc, c.id limit 1")
                .param(subject)
                .query(ClaimStore::claim)
                .optional();
    }

    List<ClaimView> countingOf(PartnerId partner, Instant now) {
        return jdbc.sql("select " + COLUMNS + " from account_claim c where c.partner_id = ? and c.ended_at is null"
                        + " and c.until > ? order by c.starts_at, c.id")
                .params(partner.id(), moment(now))
                .query(ClaimStore::claim)
                .list();
    }

    List<ClaimView> own(PartnerScope mine, ClaimPurpose purpose, int most) {
        return jdbc.sql("select " + COLUMNS + " from account_claim c where "
                        + mine.condition("c.partner_id", "c.location_id")
                        + " and c.purpose = :purpose order by c.starts_at desc, c.id limit :most")
                .params(mine.values())
                .param("purpose", purpose.name())
                .param("most", most)
                .query(ClaimStore::claim)
                .list();
    }

    List<ClaimView> ofAccount(AccountId account, int most) {
        return jdbc.sql("select " + COLUMNS
                        + " from account_claim c where c.account_id = ? order by c.starts_at desc, c.id limit ?")
                .params(account.id(), most)
                .query(ClaimStore::claim)
                .list();
    }

    /** Trees with claims whose time is up though nobody has ended them. */
    List<AccountId> treesWithLapsed(Instant now, int most) {
        return jdbc.sql("select distinct root_id from account_claim where ended_at is null and until <= ? limit ?")
                .params(moment(now), most)
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }

    /** When the partner's newest lapsed reservation of the account ended. */
    Optional<Instant> lastLapse(PartnerId partner, AccountId account) {
        return jdbc.sql("""
                        select max(ended_at) as ended_at from account_claim
                        where partner_id = ? and account_id = ? and purpose = 'RESERVATION' and end_reason = 'LAPSED'
                        """)
                .params(partner.id(), account.id())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    void insert(ClaimView claim, AccountId root) {
        jdbc.sql("""
                        insert into account_claim (id, account_id, root_id, customer, partner_id, person_id, location_id,
                            subject, open_subject, purpose, program, product_lines, exclusive, starts_at, until)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        claim.id().id(),
                        claim.account().id(),
                        root.id(),
                        claim.customer(),
                        claim.partner().id(),
                        claim.person().id(),
                        claim.location() == null ? null : claim.location().id(),
                        claim.subject(),
                        claim.subject(),
                        claim.purpose().name(),
                        claim.scope().program(),
                        String.join(",", claim.scope().productLines()),
                        claim.exclusive(),
                        moment(claim.from()),
                        moment(claim.until())))
                .update();
        if (claim.exclusive()) {
            takeLines(claim);
        }
    }

    /** The subject belongs to another location of its partner from now on. */
    void moveTo(UUID subject, @Nullable LocationId location) {
        jdbc.sql("update account_claim set location_id = ? where subject = ?")
                .params(Arrays.asList(location == null ? null : location.id(), subject))
                .update();
    }

    /** Writes down what {@code protect} and {@code extend} change. */
    void update(ClaimView claim) {
        jdbc.sql("update account_claim set purpose = ?, exclusive = ?, until = ? where id = ? and ended_at is null")
                .params(
                        claim.purpose().name(),
                        claim.exclusive(),
                        moment(claim.until()),
                        claim.id().id())
                .update();
        if (claim.exclusive()) {
            takeLines(claim);
        }
    }

    /** @return false if somebody has ended it before */
    boolean end(ClaimView claim, Instant at, ClaimEnd why) {
        int ended = jdbc.sql("update account_claim set ended_at = ?, end_reason = ?, open_subject = null"
                        + " where id = ? and ended_at is null")
                .params(moment(at), why.name(), claim.id().id())
                .update();
        dropLines(claim);
        return ended == 1;
    }

    /** Writes down the account a claim has gone to; its lines on the one it was on have been dropped. */
    void place(ClaimView claim, AccountId root) {
        jdbc.sql("update account_claim set account_id = ?, root_id = ?, exclusive = ? where id = ?")
                .params(
                        claim.account().id(),
                        root.id(),
                        claim.exclusive(),
                        claim.id().id())
                .update();
        if (claim.exclusive()) {
            takeLines(claim);
        }
    }

    /** Takes a present claim's exclusivity away; it goes on without. */
    void share(ClaimView claim) {
        jdbc.sql("update account_claim set exclusive = false where id = ?")
                .param(claim.id().id())
                .update();
        dropLines(claim);
    }

    /** Gives the lines of an exclusive claim free, because the claim goes to another account or is over. */
    void dropLines(ClaimView claim) {
        jdbc.sql("delete from account_claim_line where claim_id = ?")
                .param(claim.id().id())
                .update();
        jdbc.sql("""
                        delete from account_holder h where h.account_id = ? and h.partner_id = ?
                        and not exists (select 1 from account_claim_line l where l.account_id = h.account_id
                            and l.product_line = h.product_line and l.partner_id = h.partner_id)
                        """).params(claim.account().id(), claim.partner().id()).update();
    }

    /** Ties the lines of an exclusive claim to their holder; refused by the database where there is another one. */
    void takeLines(ClaimView claim) {
        for (var line : claim.scope().coversAllLines()
                ? Set.of(ALL_LINES)
                : claim.scope().productLines()) {
            jdbc.sql("insert into account_holder (account_id, product_line, partner_id) values (?, ?, ?)"
                            + " on conflict do nothing")
                    .params(claim.account().id(), line, claim.partner().id())
                    .update();
            jdbc.sql("insert into account_claim_line (claim_id, account_id, product_line, partner_id)"
                            + " values (?, ?, ?, ?) on conflict do nothing")
                    .params(
                            claim.id().id(),
                            claim.account().id(),
                            line,
                            claim.partner().id())
                    .update();
        }
    }

    static ClaimView claim(ResultSet row, int number) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        var why = row.getString("end_reason");
        var lines = row.getString("product_lines");
        var location = row.getObject("location_id", UUID.class);
        return new ClaimView(
                new ClaimId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("customer"),
                new PartnerId(row.getObject("partner_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                location == null ? null : new LocationId(location),
                row.getObject("subject", UUID.class),
                ClaimPurpose.valueOf(row.getString("purpose")),
                row.getBoolean("exclusive"),
                new ClaimScope(
                        row.getString("program"),
                        lines.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(lines.split(",")))),
                instant(row, "starts_at"),
                instant(row, "until"),
                ended == null ? null : ended.toInstant(),
                why == null ? null : ClaimEnd.valueOf(why));
    }

    /** A claim with the place of its account in the tree. */
    record TreeClaim(ClaimView claim, String path) {

        /** Whether it is on this account or on a part of it. */
        boolean isWithin(AccountView account) {
            return path.startsWith(account.path());
        }

        /** Whether it is on this account or on what the account is part of. */
        boolean covers(AccountView account) {
            return account.path().startsWith(path);
        }

        boolean overlaps(AccountView account) {
            return isWithin(account) || covers(account);
        }
    }
}

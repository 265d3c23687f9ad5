package io.handsel.accounts;

import static io.handsel.accounts.AccountStore.moment;

import io.handsel.notifications.Notice;
import io.handsel.notifications.Notifications;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerScope;
import io.handsel.security.LocationId;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells partners of new designations before they take effect, and whoever answers for a house account that it is to be
 * looked at again. That somebody was told is written in the transaction of the mail, under a key of its own: of several
 * nodes that come to it at once one tells.
 */
@Service
@Transactional
public class DesignationNotices {

    private static final String MAIL = "accounts.mail.";

    /** Words that are to be told by now and count at their accounts once their day has come. */
    private static final String TELLING = """
            not d.all_told and d.tell_from <= :today and d.id = (%s) and (d.source = 'PERSON' or not %s)
            """.formatted(
                    DesignationStore.NEWEST_WORD_ON_NODE.replace("?", "d.valid_from"),
                    DesignationStore.PERSONS_WORD_ABOVE.replace("?", "d.valid_from"));

    /**
     * Whom such a word touches who has not heard of it: partners with a present claim on the account, above it or below
     * it, whoever is given it and whoever loses it.
     */
    private static final String UNTOLD = """
            select t.designation_id, t.partner_id from (
                select d.id as designation_id, c.partner_id as partner_id
                from account_designation d
                join account a on a.id = d.account_id
                join account_claim c on c.root_id = a.root_id and c.ended_at is null and c.until > :now
                join account n on n.id = c.account_id
                where (a.path like n.path || '%%' or n.path like a.path || '%%') and %1$s
                union
                select d.id, d.partner_id from account_designation d join account a on a.id = d.account_id
                where d.partner_id is not null and %1$s
                union
                select d.id, d.replaced_partner_id from account_designation d join account a on a.id = d.account_id
                where d.replaced_partner_id is not null and %1$s
            ) t
            where not exists (select 1 from account_designation_notice told
                where told.designation_id = t.designation_id and told.partner_id = t.partner_id)
            order by t.designation_id, t.partner_id limit :most
            """.formatted(TELLING);

    private final DesignationStore designations;
    private final AccountStore accounts;
    private final Notifications notifications;
    private final People people;
    private final MessageSource messages;
    private final JdbcClient jdbc;
    private final Clock clock;

    DesignationNotices(
            DesignationStore designations,
            AccountStore accounts,
            Notifications notifications,
            People people,
            MessageSource messages,
            JdbcClient jdbc,
            Clock clock) {
        this.designations = designations;
        this.accounts = accounts;
        this.notifications = notifications;
        this.people = people;
        this.messages = messages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Tells partners of what will change for them, each of each change once.
     *
     * @return how many there were to tell; as many as were allowed means that there may be more
     */
    public int tellPartners(int most) {
        // What has taken effect touches nobody else any more: claims are not granted against it. Read before the others
        // are, or a word laid down in between would be told to nobody.
        var over = jdbc.sql("select id from account_designation where not all_told and tell_from <= :today"
                        + " and valid_from < :today limit :most")
                .param("today", today())
                .param("most", most)
                .query(UUID.class)
                .list();
        var untold = jdbc.sql(UNTOLD)
                .param("now", moment(clock.instant()))
                .param("today", today())
                .param("most", most)
                .query((row, number) -> new Untold(
                        row.getObject("designation_id", UUID.class),
                        new PartnerId(row.getObject("partner_id", UUID.class))))
                .list();
        untold.forEach(this::tell);
        if (untold.size() < most && !over.isEmpty()) {
            jdbc.sql("update account_designation set all_told = true where id in (:over)")
                    .param("over", over)
                    .update();
        }
        return untold.size();
    }

    /**
     * Tells whoever answers for a house or assigned account that the day to look at it again has come, once for each
     * such day.
     *
     * @return how many there were to tell
     */
    public int tellOwners(int most) {
        var due = jdbc.sql("select d.id, d.account_id from account_designation d join account a on a.id = d.account_id"
                        + " where d.review_told_at is null and d.designation in ('HOUSE', 'ASSIGNED')"
                        + " and d.review_on <= :today and d.valid_from <= :today and d.id = ("
                        + DesignationStore.NEWEST_WORD_ON_NODE.replace("?", ":today") + ") order by d.id limit :most")
                .param("today", today())
                .param("most", most)
                .query((row, number) -> new Due(
                        row.getObject("id", UUID.class), new AccountId(row.getObject("account_id", UUID.class))))
                .list();
        due.forEach(this::tellOwner);
        return due.size();
    }

    private void tell(Untold untold) {
        var found = designations.find(untold.designation());
        if (found.isEmpty()) {
            return;
        }
        var word = found.get();
        var late = word.isLate();
        int isMine = jdbc.sql("""
                        insert into account_designation_notice (designation_id, partner_id, told_at, late)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(untold.designation(), untold.partner().id(), moment(clock.instant()), late)
                .update();
        if (isMine == 1) {
            var account = accounts.find(word.row().account()).orElseThrow();
            var claims = claims(account, untold.partner());
            recipients(untold.partner(), claims)
                    .forEach(person -> send(person, word, untold.partner(), customers(account, claims, person)));
        }
    }

    private void send(PersonView to, DesignationStore.Told word, PartnerId partner, String customers) {
        var row = word.row();
        var kind = row.designation() == Designation.ASSIGNED && partner.equals(row.partner())
                ? "yours"
                : row.designation().name().toLowerCase(Locale.ROOT);
        notifications.send(Notice.to(to.id())
                .about(
                        MAIL + kind,
                        customers,
                        row.from(),
                        row.designation() == Designation.HOUSE && row.helpPaid() != null
                                ? text("help", to.locale(), row.helpPaid())
                                : "",
                        word.isLate() ? text("late", to.locale()) : "")
                .linkTo("/home")
                .once("designation " + row.id() + " " + to.id()));
    }

    private void tellOwner(Due due) {
        int isMine = jdbc.sql(
                        "update account_designation set review_told_at = ? where id = ? and review_told_at is null")
                .params(moment(clock.instant()), due.designation())
                .update();
        if (isMine == 0) {
            return;
        }
        var word = designations.find(due.designation()).orElseThrow().row();
        var account = accounts.find(due.account()).orElseThrow();
        Optional<PersonView> owner = Optional.ofNullable(word.owner())
                .flatMap(person -> people.find(new PersonId(person)))
                .filter(PersonView::active);
        owner.map(List::of)
                .orElseGet(() -> people.withRole(Role.DIRECTOR))
                .forEach(person -> notifications.send(Notice.to(person.id())
                        .about(
                                MAIL + "review",
                                account.name(),
                                word.review() == null ? today() : word.review(),
                                messages.getMessage(
                                        "accounts.designation."
                                                + word.designation().name(),
                                        new Object[0],
                                        person.locale()))
                        .linkTo("/accounts/" + account.id() + "/review")
                        .once("designation review " + word.id() + " " + word.review() + " " + person.id())));
    }

    /** The partner's present claims on the account, above it and below it. */
    private List<Claimed> claims(AccountView account, PartnerId partner) {
        return jdbc.sql("""
                        select c.person_id, c.location_id, c.customer from account_claim c join account b on b.id = c.account_id
                        where c.root_id = :root and c.partner_id = :partner and c.ended_at is null and c.until > :now
                        and (b.path like :below or :path like b.path || '%') order by c.starts_at, c.id
                        """)
                .param("root", account.root().id())
                .param("partner", partner.id())
                .param("now", moment(clock.instant()))
                .param("below", account.path() + "%")
                .param("path", account.path())
                .query(DesignationNotices::claimed)
                .list();
    }

    private static Claimed claimed(ResultSet row, int number) throws SQLException {
        var location = row.getObject("location_id", UUID.class);
        return new Claimed(
                new PersonId(row.getObject("person_id", UUID.class)),
                location == null ? null : new LocationId(location),
                row.getString("customer"));
    }

    /**
     * Whose claims they are; where nobody of them is there any more, the partner's administrators: those of all
     * locations and those of the claims' own.
     */
    private List<PersonView> recipients(PartnerId partner, List<Claimed> claims) {
        var known = people.among(claims.stream().map(Claimed::person).toList());
        var holders = claims.stream()
                .flatMap(claim -> Stream.ofNullable(known.get(claim.person()))
                        .filter(person -> person.active() && PartnerScope.covers(person, partner, claim.location())))
                .distinct()
                .toList();
        if (!holders.isEmpty()) {
            return holders;
        }
        return people.ofOrganisation(partner.organisation()).stream()
                .filter(person -> person.active() && person.roles().contains(Role.PARTNER_ADMIN))
                .filter(person ->
                        person.location() == null || claims.stream().anyMatch(claim -> person.covers(claim.location())))
                .toList();
    }

    /** The customer as this partner has called it: what others call it is nobody else's business. */
    private static String customers(AccountView account, List<Claimed> claims, PersonView person) {
        var own = claims.stream()
                .filter(claim -> claim.person().equals(person.id()))
                .toList();
        var names = (own.isEmpty() ? claims.stream() : own.stream())
                .filter(claim -> person.covers(claim.location()))
                .map(Claimed::customer)
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? account.name() : names;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(MAIL + key, arguments, locale);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private record Untold(UUID designation, PartnerId partner) {}

    private record Due(UUID designation, AccountId account) {}

    private record Claimed(PersonId person, @Nullable LocationId location, String customer) {}
}

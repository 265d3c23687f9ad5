package io.handsel.partner;

import io.handsel.audit.AuditTrail;
import io.handsel.security.Actor;
import io.handsel.security.Role;
import io.handsel.territory.PartnerDay;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls, mails and meetings with a partner, as the vendor's people wrote them down. The partner never reads them. */
@Service
@Transactional
public class PartnerContacts implements TimelineSource {

    private final PartnerStore partners;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    PartnerContacts(PartnerStore partners, AuditTrail audit, JdbcClient jdbc, Clock clock) {
        this.partners = partners;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes a contact down, whatever the partner's standing: people also telephone with whom they have left.
     *
     * @return why it is not written down; empty if it is
     * @throws PartnerNotFound if there is no such partner
     */
    public Optional<ContactRefusal> note(Actor by, PartnerId partner, NewContact contact) {
        partners.findById(partner).orElseThrow(() -> PartnerNotFound.with(partner));
        var today = clock.instant().atZone(by.zone()).toLocalDate();
        if (contact.words().isEmpty()) {
            return Optional.of(ContactRefusal.NO_WORDS);
        }
        if (contact.day().isAfter(today)) {
            return Optional.of(ContactRefusal.NOT_YET);
        }
        jdbc.sql("""
                        insert into partner_contact (id, partner_id, kind, at, words, noted_by, noted_name)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        partner.id(),
                        contact.kind().name(),
                        Timestamp.from(moment(contact.day(), today, by)),
                        contact.words(),
                        by.person().id(),
                        by.name())
                .update();
        return Optional.empty();
    }

    /**
     * Strikes a contact out: it stays to be read, crossed out. What is struck out already stays so.
     *
     * @return why it is not struck out; empty if it is
     * @throws PartnerNotFound if there is no such contact with this partner
     */
    public Optional<ContactRefusal> strike(Actor by, PartnerId partner, UUID contact) {
        var writer = jdbc.sql("select noted_by from partner_contact where id = ? and partner_id = ?")
                .params(contact, partner.id())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> PartnerNotFound.with(partner));
        if (!mayStrike(by, writer)) {
            return Optional.of(ContactRefusal.NOT_WRITTEN_BY_YOU);
        }
        var struck = jdbc.sql("update partner_contact set struck_at = ? where id = ? and struck_at is null")
                .params(Timestamp.from(clock.instant()), contact)
                .update();
        if (struck > 0) {
            audit.record(Partners.reference(partner), by, "contact-struck", Map.of("contact", contact.toString()));
        }
        return Optional.empty();
    }

    /** Whether this person may strike out what that one wrote down. */
    public static boolean mayStrike(Actor actor, UUID writer) {
        return actor.person().id().equals(writer) || actor.is(Role.DIRECTOR);
    }

    @Override
    @Transactional(readOnly = true)
    public List<TimelineEntry> newest(PartnerId partner, Instant until, int most) {
        return jdbc.sql("""
                        select id, kind, at, words, noted_by, noted_name, struck_at from partner_contact
                        where partner_id = ? and at <= ? order by at desc, cast(id as varchar(36)) desc limit ?
                        """)
                .params(partner.id(), Timestamp.from(until), most)
                .query((row, number) -> new TimelineEntry(
                        row.getTimestamp("at").toInstant(),
                        row.getString("id"),
                        "partner.contact." + row.getString("kind"),
                        row.getString("noted_name"),
                        row.getString("words"),
                        true,
                        row.getObject("noted_by", UUID.class),
                        row.getTimestamp("struck_at") != null))
                .list();
    }

    /** Today's are of this moment; an earlier day's stand at its end, after what the portal noted on it. */
    private Instant moment(LocalDate day, LocalDate today, Actor by) {
        return day.equals(today)
                ? clock.instant()
                : PartnerDay.endOf(day, by.zone()).minusSeconds(1);
    }
}

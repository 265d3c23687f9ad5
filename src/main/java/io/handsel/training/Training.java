package io.handsel.training;

import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.engine.DecisionKey;
import io.handsel.engine.Decisions;
import io.handsel.engine.Facts;
import io.handsel.notifications.Notice;
import io.handsel.notifications.Notifications;
import io.handsel.partner.PartnerCare;
import io.handsel.partner.PartnerId;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.territory.PartnerDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has learned what: quizzes are marked here, and whoever passes holds a certificate for a time. */
@Service
@Transactional
public class Training {

    static final DecisionKey RULES = DecisionKey.of("training-rules");

    private final JdbcClient jdbc;
    private final Courses courses;
    private final Decisions decisions;
    private final Partners partners;
    private final PartnerCare care;
    private final People people;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Training(
            JdbcClient jdbc,
            Courses courses,
            Decisions decisions,
            Partners partners,
            PartnerCare care,
            People people,
            Notifications notifications,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.courses = courses;
        this.decisions = decisions;
        this.partners = partners;
        this.care = care;
        this.people = people;
        this.notifications = notifications;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Marks the answers to the version they were given to; whoever passes has passed that version.
     *
     * @param picked the index of the answer picked for each question; a question left out is not in it
     * @throws CourseNotFound if there is no such version
     */
    public QuizResult answer(Actor actor, String course, int version, Map<Integer, Integer> picked) {
        var asked = courses.version(course, version)
                .orElseThrow(() -> CourseNotFound.of("version " + version + " of " + course))
                .questions(Locale.ENGLISH);
        var right = Math.toIntExact(IntStream.range(0, asked.size())
                .filter(at -> Integer.valueOf(asked.get(at).right()).equals(picked.get(at)))
                .count());
        var needed = rules(course).needed(asked.size());
        return right < needed
                ? new QuizResult(right, asked.size(), needed, null)
                : new QuizResult(right, asked.size(), needed, certify(actor, course, version, right, asked.size()));
    }

    private CertificateId certify(Actor actor, String course, int version, int right, int questions) {
        var partner = PartnerId.of(actor.partner().orElseThrow());
        // Of two answers of one person at once the second waits, and renews what the first was given.
        partners.findLocked(partner);
        var id = CertificateId.create();
        var now = clock.instant();
        var number = number(now);
        var before = ofPerson(actor.person()).stream()
                .filter(held -> held.course().equals(course) && held.state() == CertificateState.VALID)
                .toList();
        jdbc.sql("""
                        insert into training_certificate (id, certificate_number, person_id, partner_id, course,
                            course_version, right_answers, questions, state, issued_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'VALID', ?, ?)
                        """)
                .params(
                        id.id(),
                        number,
                        actor.person().id(),
                        partner.id(),
                        course,
                        version,
                        right,
                        questions,
                        Timestamp.from(now),
                        Timestamp.from(PartnerDay.endAfter(
                                now, Period.ofMonths(rules(course).months()), actor.zone())))
                .update();
        audit.record(reference(id), actor, "issued", Map.of("course", course, "version", String.valueOf(version)));
        before.forEach(old -> {
            become(old.id(), CertificateState.RENEWED);
            events.publishEvent(new CertificateRenewed(old.id()));
        });
        events.publishEvent(new CertificateIssued(id, course, partner, actor.person()));
        return id;
    }

    private String number(Instant now) {
        var next = jdbc.sql("select nextval('training_certificate_number')")
                .query(Long.class)
                .single();
        return String.format(
                Locale.ROOT, "CT-%d-%06d", now.atZone(ZoneOffset.UTC).getYear(), next);
    }

    /** The certificate, where it is the actor's own or the actor works for the vendor. */
    @Transactional(readOnly = true)
    public Optional<CertificateView> find(Actor actor, CertificateId id) {
        return load(id).filter(found -> !actor.isPartner() || found.holder().equals(actor.person()));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<CertificateView> ofPerson(PersonId person) {
        return jdbc.sql("select * from training_certificate where person_id = ? order by issued_at desc, id")
                .param(person.id())
                .query(Training::view)
                .list();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<CertificateView> ofPartner(PartnerId partner) {
        return jdbc.sql("select * from training_certificate where partner_id = ? order by issued_at desc, id")
                .param(partner.id())
                .query(Training::view)
                .list();
    }

    /** How many of so many questions are enough. */
    public int needed(Course course) {
        return rules(course.word()).needed(course.questions(Locale.ENGLISH).size());
    }

    @Transactional(readOnly = true)
    public CertificatePlan plan(CertificateId id) {
        var certificate = load(id).orElseThrow(() -> CourseNotFound.of("certificate " + id));
        var rules = rules(certificate.course());
        var zone = people.get(certificate.holder()).zone();
        var ends = certificate.expiresAt();
        return new CertificatePlan(
                before(ends, rules.firstNotice(), zone),
                before(ends, rules.secondNotice(), zone),
                before(ends, rules.lastNotice(), zone),
                ends);
    }

    private static Instant before(Instant end, int days, ZoneId zone) {
        return end.atZone(zone).minusDays(days).toInstant();
    }

    /** Its time is over; the second call finds the work done. */
    public void expire(CertificateId id) {
        load(id).filter(found -> found.state() == CertificateState.VALID).ifPresent(found -> {
            become(id, CertificateState.EXPIRED);
            audit.recordBySystem(reference(id), "expired", Map.of());
        });
    }

    /** Tells the holder and whoever takes care of the partner. */
    public void tell(CertificateId id, CertificateNotice notice, String occasion) {
        var certificate = load(id).orElseThrow(() -> CourseNotFound.of("certificate " + id));
        var holder = people.get(certificate.holder());
        var partner = partners.get(certificate.partner());
        var manager = people.get(care.managerOf(partner.id(), clock.instant()));
        var about = "training.mail." + notice.name().toLowerCase(Locale.ROOT).replace('_', '-');
        for (var to : List.of(holder, manager)) {
            notifications.send(Notice.to(to.id())
                    .about(
                            about + (to.organisation() == null ? ".vendor" : ""),
                            holder.name(),
                            partner.name(),
                            certificate.number(),
                            certificate.expiresAt())
                    .linkTo(to.organisation() == null ? "/training/certificates/" + id : "/training")
                    .once("certificate " + notice + " " + to.id() + " " + occasion));
        }
    }

    private TrainingRules rules(String course) {
        return TrainingRules.of(decisions.one(RULES, Facts.of("course", course)));
    }

    private void become(CertificateId id, CertificateState state) {
        jdbc.sql("update training_certificate set state = ? where id = ?")
                .params(state.name(), id.id())
                .update();
    }

    private Optional<CertificateView> load(CertificateId id) {
        return jdbc.sql("select * from training_certificate where id = ?")
                .param(id.id())
                .query(Training::view)
                .optional();
    }

    private static CertificateView view(ResultSet row, int number) throws SQLException {
        return new CertificateView(
                CertificateId.parse(row.getString("id")),
                row.getString("certificate_number"),
                PersonId.parse(row.getString("person_id")),
                PartnerId.parse(row.getString("partner_id")),
                row.getString("course"),
                row.getInt("course_version"),
                row.getInt("right_answers"),
                row.getInt("questions"),
                CertificateState.valueOf(row.getString("state")),
                row.getTimestamp("issued_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }

    private static CaseReference reference(CertificateId id) {
        return new CaseReference("certificate", id.id());
    }
}

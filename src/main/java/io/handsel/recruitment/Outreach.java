package io.handsel.recruitment;

import io.handsel.audit.AuditTrail;
import io.handsel.kernel.EmailAddress;
import io.handsel.notifications.Notice;
import io.handsel.notifications.Notifications;
import io.handsel.recruitment.OptOuts.Standing;
import io.handsel.recruitment.OutreachSchedule.Mail;
import io.handsel.security.OneTimeToken;
import io.handsel.security.People;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to candidates until somebody answers, applies or wants no more. Whether an address may be written to is
 * decided under a lock in the transaction that puts the mail into the outbox.
 */
@Service
@Transactional
public class Outreach {

    private final CandidateStore candidates;
    private final CampaignStore campaigns;
    private final CandidateNews news;
    private final CandidateLinks links;
    private final OutreachSchedule schedule;
    private final OptOuts optOuts;
    private final Notifications notifications;
    private final People people;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Outreach(
            CandidateStore candidates,
            CampaignStore campaigns,
            CandidateNews news,
            CandidateLinks links,
            OutreachSchedule schedule,
            OptOuts optOuts,
            Notifications notifications,
            People people,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.candidates = candidates;
        this.campaigns = campaigns;
        this.news = news;
        this.links = links;
        this.schedule = schedule;
        this.optOuts = optOuts;
        this.notifications = notifications;
        this.people = people;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** When the next mail is due; empty where there is none left. */
    @Transactional(readOnly = true)
    public Optional<Instant> planNext(CandidateId id) {
        var candidate = load(id);
        var since = candidate.outreachSince().orElseGet(clock::instant);
        return schedule.find(nextStep(id)).map(step -> since.plus(step.after()));
    }

    /** Writes the next mail. @return false where nobody is to be written to any more */
    public boolean write(CandidateId id) {
        var candidate = load(id);
        if (!candidate.isWrittenTo()) {
            return false;
        }
        var campaign = candidate
                .campaign()
                .flatMap(campaigns::findById)
                .filter(running -> running.state() == CampaignState.RUNNING);
        if (campaign.isEmpty() || candidate.email().isEmpty()) {
            return over(candidate, OutreachState.STOPPED);
        }
        var address = candidate.email().get();
        var standing = optOuts.lock(address);
        if (standing != Standing.OPEN) {
            return over(
                    candidate, standing == Standing.OPTED_OUT ? OutreachState.OPTED_OUT : OutreachState.DEAD_ADDRESS);
        }
        var number = nextStep(id);
        var step = schedule.find(number);
        if (step.isEmpty()) {
            return over(candidate, OutreachState.SILENT);
        }
        write(candidate, campaign.get(), address, number, step.get().mail());
        return true;
    }

    /** Every mail has left and nobody has answered. */
    public void silent(CandidateId id) {
        var candidate = load(id);
        if (candidate.isWrittenTo()) {
            over(candidate, OutreachState.SILENT);
            audit.recordBySystem(candidate.reference(), "silent", Map.of());
        }
    }

    /** Who would opt out by this link. */
    @Transactional(readOnly = true)
    public Optional<EmailAddress> addressee(String token) {
        return links.find(new OneTimeToken(token)).map(CandidateLinks.Link::address);
    }

    /** Whoever has the link's address is never written to again; a second time changes nothing. */
    public boolean optOut(String token) {
        var link = links.find(new OneTimeToken(token));
        link.ifPresent(found -> {
            if (optOuts.optOut(found.address())) {
                candidates.findByEmail(found.address()).ifPresent(candidate -> {
                    candidate.endOutreach(OutreachState.OPTED_OUT);
                    audit.recordBySystem(candidate.reference(), "opted-out", Map.of());
                    news.keep(candidate);
                });
            }
        });
        return link.isPresent();
    }

    /**
     * Somebody has answered a mail.
     *
     * @param references the names of the messages it refers to, before the at sign
     * @return whether it was an answer to a mail of ours nobody has heard of yet
     */
    public boolean replied(MailName mail, Collection<String> references, EmailAddress from) {
        var found = references.stream()
                .flatMap(name -> addressed(name).stream())
                .findFirst()
                .or(() -> candidates.findByEmail(from).filter(candidate -> nextStep(candidate.id()) > 1));
        if (found.isEmpty() || !isNew(mail)) {
            return false;
        }
        found.filter(candidate -> candidate.state().isProspect()).ifPresent(candidate -> {
            candidate.engaged(clock.instant());
            audit.recordBySystem(candidate.reference(), "engaged", Map.of());
            news.keep(candidate);
        });
        return true;
    }

    /** The mail of this name has come back for good: its address is dead. */
    public boolean bounced(MailName mail, String name) {
        var address = jdbc.sql("select address from outreach_mail where message_id = ?")
                .param(name)
                .query(String.class)
                .optional()
                .map(EmailAddress::new);
        if (address.isEmpty() || !isNew(mail)) {
            return false;
        }
        address.ifPresent(dead -> {
            if (optOuts.died(dead)) {
                candidates.findByEmail(dead).ifPresent(candidate -> {
                    candidate.endOutreach(OutreachState.DEAD_ADDRESS);
                    audit.recordBySystem(candidate.reference(), "bounced", Map.of());
                    news.keep(candidate);
                });
            }
        });
        return true;
    }

    /** Of several nodes that read one mail the first gets it; the others wait for that one's transaction. */
    private boolean isNew(MailName mail) {
        return jdbc.sql("insert into outreach_answer (mail, read_at) values (?, ?) on conflict do nothing")
                        .params(mail.hash(), Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private Optional<Candidate> addressed(String messageName) {
        return jdbc.sql("select candidate_id from outreach_mail where message_id = ?")
                .param(messageName)
                .query((row, number) -> new CandidateId(row.getObject("candidate_id", UUID.class)))
                .optional()
                .flatMap(candidates::findWhole);
    }

    private void write(Candidate candidate, Campaign campaign, EmailAddress address, int step, Mail mail) {
        var now = clock.instant();
        var key = "outreach/" + candidate.id() + "/" + step;
        jdbc.sql("""
                        insert into outreach_mail (candidate_id, step, address, standing, message_key, message_id,
                            written_at)
                        values (?, ?, ?, 'OPEN', ?, ?, ?)
                        """)
                .params(
                        candidate.id().id(),
                        step,
                        address.address(),
                        key,
                        Notifications.messageName(key),
                        Timestamp.from(now))
                .update();
        var token = links.make(candidate.id(), address, now);
        var known = candidate.known();
        var owner = people.get(campaign.plan().owner());
        notifications.send(Notice.toAddress(address, Locale.forLanguageTag(known.language()), owner.zone())
                .about(
                        "recruitment.mail." + mail.name().toLowerCase(Locale.ROOT),
                        Objects.requireNonNullElse(known.contact(), known.company()),
                        known.company(),
                        owner.name())
                .linkTo("/apply?invitation=" + token.text())
                .unsubscribeAt("/opt-out/" + token.text())
                .inConfidence()
                .once(key));
        candidate.contacted(now);
        audit.recordBySystem(candidate.reference(), "mail", Map.of("step", String.valueOf(step)));
        news.keep(candidate);
    }

    private boolean over(Candidate candidate, OutreachState why) {
        candidate.outreachOver(why);
        news.keep(candidate);
        return false;
    }

    private int nextStep(CandidateId id) {
        return jdbc.sql("select count(*) from outreach_mail where candidate_id = ?")
                        .param(id.id())
                        .query(Integer.class)
                        .single()
                + 1;
    }

    private Candidate load(CandidateId id) {
        return candidates.findById(id).orElseThrow(() -> CandidateNotFound.of(id));
    }
}

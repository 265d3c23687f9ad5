package io.handsel.recruitment;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.handsel.AtOnce;
import io.handsel.MovableClock;
import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.notifications.Notifications;
import io.handsel.security.Actor;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers and returned mails, from a real mailbox by IMAP. */
@RecruitmentTest
class OutreachMailboxTests {

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(ServerSetupTest.IMAP.dynamicPort());

    @Autowired
    Outreach outreach;

    @Autowired
    CandidateDesk desk;

    @Autowired
    AuditTrail audit;

    @Autowired
    RecruitmentFixtures fixtures;

    @Autowired
    MovableClock clock;

    /** Of each test its own: mailboxes made within one second have the same name, and their mails were read before. */
    final String user = "partners-" + UUID.randomUUID();

    CandidateId id;
    OutreachMailbox mailbox;
    String messageId;

    @BeforeEach
    void a_mail_has_gone_out() {
        clock.moveTo(MovableClock.START);
        Actor manager = fixtures.manager();
        id = fixtures.candidate(manager, fixtures.running(manager));
        desk.write(manager, id);
        assertThat(outreach.write(id)).isTrue();
        messageId = "<" + Notifications.messageName("outreach/" + id + "/1") + "@localhost>";
        SERVER.setUser("partners@vendor.example", user, "secret");
        mailbox = new OutreachMailbox(
                new MailboxSettings("127.0.0.1", SERVER.getImap().getPort(), user, "secret", "INBOX", false), outreach);
    }

    @Test
    void an_answer_marks_the_candidate_as_engaged_and_is_read_once() throws Exception {
        arrives(answer());

        mailbox.read();

        assertThat(desk.get(id).state()).isEqualTo(CandidateState.ENGAGED);
        assertThat(SERVER.getReceivedMessages()[0].getFlags().contains(Flags.Flag.SEEN))
                .isTrue();
    }

    /** A node that dies before it has marked the mail leaves it to the next one. */
    @Test
    void a_mail_that_is_read_again_has_had_its_effect() throws Exception {
        arrives(answer());
        mailbox.read();
        var inbox = SERVER.getManagers().getImapHostManager().getInbox(owner());
        inbox.setFlags(new Flags(Flags.Flag.SEEN), false, inbox.getMessageUids()[0], null, false);

        mailbox.read();

        assertThat(answersNoted()).isEqualTo(1);
    }

    @Test
    void a_mail_that_two_nodes_read_at_once_has_its_effect_once() throws Exception {
        arrives(answer());
        arrives(report("failed", "5.1.1"));
        Callable<Boolean> node = () -> {
            mailbox.read();
            return true;
        };

        AtOnce.heard(node, node);

        assertThat(answersNoted()).isEqualTo(1);
        assertThat(desk.get(id).outreach()).isEqualTo(OutreachState.REPLIED);
    }

    @Test
    void a_mail_in_another_mailbox_is_another_one() {
        assertThat(List.of(
                        MailName.of("a", "h", "INBOX", 1, 2),
                        MailName.of("b", "h", "INBOX", 1, 2),
                        MailName.of("a", "i", "INBOX", 1, 2),
                        MailName.of("a", "h", "Spam", 1, 2),
                        MailName.of("a", "h", "INBOX", 12, 2),
                        MailName.of("a", "h", "INBOX", 1, 22)))
                .doesNotHaveDuplicates();
    }

    @Test
    void an_absence_notice_is_no_answer() throws Exception {
        arrives("""
                From: %s
                To: partners@vendor.example
                Subject: Out of office
                Auto-Submitted: auto-replied
                References: %s

                Back on Monday.
                """.formatted(desk.get(id).known().email(), messageId));

        mailbox.read();

        assertThat(desk.get(id).state()).isEqualTo(CandidateState.CONTACTED);
    }

    @Test
    void a_mail_that_comes_back_for_good_marks_the_address_as_dead() throws Exception {
        arrives(report("failed", "5.1.1"));

        mailbox.read();

        assertThat(desk.get(id).outreach()).isEqualTo(OutreachState.DEAD_ADDRESS);
    }

    @Test
    void a_mail_that_is_only_late_changes_nothing() throws Exception {
        arrives(report("delayed", "4.4.1"));

        mailbox.read();

        assertThat(desk.get(id).outreach()).isEqualTo(OutreachState.RUNNING);
    }

    @Test
    void what_belongs_to_nobody_or_cannot_be_read_holds_nothing_up() throws Exception {
        arrives("From: <>\nTo: partners@vendor.example\nSubject: nothing\n\nNothing.\n");
        arrives(
                "From: a@b.example\nTo: partners@vendor.example\nContent-Type: multipart/report; boundary=x\n\nbroken\n");
        arrives("""
                From: boss@elsewhere.example
                To: partners@vendor.example
                References: <other@elsewhere.example> %s

                Yes.
                """.formatted(messageId));

        mailbox.read();

        assertThat(desk.get(id).state()).isEqualTo(CandidateState.ENGAGED);
    }

    @Test
    void without_a_host_no_mailbox_is_read() throws Exception {
        new OutreachMailbox(new MailboxSettings(null, 993, "", "", "INBOX", true), outreach).read();

        assertThat(desk.get(id).outreach()).isEqualTo(OutreachState.RUNNING);
    }

    private String answer() {
        return """
                From: The Boss <boss@elsewhere.example>
                To: partners@vendor.example
                Subject: Re: a partnership?
                In-Reply-To: %s

                Tell us more.
                """.formatted(messageId);
    }

    private long answersNoted() {
        return audit.of(new CaseReference("candidate", id.id())).stream()
                .filter(entry -> entry.action().equals("engaged"))
                .count();
    }

    private String report(String action, String status) {
        return """
                From: MAILER-DAEMON@mail.example
                To: partners@vendor.example
                Subject: Undelivered
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="edge"

                --edge
                Content-Type: text/plain

                It could not be delivered.
                --edge
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example

                Final-Recipient: rfc822; somebody@nowhere.example
                Action: %s
                Status: %s

                --edge
                Content-Type: text/rfc822-headers

                Message-ID: %s
                Subject: a partnership?

                --edge--
                """.formatted(action, status, messageId);
    }

    private void arrives(String mail) throws Exception {
        var message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        owner().deliver(message);
    }

    private GreenMailUser owner() {
        return SERVER.getManagers().getUserManager().getUser(user);
    }
}

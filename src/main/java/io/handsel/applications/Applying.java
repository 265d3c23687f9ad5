package io.handsel.applications;

import io.handsel.accounts.CompanyMarks;
import io.handsel.applications.ApplicationOutcome.Done;
import io.handsel.applications.ApplicationOutcome.Refused;
import io.handsel.audit.AuditTrail;
import io.handsel.dns.CodeOutcome;
import io.handsel.kernel.EmailAddress;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an applicant does: applies, follows the application on a private link, answers, thinks better of it. */
@Service
@Transactional
public class Applying {

    private static final int LONGEST_ANSWER = 2000;

    private final Applications applications;
    private final ApplicationLinks links;
    private final ApplicationNotices notices;
    private final ApplicationNews news;
    private final ApplicantPages pages;
    private final ApplicationDomains domains;
    private final ApplicationDuplicates duplicates;
    private final InvitedApplicants invited;
    private final AuditTrail audit;
    private final Clock clock;

    Applying(
            Applications applications,
            ApplicationLinks links,
            ApplicationNotices notices,
            ApplicationNews news,
            ApplicantPages pages,
            ApplicationDomains domains,
            ApplicationDuplicates duplicates,
            InvitedApplicants invited,
            AuditTrail audit,
            Clock clock) {
        this.applications = applications;
        this.links = links;
        this.notices = notices;
        this.news = news;
        this.pages = pages;
        this.domains = domains;
        this.duplicates = duplicates;
        this.invited = invited;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is known of whoever comes by the link of a mail of ours; nothing for everybody else. */
    @Transactional(readOnly = true)
    public Map<String, String> knownOf(String invitation) {
        return invited.knownOf(invitation);
    }

    /**
     * A company applies; the private link goes by mail. Whether there is such a partner or such an application already
     * makes no difference here: whoever asks in somebody else's name would learn it. Only a no with a day from which on
     * to come again holds until that day, and the company has been told both.
     */
    public ApplicationOutcome submit(ApplyAsPartner wish) {
        var wrong = ApplicationRules.wrong(wish);
        if (!wrong.isEmpty() || !(ApplicantDomain.of(wish.domain()) instanceof ApplicantDomain.Usable domain)) {
            return new Refused(wrong);
        }
        var marks = CompanyMarks.of(
                wish.businessName(), wish.country(), domain.name().name(), wish.vat(), wish.duns());
        var again = duplicates.tooEarlyUntil(marks);
        if (again.isPresent()) {
            return Refused.until(again.get());
        }
        var number = "APP-%05d".formatted(applications.nextNumber());
        var candidate = invited.of(wish.invitation());
        var application = new PartnerApplication(
                number, new Applicant(wish, domain.name(), marks), candidate.orElse(null), clock.instant());
        audit.recordBySystem(application.reference(), "received", Map.of("number", number));
        candidate.ifPresent(invited::applied);
        news.keep(application);
        notices.toApplicant(application, ApplicationNotice.RECEIVED, "received");
        return new Done(application.id());
    }

    /** What the private page shows. */
    @Transactional(readOnly = true)
    public ApplicantLink look(String token) {
        return links.find(token)
                .<ApplicantLink>map(known -> known.current()
                        ? new ApplicantLink.Open(pages.of(load(known.application())))
                        : new ApplicantLink.Ended(hidden(load(known.application()))))
                .orElseGet(ApplicantLink.Unknown::new);
    }

    /**
     * A new link to the contact's address, for whoever has an old one.
     *
     * @throws ApplicationNotFound if it leads to no application
     */
    public void sendLinkAgain(String token) {
        var known = links.find(token).orElseThrow(ApplicationNotFound::behindLink);
        notices.toApplicant(load(known.application()), ApplicationNotice.LINK, "link " + clock.instant());
    }

    /** @throws ApplicationNotFound if the link leads to no application, or its days are over */
    public ApplicationOutcome withdraw(String token) {
        var application = behind(token);
        if (!application.status().isRunning()) {
            return Refused.because(ApplicationRefusal.NOT_IN_THIS_STATE);
        }
        application.withdraw(clock.instant());
        audit.recordBySystem(application.reference(), "withdrawn", Map.of());
        application.candidate().ifPresent(invited::withdrawn);
        news.keep(application);
        domains.drop(application);
        return new Done(application.id());
    }

    /**
     * Mails a code to somebody at the applicant's domain.
     *
     * @param mailbox what stands before the at sign
     * @throws ApplicationNotFound if the link leads to no application, or its days are over
     */
    public CodeOutcome sendCode(String token, String mailbox) {
        var application = behind(token);
        var address = mailbox.strip() + "@" + application.applicant().marks().domain();
        return mailbox.isBlank() || mailbox.contains("@") || !EmailAddress.isValid(address)
                ? CodeOutcome.NOT_AT_DOMAIN
                : domains.sendCode(application, EmailAddress.parse(address));
    }

    /** @throws ApplicationNotFound if the link leads to no application, or its days are over */
    public CodeOutcome enterCode(String token, String code) {
        return domains.enterCode(behind(token), code);
    }

    /** @throws ApplicationNotFound if the link leads to no application, or its days are over */
    public ApplicationOutcome answer(String token, String text) {
        var application = behind(token);
        if (!application.is(ApplicationStatus.QUESTION_ASKED)) {
            return Refused.because(ApplicationRefusal.NOT_IN_THIS_STATE);
        }
        if (text.isBlank()) {
            return Refused.because(ApplicationRefusal.FIELD_MISSING, "answer");
        }
        if (text.length() > LONGEST_ANSWER) {
            return Refused.because(ApplicationRefusal.FIELD_TOO_LONG, "answer");
        }
        application.answer(text.strip());
        audit.recordBySystem(application.reference(), "answered", Map.of());
        news.keep(application);
        return new Done(application.id());
    }

    private PartnerApplication behind(String token) {
        return links.find(token)
                .filter(ApplicationLinks.Known::current)
                .map(known -> load(known.application()))
                .orElseThrow(ApplicationNotFound::behindLink);
    }

    private PartnerApplication load(ApplicationId id) {
        return applications.findById(id).orElseThrow(() -> ApplicationNotFound.of(id));
    }

    /** As much of the address as its owner needs to know which one it is. */
    private static String hidden(PartnerApplication application) {
        var address = application.applicant().contactEmail();
        return address.address().charAt(0) + "…@" + address.host();
    }
}

package io.handsel.agreements;

import io.handsel.audit.AuditTrail;
import io.handsel.kernel.ContentHash;
import io.handsel.partner.PartnerCare;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.People;
import io.handsel.shell.ShellSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Chooses the template of an agreement and makes the exact text, filled with what is known of the partner. */
@Service
@Transactional
public class AgreementPreparation {

    private final AgreementStore store;
    private final AgreementPapers papers;
    private final AgreementTable table;
    private final AgreementTemplates templates;
    private final AgreementNews news;
    private final Partners partners;
    private final PartnerCare care;
    private final People people;
    private final ShellSettings vendor;
    private final AuditTrail audit;

    AgreementPreparation(
            AgreementStore store,
            AgreementPapers papers,
            AgreementTable table,
            AgreementTemplates templates,
            AgreementNews news,
            Partners partners,
            PartnerCare care,
            People people,
            ShellSettings vendor,
            AuditTrail audit) {
        this.store = store;
        this.papers = papers;
        this.table = table;
        this.templates = templates;
        this.news = news;
        this.partners = partners;
        this.care = care;
        this.people = people;
        this.vendor = vendor;
        this.audit = audit;
    }

    /** Chooses the template and makes the text; what there is already stays. */
    public AgreementPlan prepare(AgreementId id) {
        var agreement = store.findById(id).orElseThrow(() -> AgreementNotFound.of(id));
        var partner = partners.get(agreement.partner());
        var row = table.row(partner);
        var text = row.flatMap(
                found -> templates.newest(found.template(), partner.locale().getLanguage()));
        var now = news.now();
        if (text.isEmpty()) {
            return new AgreementPlan(false, false, now, now, now);
        }
        if (agreement.status() == AgreementStatus.WITHOUT_TEMPLATE) {
            agreement.offer(row.get().template(), row.get().counterSignature());
            make(agreement, partner, text.get());
        }
        return new AgreementPlan(
                true,
                agreement.needsCounterSignature(),
                now.plus(row.get().firstReminder()),
                now.plus(row.get().secondReminder()),
                now.plus(row.get().escalation()));
    }

    /** Makes the text anew from the newest version of its template and what is known today. */
    void makeAnew(Agreement agreement) {
        var partner = partners.get(agreement.partner());
        templates
                .newest(agreement.template().orElseThrow(), partner.locale().getLanguage())
                .ifPresent(text -> make(agreement, partner, text));
    }

    private void make(Agreement agreement, PartnerView partner, TemplateVersion text) {
        var now = news.now();
        var values = values(agreement, partner, now, Locale.forLanguageTag(text.language()));
        var html = AgreementTemplates.html(text.title(), text.body(), values);
        var document = new AgreementDocument(
                agreement.nextRevision(),
                text.template(),
                text.language(),
                text.version(),
                Placeholder.fill(text.title(), values),
                html,
                ContentHash.of(html).hex(),
                now);
        store.saveAndFlush(agreement);
        papers.keep(agreement.id(), document);
        audit.recordBySystem(
                agreement.reference(),
                "prepared",
                Map.of("template", text.template() + " " + text.version(), "document", document.sha256()));
    }

    private Function<Placeholder, String> values(
            Agreement agreement, PartnerView partner, Instant now, Locale language) {
        var signer = people.get(agreement.signer());
        return placeholder -> switch (placeholder) {
            case PARTNER -> partner.name();
            case PARTNER_REGION -> partner.region();
            case CURRENCY -> partner.currency().getCurrencyCode();
            case SIGNER -> signer.name();
            case SIGNER_EMAIL -> signer.email().address();
            case VENDOR -> vendor.name();
            case MANAGER -> people.get(care.managerOf(partner.id(), now)).name();
            case NUMBER -> agreement.number();
            case DATE -> day(now, partner.zone(), language);
        };
    }

    private static String day(Instant moment, ZoneId zone, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(moment.atZone(zone));
    }
}

package io.handsel.agreements;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.handsel.forms.SafeHtml;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import io.handsel.shell.ShellSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Prints an agreement: the exact text that was signed, and behind it a page that says who signed, when, from where, in
 * which capacity, and how to see that nothing was changed. The font is inside the file and knows Latin, Greek and
 * Cyrillic script. Nothing is loaded from anywhere while it is printed.
 */
@Component
class AgreementPdf {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    private static final String FOOT = "(number)";

    private static final String STYLE = """
            @page { size: A4; margin: 22mm 20mm 24mm 20mm;
                @bottom-left { content: "(number)"; font: 8pt Liberation; color: #555 }
                @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Liberation; color: #555 } }
            body { font-family: Liberation; font-size: 10.5pt; line-height: 1.45; color: #111 }
            h2 { font-size: 18pt; font-weight: normal; margin: 0 0 6mm; line-height: 1.25 }
            h3 { font-size: 12.5pt; font-weight: normal; margin: 7mm 0 2mm; page-break-after: avoid }
            h4 { font-size: 11pt; font-weight: normal; margin: 5mm 0 1mm; page-break-after: avoid }
            p, li { orphans: 2; widows: 2 }
            a { color: #111 }
            table { border-collapse: collapse; width: 100% }
            td, th { border-bottom: 0.4pt solid #999; padding: 1.4mm 2mm 1.4mm 0; text-align: left; font-weight: normal;
                vertical-align: top }
            .evidence { page-break-before: always }
            .evidence h3 { margin: 5mm 0 1mm }
            .evidence p { margin: 1mm 0 }
            .evidence th { width: 42mm; color: #444 }
            .hash { font-size: 8.5pt; word-wrap: break-word }
            """;

    private final AgreementPapers papers;
    private final Partners partners;
    private final People people;
    private final ShellSettings vendor;
    private final MessageSource messages;
    private final String baseUrl;

    AgreementPdf(
            AgreementPapers papers,
            Partners partners,
            People people,
            ShellSettings vendor,
            MessageSource messages,
            @Value("${handsel.base-url}") String baseUrl) {
        this.papers = papers;
        this.partners = partners;
        this.people = people;
        this.vendor = vendor;
        this.messages = messages;
        this.baseUrl = baseUrl;
    }

    byte[] of(Agreement agreement, Instant inForceAt) {
        var document = papers.document(agreement.id()).orElseThrow();
        var signature = papers.signature(agreement.id()).orElseThrow();
        var words = new Words(
                Locale.forLanguageTag(document.language()),
                partners.get(agreement.partner()).zone());
        var page = "<html lang=\"" + document.language() + "\"><head><title>"
                + SafeHtml.escapedForHtml(agreement.number() + " " + document.title()) + "</title><style>"
                + STYLE.replace(FOOT, agreement.number()) + "</style></head><body>" + document.html()
                + evidence(agreement, document, signature, inForceAt, words) + "</body></html>";
        return print(page);
    }

    private String evidence(
            Agreement agreement,
            AgreementDocument document,
            AgreementSignature signature,
            Instant inForceAt,
            Words words) {
        var partner = partners.get(agreement.partner());
        return "<div class=\"evidence\"><h2>" + words.of("title") + "</h2><p>" + words.of("lead") + "</p><h3>"
                + words.of("document") + "</h3>"
                + table(words, facts(agreement, document, partner))
                + "<h3>" + SafeHtml.escapedForHtml(partner.name()) + "</h3>"
                + table(words, signed(signature, words))
                + counterSigned(agreement, words) + "<h3>" + words.of("inForce") + "</h3><p>"
                + words.moment(inForceAt) + "</p><h3>" + words.of("check") + "</h3><p>"
                + words.of("check.how", SafeHtml.escapedForHtml(baseUrl + "/agreements/verify")) + "</p></div>";
    }

    private Map<String, String> facts(Agreement agreement, AgreementDocument document, PartnerView partner) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("number", agreement.number());
        facts.put("name", document.title());
        facts.put("parties", vendor.name() + " · " + partner.name());
        facts.put("template", document.template() + ", " + document.templateVersion());
        facts.put("hash", document.sha256());
        return facts;
    }

    private static Map<String, String> signed(AgreementSignature signature, Words words) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("signedBy", signature.name());
        facts.put("capacity", signature.capacity());
        facts.put("authority", words.plain("authority.declared"));
        facts.put("signedAt", words.moment(signature.signedAt()));
        facts.put("address", signature.address());
        facts.put("signedHash", signature.document());
        return facts;
    }

    private String counterSigned(Agreement agreement, Words words) {
        var by = agreement.counterSignedBy().flatMap(people::find).map(PersonView::name);
        if (by.isEmpty()) {
            return "";
        }
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("signedBy", by.get());
        facts.put("signedAt", words.moment(agreement.counterSignedAt().orElseThrow()));
        return "<h3>" + SafeHtml.escapedForHtml(vendor.name()) + "</h3>" + table(words, facts);
    }

    private static String table(Words words, Map<String, String> facts) {
        return facts.entrySet().stream()
                .map(fact -> "<tr><th>" + words.of(fact.getKey()) + "</th><td"
                        + (fact.getKey().toLowerCase(Locale.ROOT).endsWith("hash") ? " class=\"hash\">" : ">")
                        + SafeHtml.escapedForHtml(fact.getValue()) + "</td></tr>")
                .collect(Collectors.joining("", "<table>", "</table>"));
    }

    private byte[] print(String page) {
        try (var out = new ByteArrayOutputStream();
                var document = new PDDocument()) {
            var builder = new PdfRendererBuilder();
            builder.useFont(AgreementPdf::font, "Liberation", NORMAL, FontStyle.NORMAL, true);
            builder.useFont(AgreementPdf::font, "Liberation", BOLD, FontStyle.NORMAL, true);
            builder.useFont(AgreementPdf::font, "Liberation", NORMAL, FontStyle.ITALIC, true);
            builder.useFont(AgreementPdf::font, "Liberation", BOLD, FontStyle.ITALIC, true);
            builder.useExternalResourceAccessControl(
                    (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.withHtmlContent(page, null);
            builder.withProducer(vendor.name());
            builder.usePDDocument(document);
            builder.toStream(out);
            builder.run();
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT));
    }

    /** The words of the evidence page, in the language of the document. */
    private final class Words {

        private final Locale language;
        private final ZoneId zone;

        private Words(Locale language, ZoneId zone) {
            this.language = language;
            this.zone = zone;
        }

        private String of(String key, Object... arguments) {
            return SafeHtml.escapedForHtml(plain(key, arguments));
        }

        private String plain(String key, Object... arguments) {
            return Objects.requireNonNull(messages.getMessage("agreements.evidence." + key, arguments, language));
        }

        /** As the partner's clock says, and as every clock does. */
        private String moment(Instant moment) {
            var local = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG)
                    .withLocale(language)
                    .format(moment.atZone(zone));
            return local + " (" + moment.atZone(ZoneOffset.UTC).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME) + ")";
        }
    }
}

package io.handsel.recruitment.web;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.handsel.forms.CountryChoices;
import io.handsel.forms.FormCatalogue;
import io.handsel.forms.FormData;
import io.handsel.forms.FormFilling;
import io.handsel.forms.FormPart;
import io.handsel.forms.Viewer;
import io.handsel.recruitment.CampaignView;
import io.handsel.security.Actor;
import io.handsel.shell.ReaderFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The recruiter's brief: every question with its answer, as a page and as a file to print. */
@Component
class BriefPages {

    /** Latin, Greek and Cyrillic letters; it comes with the PDF library. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    private final FormCatalogue forms;
    private final FormFilling filling;
    private final ITemplateEngine templates;
    private final ReaderFormat format;

    BriefPages(FormCatalogue forms, FormFilling filling, ITemplateEngine templates, ReaderFormat format) {
        this.format = format;
        this.forms = forms;
        this.filling = filling;
        this.templates = templates;
    }

    /** A part of the brief. */
    record Chapter(String title, List<Answer> answers) {}

    /** @param text null where nobody has answered yet */
    record Answer(String question, @Nullable String text) {}

    List<Chapter> chapters(CampaignView campaign, Actor reader) {
        Map<String, @Nullable Object> known = new HashMap<>(campaign.brief().answers());
        known.put("countries", CountryChoices.in(reader.locale()));
        return filling
                .open(forms.newest("recruitment/campaign-brief"), FormData.of(known), Viewer.of(reader))
                .parts()
                .stream()
                .map(part -> new Chapter(
                        part.wording().label(),
                        part.children().stream().map(this::answer).toList()))
                .toList();
    }

    byte[] pdf(CampaignView campaign, Actor reader) {
        var page = templates.process(
                "recruitment/brief-file",
                new Context(reader.locale(), Map.of("campaign", campaign, "chapters", chapters(campaign, reader))));
        try (var out = new ByteArrayOutputStream();
                var document = new PDDocument()) {
            var builder = new PdfRendererBuilder();
            builder.useFont(BriefPages::font, "Liberation", NORMAL, FontStyle.NORMAL, true);
            builder.useFont(BriefPages::font, "Liberation", BOLD, FontStyle.NORMAL, true);
            builder.useExternalResourceAccessControl(
                    (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.withHtmlContent(page, null);
            builder.usePDDocument(document);
            builder.toStream(out);
            builder.run();
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Answer answer(FormPart question) {
        var entry = question.entry();
        var chosen = question.chosen().stream().map(FormPart.Offer::label).collect(Collectors.joining(", "));
        var text = !chosen.isEmpty()
                ? chosen
                : question.hasDate() && !entry.date().isEmpty()
                        ? format.day(LocalDate.parse(entry.date()))
                        : entry.text();
        var label = question.hasDate()
                ? question.wording().dateLabel()
                : question.wording().label();
        return new Answer(label, text.isBlank() ? null : text);
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT));
    }
}

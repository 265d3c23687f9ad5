package io.handsel.forms;

import java.util.regex.Pattern;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/** A designer's Markdown and HTML, with nothing in it that could run, load or restyle. */
public final class SafeHtml {

    private static final Parser MARKDOWN = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private static final Pattern IMAGE = Pattern.compile(
            "(https://|/(?!/)|data:image/(png|jpeg|gif|webp);base64,)[^\\s]*", Pattern.CASE_INSENSITIVE);

    private static final Pattern SPAN = Pattern.compile("[1-9]\\d?");

    private static final PolicyFactory POLICY = Sanitizers.FORMATTING
            .and(Sanitizers.BLOCKS)
            .and(Sanitizers.LINKS)
            .and(new HtmlPolicyBuilder()
                    .allowElements(
                            "hr",
                            "pre",
                            "figure",
                            "figcaption",
                            "dl",
                            "dt",
                            "dd",
                            "table",
                            "caption",
                            "thead",
                            "tbody",
                            "tfoot",
                            "tr",
                            "th",
                            "td")
                    .allowAttributes("colspan", "rowspan")
                    .matching(SPAN)
                    .onElements("th", "td")
                    .allowAttributes("scope")
                    .matching(true, "col", "row")
                    .onElements("th")
                    .toFactory());

    private static final Pattern MARKDOWN_SIGNS = Pattern.compile("([\\\\`*_{}\\[\\]()#+\\-.!<>|~&=:@/])");

    private SafeHtml() {}

    public static String ofMarkdown(String markdown) {
        return POLICY.sanitize(RENDERER.render(MARKDOWN.parse(markdown)));
    }

    static String ofHtml(String html) {
        return POLICY.sanitize(html);
    }

    /** An inserted value must not become Markdown, least of all a link: only the designer's own text may. */
    public static String escapedForMarkdown(String text) {
        return MARKDOWN_SIGNS.matcher(text.replaceAll("\\s+", " ")).replaceAll("\\\\$1");
    }

    public static String escapedForHtml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** An address an image may come from, or nothing. */
    static String imageSource(String source) {
        return IMAGE.matcher(source.strip()).matches() ? source.strip() : "";
    }
}

package io.handsel.agreements;

import io.handsel.agreements.TemplateOutcome.Refused;
import io.handsel.agreements.TemplateOutcome.Written;
import io.handsel.forms.SafeHtml;
import io.handsel.security.Actor;
import io.handsel.security.PersonId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The texts agreements are made from. Whoever edits one writes its next version; every version stays, because
 * agreements were made from it. The first versions come with the program.
 */
@Service
@Transactional
public class AgreementTemplates implements InitializingBean {

    /** In which every template is written at least; what there is in no other language is read in this one. */
    static final String MAIN_LANGUAGE = Locale.ENGLISH.getLanguage();

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_BODY = 60_000;

    private static final List<String> SHIPPED = List.of("reseller", "distributor");
    private static final List<String> LANGUAGES = List.of(MAIN_LANGUAGE, Locale.GERMAN.getLanguage());

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionOperations transactions;

    AgreementTemplates(JdbcClient jdbc, Clock clock, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Puts what is shipped beside what is there; nothing that was edited is touched. */
    @Override
    public void afterPropertiesSet() {
        // Called before this bean has its proxy, which would open the transaction.
        transactions.executeWithoutResult(transaction -> ship());
    }

    private void ship() {
        for (var template : SHIPPED) {
            for (var language : LANGUAGES) {
                var lines = shipped(template, language);
                var title = lines.substring(0, lines.indexOf('\n'));
                insert(
                        template,
                        language,
                        1,
                        title,
                        lines.substring(lines.indexOf('\n')).strip(),
                        null);
            }
        }
    }

    /** The newest version of each template in each language. */
    @Transactional(readOnly = true)
    public List<TemplateVersion> list() {
        return jdbc.sql("""
                        select * from agreement_template t
                        where edition = (select max(edition) from agreement_template n
                            where n.template_key = t.template_key and n.language = t.language)
                        order by template_key, language
                        """).query(AgreementTemplates::row).list();
    }

    /** Every version of a template in one language, the newest first. */
    @Transactional(readOnly = true)
    public List<TemplateVersion> versions(String template, String language) {
        return jdbc.sql("""
                        select * from agreement_template where template_key = ? and language = ? order by edition desc
                        """)
                .params(template, language)
                .query(AgreementTemplates::row)
                .list();
    }

    /** The newest version of what a word such as {@code reseller-en} names. */
    @Transactional(readOnly = true)
    public Optional<TemplateVersion> named(String name) {
        return list().stream().filter(newest -> newest.isCalled(name)).findAny();
    }

    /** The newest version in this language, or else in the main one; empty where there is no such template. */
    @Transactional(readOnly = true)
    public Optional<TemplateVersion> newest(String template, String language) {
        return versions(template, language).stream()
                .findFirst()
                .or(() -> versions(template, MAIN_LANGUAGE).stream().findFirst());
    }

    /**
     * Writes the next version; agreements made from now on are made from it.
     *
     * @param after the version this one was written on
     */
    public TemplateOutcome write(Actor by, String template, String language, int after, String title, String body) {
        var refused = judge(title, body);
        if (refused.isPresent()) {
            return refused.get();
        }
        var newest = versions(template, language).stream()
                .findFirst()
                .map(TemplateVersion::version)
                .orElse(0);
        var isNext =
                newest == after && insert(template, language, after + 1, title.strip(), body.strip(), by.person()) == 1;
        return isNext ? new Written(after + 1) : new Refused(TemplateRefusal.CHANGED_MEANWHILE, Set.of());
    }

    /** Why this text cannot be a template; empty where it can. */
    @Transactional(readOnly = true)
    public Optional<Refused> judge(String title, String body) {
        var unknown = Placeholder.unknownIn(body);
        unknown.addAll(Placeholder.unknownIn(title));
        if (title.isBlank() || title.strip().length() > LONGEST_TITLE) {
            return Optional.of(new Refused(TemplateRefusal.TITLE_MISSING, Set.of()));
        }
        if (body.isBlank()) {
            return Optional.of(new Refused(TemplateRefusal.EMPTY, Set.of()));
        }
        if (body.length() > LONGEST_BODY) {
            return Optional.of(new Refused(TemplateRefusal.TOO_LONG, Set.of()));
        }
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refused(TemplateRefusal.UNKNOWN_PLACEHOLDER, unknown));
    }

    /** A text as it will look, each placeholder shown by its name in brackets. */
    @Transactional(readOnly = true)
    public String preview(String title, String body) {
        return html(title, body, placeholder -> "[" + placeholder.inTemplate() + "]");
    }

    /** The HTML of a filled template: what is filled in is text, whatever it looks like. */
    static String html(String title, String body, Function<Placeholder, String> values) {
        Function<Placeholder, String> safely = values.andThen(SafeHtml::escapedForMarkdown);
        return "<h2>" + SafeHtml.escapedForHtml(Placeholder.fill(title, values)) + "</h2>\n"
                + SafeHtml.ofMarkdown(Placeholder.fill(body, safely));
    }

    private int insert(
            String template, String language, int version, String title, String body, @Nullable PersonId by) {
        return jdbc.sql("""
                        insert into agreement_template
                            (template_key, language, edition, title, body, written_at, written_by)
                        values (:template, :language, :version, :title, :body, :at, :by)
                        on conflict do nothing
                        """)
                .param("template", template)
                .param("language", language)
                .param("version", version)
                .param("title", title)
                .param("body", body)
                .param("at", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .param("by", by == null ? null : by.id(), Types.OTHER)
                .update();
    }

    private static TemplateVersion row(ResultSet row, int number) throws SQLException {
        var by = row.getObject("written_by", UUID.class);
        return new TemplateVersion(
                row.getString("template_key"),
                row.getString("language"),
                row.getInt("edition"),
                row.getString("title"),
                row.getString("body"),
                row.getTimestamp("written_at").toInstant(),
                by == null ? null : new PersonId(by));
    }

    private static String shipped(String template, String language) {
        var file = new ClassPathResource("agreements/" + template + "_" + language + ".md");
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

package io.handsel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * "Is this customer free?" among 40,000 accounts on PostgreSQL, typed into a real browser letter by letter: from the
 * moment a question is settled (the pause after the last letter is over) to the moment its answer is painted.
 */
@Journey
@Tag("proof")
class CheckSpeedIT {

    private static final Logger LOG = LoggerFactory.getLogger(CheckSpeedIT.class);
    private static final int ACCOUNTS = 40_000;
    private static final int QUESTIONS = Integer.getInteger("check.questions", 120);
    private static final int WARM_UP = 20;
    /** What the page waits after the last letter. */
    private static final double PAUSE = 250;

    private static final double PROMISED = 150;
    private static final String[] SYLLABLES = {
        "al", "ber", "cor", "dan", "el", "fen", "gar", "hol", "in", "jor", "kal", "lin", "mar", "nor", "os", "pel",
        "quin", "ros", "sul", "tar", "ul", "ven", "wal", "xan", "yor", "zel"
    };
    private static final String[] TRADES = {
        "Steel", "Paper", "Foods", "Software", "Logistics", "Energy", "Pharma", "Textiles", "Optics", "Insurance"
    };

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionOperations transaction;

    private final Random random = new Random(40_000);

    @Test
    void the_answer_is_there_as_soon_as_one_stops_typing(Visitors visitors) {
        var names = register();
        var ben = visitors.signedIn("partner-a-sales").open("/accounts/check");
        ben.page().evaluate("""
                () => {
                  window.waits = [];
                  let last = 0;
                  document.addEventListener('input', () => { last = performance.now(); }, true);
                  document.addEventListener('htmx:afterSettle', ({ detail }) => {
                    if (detail.elt.id === 'answer') {
                      requestAnimationFrame(() => window.waits.push(performance.now() - last));
                    }
                  });
                }
                """);
        List<Double> waits = new ArrayList<>();
        for (int count = 0; count < WARM_UP + QUESTIONS; count++) {
            // As if nothing had been asked for an hour: questions are counted.
            transaction.executeWithoutResult(status -> jdbc.update("delete from account_question"));
            var wait = ask(ben, question(names, count));
            if (count >= WARM_UP) {
                waits.add(wait - PAUSE);
            }
        }

        waits.sort(null);
        var median = waits.get(waits.size() / 2);
        var slow = waits.get((int) Math.ceil(waits.size() * .95) - 1);
        LOG.info(
                "{} questions among {} accounts, settled to shown: p50 {} ms, p95 {} ms, slowest {} ms",
                waits.size(),
                ACCOUNTS,
                Math.round(median),
                Math.round(slow),
                Math.round(waits.get(waits.size() - 1)));
        assertThat(slow).as("p95 in ms").isLessThanOrEqualTo(PROMISED);
    }

    /** Known ones as they are written, known ones with a slip, and unknown ones. */
    private String question(List<String> names, int count) {
        var name = names.get(random.nextInt(names.size()));
        return switch (count % 3) {
            case 0 -> name;
            case 1 -> name.substring(0, 3) + name.charAt(2) + name.substring(3);
            default -> word() + " " + word() + " Works";
        };
    }

    private static double ask(Visitor visitor, String question) {
        var page = visitor.page();
        visitor.find("#name").clear();
        page.waitForTimeout(600);
        var before = ((Number) page.evaluate("() => window.waits.length")).intValue();
        visitor.find("#name").pressSequentially(question, new Locator.PressSequentiallyOptions().setDelay(30));
        page.waitForFunction("name => document.querySelector('#answer strong')?.textContent === name", question);
        page.waitForFunction("count => window.waits.length > count", before);
        return ((Number) page.evaluate("() => window.waits[window.waits.length - 1]")).doubleValue();
    }

    /** Put beside those of the demonstration; the index of names is told that everything is to be read again. */
    private List<String> register() {
        var now = OffsetDateTime.now();
        var names = new ArrayList<String>();
        var accounts = new ArrayList<Object[]>();
        var known = new ArrayList<Object[]>();
        var identities = new ArrayList<Object[]>();
        for (int count = 0; count < ACCOUNTS; count++) {
            var name = word() + " " + word() + " " + TRADES[random.nextInt(TRADES.length)] + " GmbH";
            var id = UUID.randomUUID();
            var key = name.toLowerCase(Locale.ROOT);
            names.add(name);
            accounts.add(new Object[] {id, id, id + "/", name, key, now});
            known.add(new Object[] {id, name});
            identities.add(new Object[] {UUID.randomUUID(), id, "d" + count + "-" + key.replace(' ', '-') + ".de"});
        }
        transaction.executeWithoutResult(status -> write(accounts, known, identities));
        return names;
    }

    private void write(List<Object[]> accounts, List<Object[]> known, List<Object[]> identities) {
        jdbc.batchUpdate("""
                insert into account (id, root_id, path, kind, name, search_key, country, created_at, version)
                values (?, ?, ?, 'LEGAL_ENTITY', ?, ?, 'DE', ?, 0)
                """, accounts);
        jdbc.batchUpdate("insert into account_name (account_id, kind, name) values (?, 'LEGAL', ?)", known);
        jdbc.batchUpdate("""
                insert into account_identity (id, account_id, kind, scope, identifier, sole)
                values (?, ?, 'DOMAIN', '', ?, true)
                """, identities);
        jdbc.update("delete from account_change");
        jdbc.update("update account_change_head set last = last + 1");
    }

    private String word() {
        var word = new StringBuilder();
        for (int count = 0; count < 3; count++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}

package io.handsel.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/**
 * Looks at pages as those do who cannot see them, see them badly, or see them on a telephone: axe-core finds nothing to
 * object to on a wide and on a narrow window, in light and in dark, and nothing is wider than the window.
 *
 * <p>What has the same elements looks the same, whatever its words: a page all of whose parts (head, content, foot …) have
 * been examined on others is only measured. Most pages differ in their content alone, and the same content is read by many.
 */
class Examination {

    private static final int WIDE = 1280;
    private static final int NARROW = 360;
    private static final int HEIGHT = 800;
    private static final String AXE = axe();

    /** What is hidden behind a heading is looked at too; the menu would hide what is below it. */
    private static final String UNFOLD = """
            () => document.querySelectorAll('details:not(.menu)').forEach(details => { details.open = true; })""";

    /** Each part's elements without their words; equal neighbours count once, so that lists of any length are equal. */
    private static final String ELEMENTS = """
            () => {
              const describe = element => {
                const marks = [...element.attributes]
                  .filter(({ name }) => /^(class|type|role|scope|disabled|readonly|data-tone|data-label)$|^aria-/.test(name))
                  .filter(({ name }) => !/^aria-(label|labelledby|describedby|controls)$/.test(name))
                  .map(({ name, value }) => name + '=' + value);
                const inside = [...element.children].map(describe).filter((child, at, all) => child !== all[at - 1]);
                return element.tagName + '[' + marks.join() + '](' + inside.join('') + ')';
              };
              return [...document.body.children].map(describe);
            }""";

    /** Colours are all that another colour scheme changes. */
    private static final String OBJECTIONS = """
            rules => axe.run(document, {
              runOnly: rules.colours
                ? { type: 'rule', values: ['color-contrast'] }
                : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
              resultTypes: ['violations'],
              preload: false
            }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(
              node => id + ' at ' + node.target.join(' ') + ': ' + node.failureSummary.replace(/\\s+/g, ' ') + ' ' + node.html)))""";

    private static final String TOO_WIDE = """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) {
                return [];
              }
              const culprits = [...document.body.querySelectorAll('*')]
                .filter(element => element.checkVisibility() && element.getBoundingClientRect().right > width + 1)
                .map(element => element.outerHTML.slice(0, 160));
              return ['wider than the window: ' + culprits.slice(0, 3).join(' ')];
            }""";

    private final Set<String> seen = new HashSet<>();

    /** Everything that is wrong with the page as it stands. */
    List<String> of(Page page) {
        page.evaluate(UNFOLD);
        List<String> faults = new ArrayList<>();
        if (seen.addAll(parts(page))) {
            page.evaluate(AXE);
            look(page, WIDE, faults);
            look(page, NARROW, faults);
        } else {
            page.setViewportSize(NARROW, HEIGHT);
        }
        add(faults, "at " + NARROW, page.evaluate(TOO_WIDE));
        page.setViewportSize(WIDE, HEIGHT);
        return faults;
    }

    @SuppressWarnings("unchecked")
    private static List<String> parts(Page page) {
        return (List<String>) page.evaluate(ELEMENTS);
    }

    private static void look(Page page, int width, List<String> faults) {
        page.setViewportSize(width, HEIGHT);
        add(faults, "at " + width, page.evaluate(OBJECTIONS, Map.of("colours", false)));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        add(faults, "dark, at " + width, page.evaluate(OBJECTIONS, Map.of("colours", true)));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static void add(List<String> faults, String where, Object found) {
        ((List<?>) found).forEach(fault -> faults.add(where + ": " + fault));
    }

    private static String axe() {
        try {
            return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}

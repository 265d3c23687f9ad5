package io.handsel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** Pages on which not a sentence of another language is left. */
final class GermanPages {

    private static final int SHORTEST = 6;
    private static final Set<String> ENGLISH = english();

    /** A diagram for the vendor, and its name, speak the language of whoever drew it; what can be unfolded is read, too. */
    private static final String WITHOUT_DIAGRAMS = """
            () => {
              document.querySelectorAll('h3:has(+ figure), figure').forEach(part => part.remove());
              document.querySelectorAll('details:not(.menu)').forEach(details => { details.open = true; });
            }""";

    private GermanPages() {}

    /** What says of itself that it is of another language, such as the choice of languages, may be. */
    static Visitor readsOnlyGerman(Visitor visitor) {
        assertThat(visitor.readsGerman()).isTrue();
        var text = visitor.everything();
        assertThat(text).as(visitor.page().url()).doesNotContain("??");
        var marked = visitor.find("body [lang]:not([lang=de])").allInnerTexts();
        assertThat(text.lines().map(String::strip).filter(ENGLISH::contains).filter(line -> !marked.contains(line)))
                .as("English on " + visitor.page().url())
                .isEmpty();
        return visitor;
    }

    static Visitor withoutDiagrams(Visitor visitor) {
        visitor.page().evaluate(WITHOUT_DIAGRAMS);
        return visitor;
    }

    /** What our pages say in English and say otherwise in German, as far as it is said without anything put in. */
    private static Set<String> english() {
        var german = texts("messages_de.properties");
        var words = german.values().stream().map(Object::toString).collect(Collectors.toSet());
        return texts("messages.properties").entrySet().stream()
                .map(text -> text.getValue().toString().replace("''", "'").strip())
                .filter(text -> text.length() >= SHORTEST && !text.contains("{") && !words.contains(text))
                .collect(Collectors.toSet());
    }

    private static Properties texts(String file) {
        var texts = new Properties();
        try (var in = new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
        return texts;
    }
}

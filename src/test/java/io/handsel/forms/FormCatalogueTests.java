package io.handsel.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.shell.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormCatalogueTests {

    private final FormSource published = source(Map.of("deals/review-deal", form("published")));
    private final FormSource shipped = source(Map.of(
            "deals/review-deal", form("shipped"), "deals/close-won", form("shipped"), "d7/review-deal", form("begun")));

    private final FormCatalogue catalogue = new FormCatalogue(List.of(published, shipped), FormFixtures.PARSER);

    @Test
    void prefers_what_was_published_to_what_is_shipped() {
        assertThat(catalogue.newest("deals/review-deal").id()).isEqualTo("published");
        assertThat(catalogue.newest("deals/close-won").id()).isEqualTo("shipped");
    }

    @Test
    void gives_a_case_the_form_it_began_with() {
        assertThat(catalogue.deployed("d7", "review-deal").id()).isEqualTo("begun");
    }

    @Test
    void reads_a_form_once() {
        assertThat(catalogue.newest("deals/close-won")).isSameAs(catalogue.newest("deals/close-won"));
    }

    @Test
    void is_no_way_to_other_files() {
        for (String name : List.of("deals", "../application", "deals/../x", "deals/a.b", "deals//x", "Deals/x")) {
            assertThat(catalogue.find(name)).as(name).isEmpty();
        }
        assertThatThrownBy(() -> catalogue.newest("deals/unknown")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> catalogue.deployed("d7", "../review-deal")).isInstanceOf(NotFound.class);
        assertThat(new ShippedForms().newest("deals", "unknown")).isEmpty();
    }

    private static String form(String id) {
        return "{\"type\": \"default\", \"id\": \"" + id + "\", \"components\": []}";
    }

    private static FormSource source(Map<String, String> forms) {
        return new FormSource() {

            @Override
            public Optional<String> newest(String module, String name) {
                return Optional.ofNullable(forms.get(module + "/" + name));
            }

            @Override
            public Optional<String> deployed(String deployment, String name) {
                return newest(deployment, name);
            }
        };
    }
}

package io.handsel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** A page is small: what every page loads, as it goes over the line. */
class AssetsTests {

    private static final int KB = 1024;

    @Test
    void the_style_of_all_pages_stays_small() throws IOException {
        assertThat(asset("style.css.gz")).hasSizeLessThanOrEqualTo(6 * KB);
    }

    @Test
    void the_script_of_all_pages_stays_small() throws IOException {
        assertThat(asset("handsel.js.br")).hasSizeLessThanOrEqualTo(16 * KB);
        assertThat(asset("handsel.js.gz")).hasSizeLessThanOrEqualTo(18 * KB);
    }

    @Test
    void the_script_evaluates_no_text() throws IOException {
        String script = new String(asset("handsel.js"), StandardCharsets.UTF_8);

        assertThat(script)
                .doesNotContain("eval(")
                .doesNotContain("new Function")
                .doesNotContainPattern("\\bFunction\\(");
    }

    private static byte[] asset(String name) throws IOException {
        return new ClassPathResource("static/assets/" + name).getContentAsByteArray();
    }
}

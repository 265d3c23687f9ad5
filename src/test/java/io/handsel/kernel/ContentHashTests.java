package io.handsel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ContentHashTests {

    /** The example of FIPS 180-2: whoever checks a receipt without us computes the same. */
    @Test
    void is_the_sha_256_anybody_computes() {
        assertThat(ContentHash.of("abc"))
                .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void takes_a_text_in_utf_8() {
        assertThat(ContentHash.of("Zürich")).isEqualTo(ContentHash.of("Zürich".getBytes(StandardCharsets.UTF_8)));
    }
}

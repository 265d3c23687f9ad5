package io.handsel.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccentColourTests {

    @ParameterizedTest
    @ValueSource(strings = {"#ffcc00", "#0f5e5a", "#ffffff", "#000000", "#ff0000", "#00ff00", "#0000ff", "#808080"})
    void every_accent_can_be_read_on_both_pages(String accent) {
        for (AccentColour page : new AccentColour[] {AccentColour.LIGHT_PAGE, AccentColour.DARK_PAGE}) {
            AccentColour readable = AccentColour.parse(accent).readableOn(page);

            assertThat(readable.contrast(page)).isGreaterThanOrEqualTo(4.5);
            assertThat(readable.contrast(readable.ink())).isGreaterThanOrEqualTo(4.5);
        }
    }
}

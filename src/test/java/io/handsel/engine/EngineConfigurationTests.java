package io.handsel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EngineConfigurationTests {

    @Test
    void the_time_is_no_finer_than_the_databases_keep_it() {
        var clock = new EngineConfiguration().clock();

        assertThat(Stream.generate(clock::instant).limit(100))
                .allSatisfy(moment -> assertThat(moment).isEqualTo(moment.truncatedTo(ChronoUnit.MICROS)));
    }
}

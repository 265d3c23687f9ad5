package io.handsel.crash;

import io.handsel.HandselApplication;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A run of the application before the play begins, in which everybody is made ready by its own services. */
final class Backstage {

    private Backstage() {}

    static ConfigurableApplicationContext open(Map<String, Object> dataSource, Class<?>... fixtures) {
        return new SpringApplicationBuilder(Stream.concat(Stream.of(HandselApplication.class), Stream.of(fixtures))
                        .toArray(Class<?>[]::new))
                .profiles("test")
                .initializers(application -> application
                        .getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("data source of the play", dataSource)))
                .run("--server.port=0");
    }
}

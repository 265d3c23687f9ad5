package io.handsel.dns;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A name server of the test's own, asked over the network like any other. Import it into a Spring test. */
@TestConfiguration(proxyBeanMethods = false)
public class DnsServerConfiguration {

    private static final Duration SHORT = Duration.ofMillis(250);

    @Bean
    DnsServer dnsServer() throws IOException {
        return new DnsServer();
    }

    @Bean
    @Primary
    DnsLookup lookupInTest(DnsServer server) {
        return DnsConfiguration.lookup(new DnsSettings(List.of(server.address()), SHORT, 1));
    }
}

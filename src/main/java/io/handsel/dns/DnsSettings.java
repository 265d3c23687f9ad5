package io.handsel.dns;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the Domain Name System is asked, {@code handsel.dns.*}.
 *
 * @param resolvers whom to ask, as {@code host} or {@code host:port}, in this order; none means those of this machine
 * @param timeout how long one of them may take for one answer
 * @param attempts how often each is asked before it counts as silent
 */
@ConfigurationProperties("handsel.dns")
record DnsSettings(
        @DefaultValue List<String> resolvers,
        @DefaultValue("PT3S") Duration timeout,
        @DefaultValue("2") int attempts) {}

package io.handsel.dns;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;

/** Whom the Domain Name System is asked through. Only they are ever contacted, whatever an applicant writes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DnsSettings.class)
class DnsConfiguration {

    private static final int PORT = 53;

    @Bean
    DnsLookup dnsLookup(DnsSettings settings) {
        return lookup(settings);
    }

    static DnsLookup lookup(DnsSettings settings) {
        var addresses = settings.resolvers().isEmpty()
                ? ResolverConfig.getCurrentConfig().servers()
                : settings.resolvers().stream().map(DnsConfiguration::address).toList();
        List<SimpleResolver> resolvers = new ArrayList<>();
        for (var address : addresses) {
            var resolver = new SimpleResolver(address);
            resolver.setTimeout(settings.timeout());
            // An answer that did not fit is asked for again over TCP.
            resolver.setIgnoreTruncation(false);
            resolvers.add(resolver);
        }
        return new DnsLookup(List.copyOf(resolvers), settings.attempts());
    }

    private static InetSocketAddress address(String written) {
        int colon = written.lastIndexOf(':');
        return colon < 0 || written.indexOf(':') != colon
                ? new InetSocketAddress(written, PORT)
                : new InetSocketAddress(written.substring(0, colon), Integer.parseInt(written.substring(colon + 1)));
    }
}

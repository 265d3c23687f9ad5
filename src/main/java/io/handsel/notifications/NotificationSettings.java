package io.handsel.notifications;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of mail, {@code handsel.notifications.*}. The server itself is named by {@code spring.mail.*}; without
 * {@code spring.mail.host} mail is kept and shown to the operator.
 *
 * @param baseUrl where links in mails lead
 * @param from the address mails come from
 * @param sending whether this node sends
 * @param retries how long to wait after the first, second … failure; after the last the mail is put aside
 * @param lease how long a node may take for one mail before another tries; longer than the server's time-outs together
 */
@ConfigurationProperties("handsel.notifications")
record NotificationSettings(
        String baseUrl,
        @DefaultValue("handsel@localhost") String from,
        @DefaultValue("true") boolean sending,

        @DefaultValue({"PT10S", "PT1M", "PT10M", "PT1H", "PT6H"})
        List<Duration> retries,

        @DefaultValue("PT2M") Duration lease) {}

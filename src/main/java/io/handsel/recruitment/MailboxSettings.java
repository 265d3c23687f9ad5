package io.handsel.recruitment;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox answers to outreach arrive in, {@code handsel.recruitment.mailbox.*}. Without a host none is read, and
 * answers are noted by hand.
 *
 * @param tls whether the line is encrypted from the beginning
 */
@ConfigurationProperties("handsel.recruitment.mailbox")
record MailboxSettings(
        @Nullable String host,
        @DefaultValue("993") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("true") boolean tls) {}

package io.handsel.dns;

/** What is asked about a domain; also keys under {@code dns.question}. */
public enum DnsQuestion {
    /** Whether the domain's name servers are those that were named. */
    NAME_SERVERS,
    /** Whether it takes mail. */
    MAIL_SERVERS,
    /** Whether it has the record only its owner can write. */
    PROOF
}

package io.handsel.dns;

import java.util.List;
import org.xbill.DNS.Record;

/** What the Domain Name System says to one question. */
sealed interface DnsReply {

    /** @param records of the kind that was asked for; none where the name has none of that kind */
    record Known(List<Record> records) implements DnsReply {}

    /** There is no such name. */
    record NoSuchName() implements DnsReply {}

    /**
     * Nobody knows for the moment: this is no answer, and asking again later is all one can do.
     *
     * @param why in words of the protocol, such as {@code SERVFAIL}
     */
    record Unknown(String why) implements DnsReply {}
}

package io.handsel.dns;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/**
 * Asks the Domain Name System about a domain. The network is waited for before anything is written, so that nobody waits
 * for a lock of ours meanwhile.
 */
@Service
public class DomainCheck {

    private final DomainProofs proofs;
    private final DnsLookup dns;
    private final Clock clock;

    DomainCheck(DomainProofs proofs, DnsLookup dns, Clock clock) {
        this.proofs = proofs;
        this.dns = dns;
        this.clock = clock;
    }

    public CheckResult ask(DomainProofId id) {
        var asked = proofs.asked(id);
        List<DomainAnswer> answers = new ArrayList<>();
        var servers = dns.ask(asked.name(), Type.NS);
        answers.add(answer(DnsQuestion.NAME_SERVERS, servers, records -> servers(asked, records)));
        // Whoever does not answer at all is not waited for three times.
        var silent = servers.equals(DnsLookup.SILENCE);
        var mail = silent ? servers : dns.ask(asked.name(), Type.MX);
        answers.add(answer(DnsQuestion.MAIL_SERVERS, mail, DomainCheck::takesMail));
        var texts = silent ? servers : dns.ask(asked.name(), Type.TXT);
        answers.add(answer(
                DnsQuestion.PROOF,
                texts,
                records -> records.stream().map(DomainCheck::text).anyMatch(asked.record()::equals)
                        ? DnsFinding.FOUND
                        : DnsFinding.NOT_FOUND));
        return proofs.keep(id, answers);
    }

    private DomainAnswer answer(DnsQuestion question, DnsReply reply, Function<List<Record>, DnsFinding> meaning) {
        Instant now = clock.instant();
        if (reply instanceof DnsReply.Known known) {
            var said =
                    known.records().stream().map(DomainCheck::written).sorted().collect(Collectors.joining(", "));
            return new DomainAnswer(question, meaning.apply(known.records()), said.isEmpty() ? "NO RECORD" : said, now);
        }
        return reply instanceof DnsReply.Unknown unknown
                ? new DomainAnswer(question, DnsFinding.UNKNOWN, unknown.why(), now)
                : new DomainAnswer(question, DnsFinding.NOT_FOUND, "NO SUCH DOMAIN", now);
    }

    private static DnsFinding servers(AskedDomain asked, List<Record> records) {
        Set<String> present = records.stream().map(DomainCheck::written).collect(Collectors.toSet());
        var there = asked.nameServers().stream().filter(present::contains).count();
        if (there == 0) {
            return DnsFinding.NOT_FOUND;
        }
        return there == asked.nameServers().size() ? DnsFinding.FOUND : DnsFinding.PARTLY;
    }

    /** One record that names the root says that there is no mail (RFC 7505). */
    private static DnsFinding takesMail(List<Record> records) {
        return records.stream()
                        .anyMatch(record -> !((MXRecord) record).getTarget().equals(Name.root))
                ? DnsFinding.FOUND
                : DnsFinding.NOT_FOUND;
    }

    private static String written(Record record) {
        if (record instanceof NSRecord server) {
            return name(server.getTarget());
        }
        return record instanceof MXRecord mail ? name(mail.getTarget()) : text(record);
    }

    private static String name(Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }

    /** A long text comes in pieces that belong together. */
    private static String text(Record record) {
        return String.join("", ((TXTRecord) record).getStrings());
    }
}

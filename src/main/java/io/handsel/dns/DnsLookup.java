package io.handsel.dns;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Asks resolvers and makes sense of what they answer. Waits for the network, so it is called from jobs only. Whatever is
 * no plain yes or no (silence, a failing or a lame server, an answer to another question, aliases that run in a circle)
 * is unknown.
 */
class DnsLookup {

    /** Nobody has answered in time. */
    static final DnsReply.Unknown SILENCE = new DnsReply.Unknown("NO ANSWER");

    private static final int MOST_ALIASES = 8;

    private final List<? extends Resolver> resolvers;
    private final int attempts;

    DnsLookup(List<? extends Resolver> resolvers, int attempts) {
        this.resolvers = resolvers;
        this.attempts = attempts;
    }

    /** @param type as in {@link Type} */
    DnsReply ask(String domain, int type) {
        try {
            return ask(Name.fromString(domain, Name.root), type);
        } catch (TextParseException noName) {
            return new DnsReply.NoSuchName();
        }
    }

    private DnsReply ask(Name asked, int type) {
        var seen = new HashSet<Name>();
        var name = asked;
        while (seen.size() <= MOST_ALIASES) {
            var said = send(name, type);
            if (!(said instanceof Said.Something something)) {
                return new DnsReply.Unknown(((Said.Nothing) said).why());
            }
            var message = something.message();
            // An answer may hold the whole chain of aliases, or its first link only.
            while (true) {
                var records = recordsAt(message, name, type);
                if (!records.isEmpty()) {
                    return new DnsReply.Known(records);
                }
                var alias = recordsAt(message, name, Type.CNAME);
                if (alias.isEmpty()) {
                    break;
                }
                if (!seen.add(name)) {
                    return new DnsReply.Unknown("ALIASES IN A CIRCLE");
                }
                name = ((CNAMERecord) alias.get(0)).getTarget();
            }
            if (seen.contains(name)) {
                return new DnsReply.Unknown("ALIASES IN A CIRCLE");
            }
            var isAboutLastName = seen.isEmpty() || name.equals(questionOf(message));
            if (isAboutLastName || message.getRcode() == Rcode.NXDOMAIN) {
                return message.getRcode() == Rcode.NXDOMAIN ? new DnsReply.NoSuchName() : new DnsReply.Known(List.of());
            }
        }
        return new DnsReply.Unknown("TOO MANY ALIASES");
    }

    private sealed interface Said {

        record Something(Message message) implements Said {}

        record Nothing(String why) implements Said {}
    }

    private Said send(Name name, int type) {
        var why = "NO RESOLVER";
        for (int attempt = 0; attempt < attempts; attempt++) {
            for (var resolver : resolvers) {
                var query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
                try {
                    var message = resolver.send(query);
                    var wrong = wrong(query, message);
                    if (wrong == null) {
                        return new Said.Something(message);
                    }
                    why = wrong;
                } catch (IOException silent) {
                    why = SILENCE.why();
                }
            }
        }
        return new Said.Nothing(why);
    }

    /** Why a message is no answer to this query; null where it is one. */
    private static @Nullable String wrong(Message query, Message message) {
        int code = message.getRcode();
        if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
            return Rcode.string(code).toUpperCase(Locale.ROOT);
        }
        var header = message.getHeader();
        if (header.getID() != query.getHeader().getID()
                || !header.getFlag(Flags.QR)
                || message.getQuestion() == null
                || !query.getQuestion().equals(message.getQuestion())) {
            return "ANSWER TO ANOTHER QUESTION";
        }
        if (header.getFlag(Flags.TC)) {
            return "CUT OFF";
        }
        // Neither somebody who knows nor somebody who asks around: it only points elsewhere.
        var knows = header.getFlag(Flags.AA) || header.getFlag(Flags.RA);
        return knows ? null : "LAME";
    }

    private static Name questionOf(Message message) {
        return message.getQuestion().getName();
    }

    private static List<Record> recordsAt(Message message, Name name, int type) {
        return message.getSection(Section.ANSWER).stream()
                .filter(record -> record.getType() == type && record.getName().equals(name))
                .toList();
    }
}

package io.handsel.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/**
 * A real name server in this process, over UDP and TCP on one port: it has what a test writes into its zone, and for
 * some names it is slow, silent, broken or a liar.
 */
public final class DnsServer implements AutoCloseable {

    /** What is wrong with a name. */
    public enum Trouble {
        SILENT,
        SERVFAIL,
        REFUSED,
        NXDOMAIN,
        /** Points elsewhere instead of answering. */
        LAME,
        WRONG_ID,
        OTHER_QUESTION,
        /** Does not fit into a datagram: comes as a whole over TCP only. */
        TRUNCATED,
        /** Does not fit, and over TCP nobody answers. */
        TRUNCATED_AND_SILENT,
        /** Says even over TCP that there is more. */
        TRUNCATED_FOR_GOOD,
        NO_DNS_AT_ALL
    }

    private static final long TTL = 60;

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Map<String, List<Record>> zone = new ConcurrentHashMap<>();
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int failuresLeft;

    public DnsServer() throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        tcp = new ServerSocket(0, 50, loopback);
        udp = new DatagramSocket(new InetSocketAddress(loopback, tcp.getLocalPort()));
        start("dns-udp", this::serveUdp);
        start("dns-tcp", this::serveTcp);
    }

    public String address() {
        return "127.0.0.1:" + udp.getLocalPort();
    }

    public DnsServer nameServers(String domain, String... servers) {
        return put(
                domain,
                Type.NS,
                List.of(servers).stream()
                        .map(server -> (Record) new NSRecord(name(domain), DClass.IN, TTL, name(server)))
                        .toList());
    }

    public DnsServer mail(String domain, String... servers) {
        return put(
                domain,
                Type.MX,
                List.of(servers).stream()
                        .map(server -> (Record) new MXRecord(name(domain), DClass.IN, TTL, 10, name(server)))
                        .toList());
    }

    /** Long texts go in pieces of 255, as they have to. */
    public DnsServer text(String domain, String... texts) {
        return put(
                domain,
                Type.TXT,
                List.of(texts).stream()
                        .map(text -> (Record) new TXTRecord(name(domain), DClass.IN, TTL, pieces(text)))
                        .toList());
    }

    public DnsServer alias(String domain, String target) {
        return put(domain, Type.CNAME, List.of(new CNAMERecord(name(domain), DClass.IN, TTL, name(target))));
    }

    public DnsServer trouble(String domain, @Nullable Trouble trouble) {
        if (trouble == null) {
            troubles.remove(name(domain).toString());
        } else {
            troubles.put(name(domain).toString(), trouble);
        }
        return this;
    }

    /** So many questions, whichever they are, are not answered. */
    public DnsServer failing(int times) {
        failuresLeft = times;
        return this;
    }

    public void forget() {
        zone.clear();
        troubles.clear();
        asked.clear();
        failuresLeft = 0;
    }

    /** What was asked so far, such as {@code "udp TXT acme.example."}. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }

    private DnsServer put(String domain, int type, List<Record> records) {
        zone.put(key(name(domain), type), records);
        return this;
    }

    private void serveUdp() throws IOException {
        var buffer = new byte[4096];
        while (!udp.isClosed()) {
            var packet = new DatagramPacket(buffer, buffer.length);
            udp.receive(packet);
            var query = new Message(java.util.Arrays.copyOf(packet.getData(), packet.getLength()));
            var answer = answer("udp", query);
            if (answer != null) {
                udp.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        }
    }

    private void serveTcp() throws IOException {
        while (!tcp.isClosed()) {
            try (Socket client = tcp.accept()) {
                var in = new DataInputStream(client.getInputStream());
                var query = new Message(in.readNBytes(in.readUnsignedShort()));
                var answer = answer("tcp", query);
                if (answer != null) {
                    var out = new DataOutputStream(client.getOutputStream());
                    out.writeShort(answer.length);
                    out.write(answer);
                    out.flush();
                }
            }
        }
    }

    private byte @Nullable [] answer(String over, Message query) {
        var question = query.getQuestion();
        asked.add(over + " " + Type.string(question.getType()) + " " + question.getName());
        if (failuresLeft > 0) {
            failuresLeft--;
            return null;
        }
        var trouble = troubles.get(question.getName().toString());
        return trouble == null ? whole(query).toWire() : troubled(trouble, over, query);
    }

    private byte @Nullable [] troubled(Trouble trouble, String over, Message query) {
        return switch (trouble) {
            case SILENT -> null;
            case SERVFAIL -> code(query, Rcode.SERVFAIL).toWire();
            case REFUSED -> code(query, Rcode.REFUSED).toWire();
            case NXDOMAIN -> code(query, Rcode.NXDOMAIN).toWire();
            case LAME ->
                changed(empty(query), message -> {
                    message.getHeader().unsetFlag(Flags.AA);
                    message.addRecord(
                            new NSRecord(query.getQuestion().getName(), DClass.IN, TTL, name("ns.elsewhere.example")),
                            Section.AUTHORITY);
                    return message;
                });
            case WRONG_ID ->
                changed(whole(query), message -> {
                    message.getHeader().setID((query.getHeader().getID() + 1) & 0xffff);
                    return message;
                });
            case OTHER_QUESTION -> {
                var other = Message.newQuery(Record.newRecord(
                        name("other.example"), query.getQuestion().getType(), DClass.IN));
                other.getHeader().setID(query.getHeader().getID());
                yield empty(other).toWire();
            }
            case TRUNCATED_FOR_GOOD ->
                changed(whole(query), message -> {
                    message.getHeader().setFlag(Flags.TC);
                    return message;
                });
            case TRUNCATED, TRUNCATED_AND_SILENT -> {
                if (over.equals("tcp")) {
                    yield trouble == Trouble.TRUNCATED ? whole(query).toWire() : null;
                }
                yield changed(empty(query), message -> {
                    message.getHeader().setFlag(Flags.TC);
                    return message;
                });
            }
            case NO_DNS_AT_ALL -> new byte[] {1, 2, 3};
        };
    }

    private Message whole(Message query) {
        var question = query.getQuestion();
        var answer = empty(query);
        var known = zone.keySet().stream().anyMatch(key -> key.startsWith(question.getName() + " "));
        List<Record> found = new ArrayList<>(zone.getOrDefault(key(question.getName(), question.getType()), List.of()));
        found.addAll(zone.getOrDefault(key(question.getName(), Type.CNAME), List.of()));
        found.forEach(record -> answer.addRecord(record, Section.ANSWER));
        if (!known) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        return answer;
    }

    private static Message code(Message query, int code) {
        var answer = empty(query);
        answer.getHeader().setRcode(code);
        return answer;
    }

    private static Message empty(Message query) {
        var answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.AA);
        answer.addRecord(query.getQuestion(), Section.QUESTION);
        return answer;
    }

    private static byte[] changed(Message message, UnaryOperator<Message> change) {
        return change.apply(message).toWire();
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < text.length(); at += 255) {
            pieces.add(text.substring(at, Math.min(text.length(), at + 255)));
        }
        return pieces;
    }

    private static String key(Name name, int type) {
        return name + " " + type;
    }

    private static Name name(String text) {
        return Name.fromConstantString(text.endsWith(".") ? text : text + ".");
    }

    private interface Serving {

        void run() throws IOException;
    }

    private static void start(String name, Serving serving) {
        var thread = new Thread(
                () -> {
                    try {
                        serving.run();
                    } catch (IOException closed) {
                        // The test is over.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}

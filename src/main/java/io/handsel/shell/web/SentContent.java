package io.handsel.shell.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.MediaType;

/** A request whose content has been looked at, to tell a repetition from something new sent with an old key. */
final class SentContent {

    /** They differ from page to page and say nothing about what was sent. */
    private static final Set<String> NOT_CONTENT = Set.of("_csrf", OncePerKey.PARAMETER);

    private final HttpServletRequest request;
    private final String hash;

    private SentContent(HttpServletRequest request, String hash) {
        this.request = request;
        this.hash = hash;
    }

    static SentContent of(HttpServletRequest request) throws IOException, ServletException {
        MessageDigest digest = sha256();
        addParameters(request, digest);
        if (isA(request, MediaType.MULTIPART_FORM_DATA)) {
            for (Part part : request.getParts()) {
                if (part.getSubmittedFileName() != null) {
                    add(digest, part.getName());
                    add(digest, part.getSubmittedFileName());
                    add(digest, Long.toString(part.getSize()));
                    add(digest, part.getInputStream());
                }
            }
        } else if (!isA(request, MediaType.APPLICATION_FORM_URLENCODED)) {
            byte[] body = request.getInputStream().readAllBytes();
            digest.update(body);
            return new SentContent(new Read(request, body), HexFormat.of().formatHex(digest.digest()));
        }
        return new SentContent(request, HexFormat.of().formatHex(digest.digest()));
    }

    /** The request, to be read once more. */
    HttpServletRequest request() {
        return request;
    }

    String hash() {
        return hash;
    }

    private static void addParameters(HttpServletRequest request, MessageDigest digest) {
        for (String name : new TreeSet<>(request.getParameterMap().keySet())) {
            if (!NOT_CONTENT.contains(name)) {
                add(digest, name);
                for (String entry : request.getParameterValues(name)) {
                    add(digest, entry);
                }
            }
        }
    }

    /** With its length, so that no two lists of texts look alike. */
    private static void add(MessageDigest digest, String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        digest.update((octets.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(octets);
    }

    /** What is in a file decides, not what it is called. */
    private static void add(MessageDigest digest, InputStream file) throws IOException {
        try (var content = new DigestInputStream(file, digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static boolean isA(HttpServletRequest request, MediaType type) {
        String sent = request.getContentType();
        return sent != null && sent.toLowerCase(Locale.ROOT).startsWith(type.toString());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static final class Read extends HttpServletRequestWrapper {

        private final byte[] body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream octets = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return octets.read();
                }

                @Override
                public boolean isFinished() {
                    return octets.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("The content is already here.");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}

package io.handsel.shell.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Holds an answer back until the transaction behind it has committed: nobody is told of something that is then rolled
 * back.
 */
class HeldAnswer extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable PrintWriter writer;
    private @Nullable ServletOutputStream stream;
    private int error;
    private @Nullable String errorMessage;

    HeldAnswer(HttpServletResponse response) {
        super(response);
    }

    /** Sends what was held. */
    void release() throws IOException {
        HttpServletResponse response = (HttpServletResponse) getResponse();
        if (error != 0) {
            response.sendError(error, errorMessage);
            return;
        }
        byte[] content = content();
        if (content.length > 0) {
            response.setContentLength(content.length);
            response.getOutputStream().write(content);
        }
    }

    /** Sends this error instead of what was held. */
    void releaseAs(int status) throws IOException {
        HttpServletResponse response = (HttpServletResponse) getResponse();
        response.reset();
        response.sendError(status);
    }

    byte[] content() {
        if (writer != null) {
            writer.flush();
        }
        return body.toByteArray();
    }

    String text() {
        return new String(content(), charset());
    }

    /** The headers that decide where the browser goes and what it shows, as {@code Name: value} lines. */
    List<String> tellingHeaders() {
        return getHeaderNames().stream()
                .filter(name -> name.equalsIgnoreCase("Location")
                        || name.equalsIgnoreCase("Content-Type")
                        || name.toUpperCase(Locale.ROOT).startsWith("HX-"))
                .map(name -> name + ": " + getHeader(name))
                .distinct()
                .toList();
    }

    @Override
    public int getStatus() {
        return error != 0 ? error : super.getStatus();
    }

    @Override
    public void sendError(int status) {
        sendError(status, null);
    }

    @Override
    public void sendError(int status, @Nullable String message) {
        error = status;
        errorMessage = message;
        resetBuffer();
    }

    @Override
    public void sendRedirect(String location, int status, boolean clear) {
        resetBuffer();
        setStatus(status);
        setHeader("Location", location);
    }

    @Override
    public void sendRedirect(String location) {
        sendRedirect(location, SC_FOUND, true);
    }

    @Override
    public void sendRedirect(String location, boolean clear) {
        sendRedirect(location, SC_FOUND, clear);
    }

    @Override
    public void sendRedirect(String location, int status) {
        sendRedirect(location, status, true);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        if (stream == null) {
            stream = new Held(body);
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(body, charset()));
        }
        return writer;
    }

    @Override
    public void flushBuffer() {
        // Not before the transaction has committed.
    }

    @Override
    public void setContentLength(int length) {
        // Set on release, from what was held.
    }

    @Override
    public void setContentLengthLong(long length) {
        // Set on release, from what was held.
    }

    @Override
    public boolean isCommitted() {
        return error != 0;
    }

    @Override
    public void resetBuffer() {
        if (writer != null) {
            writer.flush();
        }
        body.reset();
    }

    @Override
    public void reset() {
        resetBuffer();
        error = 0;
        super.reset();
    }

    private Charset charset() {
        String encoding = getCharacterEncoding();
        return encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    }

    private static final class Held extends ServletOutputStream {

        private final ByteArrayOutputStream body;

        Held(ByteArrayOutputStream body) {
            this.body = body;
        }

        @Override
        public void write(int octet) {
            body.write(octet);
        }

        @Override
        public void write(byte[] octets, int offset, int length) {
            body.write(octets, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("The answer is held and never written piece by piece.");
        }
    }
}

package io.handsel.crash;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** The application in a process of its own, without a class of the tests, set up by its environment alone. */
final class ApplicationProcess implements AutoCloseable {

    /** From a kill one learns nothing but what is on disk; this is how long a node may need to be there again. */
    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Process process;
    private final URI address;
    private final Path log;

    private ApplicationProcess(Process process, URI address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /**
     * Starts it and does not wait.
     *
     * @param environment on top of the defaults of {@code application.yaml}
     * @param log what it says is added here
     */
    static ApplicationProcess start(URI address, Map<String, String> environment, Path log) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var builder = new ProcessBuilder(
                java.toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "io.handsel.HandselApplication");
        builder.environment().putAll(environment);
        builder.environment().put("CLASSPATH", classPath());
        builder.environment().put("SERVER_PORT", String.valueOf(address.getPort()));
        builder.environment().put("HANDSEL_BASE_URL", address.toString());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var process = builder.start();
            // Whoever stops the tests in the middle of a play does not leave an actor behind.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new ApplicationProcess(process, address, log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where it will answer. Not a port that the system hands out by itself: a restart must find it free again. */
    static URI freeAddress() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return URI.create("http://localhost:" + free.getLocalPort());
            } catch (IOException taken) {
                // The next one.
            }
        }
        throw new IllegalStateException("No port is free");
    }

    void awaitReadiness() {
        Awaitility.await("readiness, see " + log)
                .dontCatchUncaughtExceptions()
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("It ended with " + process.exitValue() + ", see " + log);
                    }
                    return isReady();
                });
    }

    boolean isReady() {
        var request = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As the power goes: SIGKILL. */
    void kill() {
        process.destroyForcibly();
        ended(LONGEST_STOP);
    }

    /**
     * As an operator stops it: SIGTERM.
     *
     * @return how long it took
     */
    Duration stop() {
        long begin = System.nanoTime();
        process.destroy();
        ended(LONGEST_STOP);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void ended(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("It does not end, see " + log);
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String classPath() {
        List<String> entries =
                Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
        return entries.stream()
                .filter(entry -> !entry.endsWith("test-classes"))
                .filter(entry -> !entry.endsWith("test-classes" + File.separator))
                .collect(Collectors.joining(File.pathSeparator));
    }
}

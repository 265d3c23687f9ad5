package io.handsel.shell.web;

import com.google.common.util.concurrent.Striped;
import io.handsel.security.CurrentActor;
import io.handsel.shell.web.Once.Act;
import io.handsel.shell.web.Once.Answer;
import io.handsel.shell.web.Once.Recorded;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes every POST one transaction, and every POST that carries a key an act that happens once: double click, back
 * button and a retry on a bad line get the answer of the first time. The key is written first, in the same transaction
 * as everything else, so a second request with it waits for the first and, should that fail, takes its place.
 */
@Component
@Order(OncePerKey.INSIDE_SECURITY)
class OncePerKey extends OncePerRequestFilter {

    static final String PARAMETER = "_once";
    static final String HEADER = "Idempotency-Key";
    /** The request attribute that tells the error page why there was a conflict. */
    static final String OTHER_CONTENT = OncePerKey.class.getName() + ".otherContent";

    static final int INSIDE_SECURITY = 1000;
    private static final int LONGEST_KEY = 100;
    private static final Duration KEPT = Duration.ofDays(7);

    private final PlatformTransactionManager transactions;
    private final Once once;
    private final CurrentActor currentActor;
    private final Clock clock;
    /** Repetitions on this node queue here and not on connections, which the first one may still need. */
    private final Striped<Lock> queues = Striped.lock(1024);

    OncePerKey(PlatformTransactionManager transactions, Once once, CurrentActor currentActor, Clock clock) {
        this.transactions = transactions;
        this.once = once;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = key(request);
        if (key == null) {
            inOneTransaction(request, response, chain, null, "");
            return;
        }
        if (key.length() > LONGEST_KEY) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        SentContent content = SentContent.of(request);
        Act act = new Act(sender(), key, route(request));
        Lock queue = queues.get(act);
        queue.lock();
        try {
            inOneTransaction(content.request(), response, chain, act, content.hash());
        } finally {
            queue.unlock();
        }
    }

    private void inOneTransaction(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            @Nullable Act act,
            String contentHash)
            throws ServletException, IOException {
        HeldAnswer answer = new HeldAnswer(response);
        TransactionStatus transaction = transactions.getTransaction(new DefaultTransactionDefinition());
        try {
            if (act != null && !once.begin(act, contentHash, clock.instant())) {
                Recorded recorded = once.find(act).orElseThrow();
                transactions.rollback(transaction);
                repeat(recorded, contentHash, request, response);
                return;
            }
            chain.doFilter(request, answer);
        } catch (Throwable failure) {
            if (!transaction.isCompleted()) {
                transactions.rollback(transaction);
            }
            throw failure;
        }
        if (isFailure(answer.getStatus())) {
            transactions.rollback(transaction);
            answer.release();
        } else if (transaction.isRollbackOnly()) {
            // Something inside gave up and somebody outside went on as if nothing had happened.
            transactions.rollback(transaction);
            logger.error(
                    "SHELL-010 " + route(request) + " answered " + answer.getStatus() + " but must be rolled back");
            answer.releaseAs(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        } else {
            commit(transaction, answer, act);
        }
    }

    private void commit(TransactionStatus transaction, HeldAnswer answer, @Nullable Act act) throws IOException {
        try {
            if (act != null) {
                record(act, answer);
            }
            transactions.commit(transaction);
        } catch (ConcurrencyFailureException | DataIntegrityViolationException faster) {
            if (!transaction.isCompleted()) {
                transactions.rollback(transaction);
            }
            logger.info("SHELL-011 Somebody was faster: " + faster.getClass().getSimpleName());
            answer.releaseAs(HttpServletResponse.SC_CONFLICT);
            return;
        } catch (RuntimeException failure) {
            if (!transaction.isCompleted()) {
                transactions.rollback(transaction);
            }
            throw failure;
        }
        answer.release();
    }

    /** A form that comes back with what was wrong is no answer yet: the corrected one is sent with a key again. */
    private void record(Act act, HeldAnswer answer) {
        if (answer.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
            once.forget(act);
        } else {
            String body = answer.text();
            once.answered(act, new Answer(answer.getStatus(), answer.tellingHeaders(), body.isEmpty() ? null : body));
        }
    }

    private static void repeat(
            Recorded recorded, String contentHash, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!recorded.contentHash().equals(contentHash)) {
            request.setAttribute(OTHER_CONTENT, true);
            response.sendError(HttpServletResponse.SC_CONFLICT);
            return;
        }
        Answer answer = recorded.answer();
        response.setStatus(answer.status());
        for (String header : answer.headers()) {
            int colon = header.indexOf(": ");
            response.setHeader(header.substring(0, colon), header.substring(colon + 2));
        }
        if (answer.body() != null) {
            response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** 422 brings the form back, and what was noted about the attempt stays; every other failure leaves nothing. */
    private static boolean isFailure(int status) {
        return status >= HttpServletResponse.SC_BAD_REQUEST && status != 422;
    }

    private static @Nullable String key(HttpServletRequest request) {
        String header = request.getHeader(HEADER);
        String key = header != null ? header : request.getParameter(PARAMETER);
        return key == null || key.isBlank() ? null : key;
    }

    /** Whoever is not signed in has no session either; there the random key alone tells senders apart. */
    private String sender() {
        return currentActor.find().map(actor -> actor.person().toString()).orElse("nobody");
    }

    private static String route(HttpServletRequest request) {
        String route = request.getRequestURI();
        return route.length() <= 300 ? route : route.substring(0, 300);
    }

    /** A page may stay open over a weekend; nobody sends it again after a week. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void forgetOldKeys() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        status -> once.forgetBefore(clock.instant().minus(KEPT)));
    }
}

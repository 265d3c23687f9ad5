package io.handsel.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets an address try only so many one-time links that lead nowhere. Stands before the transaction of a POST, so that
 * what is counted stays counted whatever becomes of the request.
 */
@Component
@Order(OneTimeLinkGuard.BEFORE_TRANSACTIONS)
class OneTimeLinkGuard extends OncePerRequestFilter {

    static final int BEFORE_TRANSACTIONS = 900;

    private static final Logger LOG = LoggerFactory.getLogger(OneTimeLinkGuard.class);
    private static final List<String> GUARDED = List.of("/set-up/", "/invitation/", "/apply/", "/opt-out/");

    private final GuessCounter guesses;

    OneTimeLinkGuard(GuessCounter guesses) {
        this.guesses = guesses;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // Decoded by the server: a letter written as %73 is no way past.
        var path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        return GUARDED.stream().noneMatch(path::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = request.getRemoteAddr();
        if (!guesses.allowsLink(address)) {
            LOG.warn("SEC-011 Too many one-time links that lead nowhere were tried from one address; it has to wait");
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        chain.doFilter(request, response);
        var leadsNowhere = response.getStatus() == HttpStatus.NOT_FOUND.value();
        if (!leadsNowhere) {
            guesses.forgiveLink(address);
        }
    }
}

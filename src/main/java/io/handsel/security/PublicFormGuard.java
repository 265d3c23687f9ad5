package io.handsel.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets an address send only so many of the forms that ask for no account: each of them makes work and a mail. Stands
 * before the transaction of a POST, so that what is counted stays counted whatever becomes of the request.
 */
@Component
@Order(OneTimeLinkGuard.BEFORE_TRANSACTIONS)
class PublicFormGuard extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(PublicFormGuard.class);
    private static final Set<String> GUARDED = Set.of("/apply", "/become-a-partner");

    private final GuessCounter guesses;

    PublicFormGuard(GuessCounter guesses) {
        this.guesses = guesses;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        return !request.getMethod().equals("POST") || !GUARDED.contains(path.replaceFirst("/+$", ""));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!guesses.allowsForm(request.getRemoteAddr())) {
            LOG.warn("SEC-012 Too many public forms were sent from one address; it has to wait");
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        chain.doFilter(request, response);
    }
}

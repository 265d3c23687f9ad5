package io.handsel.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps in the session who is signed in, as one short text, and loads the person anew for each request that asks. So a
 * role that is taken away, a person who is made inactive and a password that is changed count from the next request on,
 * on every node.
 */
@Component
class SessionSecurityContext implements SecurityContextRepository {

    private static final String PERSON = "person";
    private static final String LOADED = SessionSecurityContext.class.getName();

    private final Persons persons;
    private final TransactionOperations transaction;

    SessionSecurityContext(Persons persons, TransactionOperations transaction) {
        this.persons = persons;
        this.transaction = transaction;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    @Deprecated
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() instanceof SignedInPerson signedIn) {
            request.getSession().setAttribute(PERSON, signedIn.getPrincipal() + " " + signedIn.epoch());
        } else {
            var session = request.getSession(false);
            if (session != null) {
                session.removeAttribute(PERSON);
            }
        }
        request.setAttribute(LOADED, context);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return remembered(request) != null;
    }

    private SecurityContext load(HttpServletRequest request) {
        if (request.getAttribute(LOADED) instanceof SecurityContext loaded) {
            return loaded;
        }
        var context = Optional.ofNullable(remembered(request))
                .flatMap(this::person)
                .<SecurityContext>map(SecurityContextImpl::new)
                .orElseGet(SecurityContextHolder::createEmptyContext);
        request.setAttribute(LOADED, context);
        return context;
    }

    private Optional<SignedInPerson> person(String remembered) {
        var parts = remembered.split(" ");
        var epoch = Integer.parseInt(parts[1]);
        return transaction.execute(status -> persons.findById(PersonId.parse(parts[0]))
                .filter(person -> person.mayUseSessionsOf(epoch))
                .map(person -> new SignedInPerson(person.view(), epoch)));
    }

    private static @Nullable String remembered(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(PERSON);
    }

    /** Loads at the first question: a style sheet or a health check asks none. */
    private final class Deferred implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private @Nullable SecurityContext context;

        private Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                context = load(request);
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}

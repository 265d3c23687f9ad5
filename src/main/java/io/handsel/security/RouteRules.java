package io.handsel.security;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Lets a request through only where the handler it goes to says who may call it: {@link Allow}, {@link AllowSignedIn}
 * or {@link AllowAnyone}, on the method or else on its controller. A handler that says nothing, or two things, serves
 * nobody; the build fails on it before that.
 */
@Component
class RouteRules implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Logger LOG = LoggerFactory.getLogger(RouteRules.class);
    private static final List<Class<? extends Annotation>> RULES =
            List.of(Allow.class, AllowSignedIn.class, AllowAnyone.class);

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    RouteRules(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        return new AuthorizationDecision(handler(context.getRequest())
                .map(handler ->
                        rule(handler).map(rule -> permits(rule, authentication)).orElseGet(() -> refuse(handler)))
                // No handler of ours: whoever is signed in learns "not found", nobody else learns anything.
                .orElseGet(() -> isSignedIn(authentication)));
    }

    /** The rule of a handler; empty where it states none, or more than one in the same place. */
    static Optional<Annotation> rule(HandlerMethod handler) {
        var ofMethod = rules(handler.getMethod());
        var stated = ofMethod.isEmpty() ? rules(handler.getBeanType()) : ofMethod;
        return stated.size() == 1 ? Optional.of(stated.get(0)) : Optional.empty();
    }

    private static List<Annotation> rules(AnnotatedElement element) {
        return RULES.stream()
                .flatMap(kind ->
                        Stream.ofNullable((Annotation) AnnotatedElementUtils.findMergedAnnotation(element, kind)))
                .toList();
    }

    private static boolean permits(Annotation rule, Supplier<? extends @Nullable Authentication> authentication) {
        if (rule instanceof AllowAnyone) {
            return true;
        }
        if (rule instanceof Allow allow) {
            var wanted =
                    Set.of(Arrays.stream(allow.value()).map(Role::authority).toArray());
            var present = authentication.get();
            return present != null
                    && isSignedIn(authentication)
                    && present.getAuthorities().stream().anyMatch(given -> wanted.contains(given.getAuthority()));
        }
        return isSignedIn(authentication);
    }

    private static boolean isSignedIn(Supplier<? extends @Nullable Authentication> authentication) {
        var present = authentication.get();
        return present != null && present.isAuthenticated() && !(present instanceof AnonymousAuthenticationToken);
    }

    private static boolean refuse(HandlerMethod handler) {
        LOG.error("SEC-020 {} states no rule, or several, and so serves nobody", handler);
        return false;
    }

    private Optional<HandlerMethod> handler(HttpServletRequest request) {
        var parsed = ServletRequestPathUtils.hasParsedRequestPath(request);
        try {
            if (!parsed) {
                ServletRequestPathUtils.parseAndCache(request);
            }
            for (var mapping : mappings) {
                var chain = mapping.getHandler(request);
                if (chain != null && chain.getHandler() instanceof HandlerMethod handler) {
                    return Optional.of(handler);
                }
            }
            return Optional.empty();
        } catch (Exception noHandlerForThisMethodOrType) {
            // The dispatcher will say 405 or 415 to whoever is signed in.
            return Optional.empty();
        } finally {
            if (!parsed) {
                ServletRequestPathUtils.clearParsedRequestPath(request);
            }
        }
    }
}

package io.handsel.shell.web;

import io.handsel.security.Actor;
import io.handsel.security.AllowAnyone;
import io.handsel.security.CurrentActor;
import io.handsel.shell.PortalGate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks the gates of the portal before each page of somebody who works for a partner, and leads them where one says. */
@Configuration(proxyBeanMethods = false)
class PortalDoor implements WebMvcConfigurer, HandlerInterceptor {

    private final ObjectProvider<PortalGate> gates;
    private final CurrentActor actor;

    PortalDoor(ObjectProvider<PortalGate> gates, CurrentActor actor) {
        this.gates = gates;
        this.actor = actor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || isForEverybody(method)) {
            return true;
        }
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var detour = actor.find()
                .filter(Actor::isPartner)
                .flatMap(by -> gates.orderedStream()
                        .flatMap(gate -> gate.detour(by, path).stream())
                        .findFirst());
        if (detour.isEmpty()) {
            return true;
        }
        lead(request, response, request.getContextPath() + detour.get());
        return false;
    }

    private static void lead(HttpServletRequest request, HttpServletResponse response, String page) throws IOException {
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(page, HttpServletResponse.SC_SEE_OTHER);
        } else {
            // A part of a page cannot be led elsewhere; htmx then loads the whole one.
            response.setHeader("HX-Redirect", page);
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isForEverybody(HandlerMethod method) {
        return method.hasMethodAnnotation(AllowAnyone.class)
                || method.getBeanType().isAnnotationPresent(AllowAnyone.class);
    }
}

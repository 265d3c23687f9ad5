package io.handsel.partner.web;

import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets the people of a suspended partner read and nothing else: whatever a role is needed for they cannot do. What
 * everybody may do about themselves, their password first of all, stays possible.
 */
@Configuration(proxyBeanMethods = false)
@ControllerAdvice(annotations = Controller.class)
class SuspendedPartners implements WebMvcConfigurer, HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Partners partners;
    private final CurrentActor actor;

    SuspendedPartners(Partners partners, CurrentActor actor) {
        this.partners = partners;
        this.actor = actor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!READING.contains(request.getMethod()) && handler instanceof HandlerMethod method && isForRoles(method)) {
            actor.find()
                    .flatMap(by -> by.partner().map(PartnerId::of).flatMap(partners::find))
                    .filter(partner -> !partner.standing().mayAct())
                    .ifPresent(partner -> {
                        throw new MayNotAct(partner);
                    });
        }
        return true;
    }

    @ExceptionHandler
    ModelAndView refused(MayNotAct refused) {
        var page = new ModelAndView("partner/suspended");
        page.setStatus(HttpStatus.FORBIDDEN);
        page.addObject("partner", refused.partner);
        return page;
    }

    private static boolean isForRoles(HandlerMethod method) {
        return method.hasMethodAnnotation(Allow.class) || method.getBeanType().isAnnotationPresent(Allow.class);
    }

    /** Somebody of a partner that is suspended tries to act. */
    private static final class MayNotAct extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient PartnerView partner;

        private MayNotAct(PartnerView partner) {
            super("Partner " + partner.id() + " is " + partner.standing());
            this.partner = partner;
        }
    }
}

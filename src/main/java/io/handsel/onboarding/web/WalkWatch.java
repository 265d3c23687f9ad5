package io.handsel.onboarding.web;

import io.handsel.onboarding.GuidedWalk;
import io.handsel.onboarding.WalkStage;
import io.handsel.onboarding.WalkView;
import io.handsel.security.Actor;
import io.handsel.security.CurrentActor;
import io.handsel.shell.PageHint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Notices which pages somebody on the guided walk opens, and says on each what to do next. */
@Configuration(proxyBeanMethods = false)
class WalkWatch implements WebMvcConfigurer, HandlerInterceptor, PageHint {

    private static final String SEEN = WalkWatch.class.getName();

    private final GuidedWalk walk;
    private final CurrentActor current;
    private final HttpServletRequest drawn;

    /** @param drawn whichever is at hand */
    WalkWatch(GuidedWalk walk, CurrentActor current, HttpServletRequest drawn) {
        this.walk = walk;
        this.current = current;
        this.drawn = drawn;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** After the page has been made and before it is drawn, so that the hint on it is already the next one. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        var isPage = handler instanceof HandlerMethod
                && "GET".equals(request.getMethod())
                && page != null
                && page.getViewName() != null
                && !page.getViewName().startsWith("redirect:");
        if (isPage) {
            var path =
                    request.getRequestURI().substring(request.getContextPath().length());
            current.find()
                    .filter(Actor::isPartner)
                    .ifPresent(actor -> request.setAttribute(SEEN, walk.visited(actor, path)));
        }
    }

    @Override
    public Optional<Line> on(Actor actor) {
        return walked(actor)
                .filter(view -> !view.paused())
                .flatMap(view -> view.next()
                        .map(stage -> new Line(
                                "onboarding.step.WALK",
                                "onboarding.walk." + stage,
                                view.page(stage, actor),
                                "/onboarding/walk/leave",
                                view.done().size(),
                                WalkStage.values().length)));
    }

    /** Where the page has been noticed it is known already how far they are. */
    private Optional<WalkView> walked(Actor actor) {
        return drawn.getAttribute(SEEN) instanceof Optional<?> seen ? seen.map(WalkView.class::cast) : walk.of(actor);
    }
}

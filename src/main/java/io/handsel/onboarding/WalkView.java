package io.handsel.onboarding;

import io.handsel.security.Actor;
import io.handsel.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How far somebody has walked.
 *
 * @param paused they have asked not to be led for now
 * @param withAgreement whether the company has an agreement to be found
 */
public record WalkView(List<WalkStage> done, boolean paused, boolean withAgreement) {

    public WalkView {
        done = List.copyOf(done);
    }

    public Optional<WalkStage> next() {
        return Arrays.stream(WalkStage.values())
                .filter(stage -> !done.contains(stage))
                .findFirst();
    }

    /** The real page on which a stage happens. */
    public String page(WalkStage stage, Actor actor) {
        return switch (stage) {
            case MANAGER -> actor.is(Role.PARTNER_ADMIN) ? "/partner" : "/home";
            case DOCUMENT -> withAgreement ? "/agreements" : "/training";
            case PRACTICE -> "/onboarding/practice/new";
            case STATE -> "/onboarding/practice";
        };
    }
}

package io.handsel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.handsel.onboarding.StepKind;
import io.handsel.training.Course;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/** The steps of a new partner's track, each done where its button leads. */
record OnboardingSteps(Visitor partner, Wording words) {

    /** What it opens is closed before. */
    OnboardingSteps cannotYet(String page) {
        partner.open(page).reads(words.of("onboarding.own.title"));
        assertThat(partner.page()).hasURL(Pattern.compile("/onboarding\\?closed="));
        words.isFitFor(partner);
        return this;
    }

    OnboardingSteps profile(String website) {
        go(StepKind.PROFILE);
        partner.fill("website", website).fill("about", "–");
        send("onboarding.said.profile");
        return done(StepKind.PROFILE);
    }

    /** Whom they invite is in the mail that comes of it; the step is done when somebody has come. */
    OnboardingSteps invited(String name, String address) {
        go(StepKind.COLLEAGUES);
        partner.follow(words.of("people.invite"));
        partner.find("#name").fill(name);
        partner.find("#signInName").fill(address);
        partner.find("#email").fill(address);
        partner.find("input[name=roles][value=PARTNER_SALES]").check();
        words.isFitFor(partner).press(words.of("people.invite.do")).isTold(words.of("people.said.invited"));
        return this;
    }

    /** On the real pages, as the line at the top says, to a deal that nobody else sees. */
    OnboardingSteps walked(String customer) {
        go(StepKind.WALK);
        partner.press(words.of("onboarding.go.WALK")).isTold(words.of("onboarding.said.walking"));
        led("MANAGER");
        led("DOCUMENT");
        led("PRACTICE");
        partner.fill("customer", customer).fill("website", "practice.example");
        DealSteps.fillIn(partner);
        send("onboarding.said.practised");
        led("STATE");
        partner.reads(customer);
        assertThat(partner.find(".guide")).hasCount(0);
        return done(StepKind.WALK);
    }

    private void led(String stage) {
        assertThat(partner.find(".guide")).containsText(words.of("onboarding.walk." + stage));
        words.isFitFor(partner).follow(words.of("shell.hint.go"));
    }

    /** Reads every lesson, answers first at random and then rightly, and gets a certificate. */
    OnboardingSteps trained(Course course) {
        go(StepKind.TRAINING);
        var lessons = course.lessons();
        partner.follow(lessons.get(0).title(words.locale()));
        for (int place = 1; place < lessons.size(); place++) {
            words.isFitFor(partner).follow(words.of("training.lesson.next"));
        }
        partner.follow(words.of("training.quiz"));
        partner.press(words.of("training.quiz.send")).reads(words.of("training.quiz.unanswered"));
        var questions = course.questions(words.locale());
        for (int place = 0; place < questions.size(); place++) {
            partner.find("input[name=q%d][value='%d']"
                            .formatted(place, questions.get(place).right()))
                    .check();
        }
        words.isFitFor(partner).press(words.of("training.quiz.send")).isTold(words.of("training.said.passed"));
        words.isFitFor(partner);
        return done(StepKind.TRAINING);
    }

    OnboardingSteps planned() {
        var soon = LocalDate.now().plusDays(60).toString();
        go(StepKind.PLAN);
        partner.fill("revenue", "200000")
                .fill("newCustomers", "5")
                .fill("markets", "–")
                .fill("people", "–");
        partner.fill("activities-0-what", "–").fill("activities-0-when", soon);
        partner.fill("firstReview", soon);
        send("onboarding.said.planSent");
        words.isFitFor(partner);
        return this;
    }

    /** The first deal that counts. */
    OnboardingSteps registered(String customer) {
        go(StepKind.FIRST_DEAL);
        partner.fill("customer", customer).fill("website", "first-customer.example");
        DealSteps.fillIn(partner);
        words.isFitFor(partner).press(words.of("deals.register.send")).isTold(words.of("deals.said.registered"));
        return this;
    }

    /** Looks until a step is done; what finishes it may happen in the background. */
    OnboardingSteps done(StepKind kind) {
        partner.open("/onboarding")
                .waitsUntil(partner.find("#step-" + kind.name().toLowerCase(Locale.ROOT) + "[data-tone=good]"));
        words.isFitFor(partner);
        return this;
    }

    private void go(StepKind kind) {
        partner.open("/onboarding").follow(words.of("onboarding.go." + kind));
        words.isFitFor(partner);
    }

    private void send(String said) {
        words.isFitFor(partner).press(words.of("forms.send")).isTold(words.of(said));
    }
}

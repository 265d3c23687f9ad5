package io.handsel.demo;

import io.handsel.onboarding.PartnerOnboarding;
import io.handsel.partner.CompanyProfiles;
import io.handsel.partner.PartnerId;
import io.handsel.training.Courses;
import io.handsel.training.Training;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A partner in the midst of its onboarding, which has said about itself what it is, and people who have been trained. */
@Component
@Profile("demo")
class DemoOnboarding {

    private final PartnerOnboarding onboarding;
    private final CompanyProfiles companies;
    private final Courses courses;
    private final Training training;

    DemoOnboarding(PartnerOnboarding onboarding, CompanyProfiles companies, Courses courses, Training training) {
        this.onboarding = onboarding;
        this.companies = companies;
        this.courses = courses;
        this.training = training;
    }

    void begin(DemoPeople people, PartnerId partner) {
        onboarding.begin(people.actor("manager"), partner, null);
        companies.describe(
                people.actor("partner-d-admin"),
                Map.of(
                        "website", "carver-networks.example",
                        "employees", 14,
                        "about", "Networks for schools and town halls, from the cable to the firewall.",
                        "strengths", "We answer the telephone."));
    }

    /** Both were there before the portal asked for it, and know all answers. */
    void train(DemoPeople people) {
        var course = courses.newest(Courses.PORTAL);
        var questions = course.questions(Locale.ENGLISH);
        var answers = IntStream.range(0, questions.size())
                .boxed()
                .collect(Collectors.toMap(
                        place -> place, place -> questions.get(place).right()));
        Stream.of("partner-a-admin", "partner-a-sales")
                .forEach(name -> training.answer(people.actor(name), course.word(), course.version(), answers));
    }
}

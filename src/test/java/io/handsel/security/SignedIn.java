package io.handsel.security;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import io.handsel.kernel.EmailAddress;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Lets a MockMvc request come from somebody who is signed in: {@code get("/deals").with(SignedIn.as(ana))}. */
public final class SignedIn {

    private SignedIn() {}

    /** As a registered person, with the roles they have at the time of the request. */
    public static RequestPostProcessor as(PersonId person) {
        return request -> {
            var context = WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext());
            var view = context.getBean(People.class).get(person);
            return as(view).postProcessRequest(request);
        };
    }

    /** As this person, who need not be registered. */
    public static RequestPostProcessor as(PersonView person) {
        return authentication(new SignedInPerson(person, 0));
    }

    /** As this actor, who need not be a registered person. */
    public static RequestPostProcessor as(Actor actor) {
        return as(new PersonView(
                actor.person(),
                "somebody",
                actor.name(),
                EmailAddress.parse("somebody@handsel.example"),
                actor.roles(),
                actor.organisation(),
                actor.location(),
                actor.locale(),
                actor.zone(),
                true,
                null,
                null,
                true));
    }

    /** As somebody of the vendor with these roles, who need not be registered. */
    public static RequestPostProcessor with(Role... roles) {
        return as(PersonFixtures.actor(roles));
    }
}

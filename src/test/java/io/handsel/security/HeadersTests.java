package io.handsel.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
class HeadersTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    /** A page, a redirect, a page of somebody signed in, one that is refused, one that is not there, an asset, health. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in",
                "/profile",
                "/actuator",
                "/no/such/page",
                "/assets/style.css",
                "/assets/none.css",
                "/actuator/health"
            })
    void every_answer_carries_the_headers(String path) {
        var somebody = people.register(PersonFixtures.someone(Role.FINANCE)).id();
        for (var signedIn : new boolean[] {false, true}) {
            var request = mvc.get().uri(path).secure(true);
            var answer = (signedIn ? request.with(SignedIn.as(somebody)) : request).exchange();

            assertThat(answer)
                    .headers()
                    .hasValue(
                            "Content-Security-Policy",
                            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                                    + "connect-src 'self'; font-src 'self'; form-action 'self'; "
                                    + "frame-ancestors 'none'; base-uri 'none'")
                    .hasValue("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains")
                    .hasValue("X-Content-Type-Options", "nosniff")
                    .hasValue("X-Frame-Options", "DENY")
                    .hasValue("Referrer-Policy", "same-origin")
                    .hasValue("Cross-Origin-Opener-Policy", "same-origin")
                    .hasValue("Cross-Origin-Resource-Policy", "same-origin")
                    .containsHeader("Permissions-Policy");
        }
    }
}

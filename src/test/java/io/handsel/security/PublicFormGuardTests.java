package io.handsel.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.annotation.Transactional;

/** Each form that asks for no account makes work and a mail, so one address sends only so many of them. */
@SpringBootTest
@ActiveProfiles("test")
@Import(MovableClock.class)
@Transactional
class PublicFormGuardTests {

    private static final int MOST = 3;
    private static final Duration PAUSE = Duration.ofMinutes(15);

    PublicFormGuard guard;
    MovableClock clock;

    @BeforeEach
    void three_forms_an_address(@Autowired JdbcClient jdbc, @Autowired MovableClock clock) {
        this.clock = clock;
        clock.moveTo(MovableClock.START);
        var settings = new SecuritySettings(64, 1, 1, 5, 100, 50, 20, MOST, PAUSE, PAUSE, PAUSE);
        guard = new PublicFormGuard(new GuessCounter(jdbc, settings, clock));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/apply", "/apply/", "/become-a-partner", "/become-a-partner//"})
    void makes_whoever_sends_too_many_wait_and_nobody_else(String path) throws Exception {
        for (int form = 0; form < MOST; form++) {
            assertThat(status("POST", path, "192.0.2.1")).isEqualTo(200);
        }

        assertThat(status("POST", path, "192.0.2.1")).isEqualTo(429);
        assertThat(status("POST", path, "192.0.2.2")).isEqualTo(200);
        clock.advance(PAUSE);
        assertThat(status("POST", path, "192.0.2.1")).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"GET, /apply", "GET, /become-a-partner", "POST, /sign-in", "POST, /apply/some-link/answer"})
    void counts_nothing_else(String method, String path) throws Exception {
        for (int request = 0; request < 2 * MOST; request++) {
            assertThat(status(method, path, "192.0.2.3")).isEqualTo(200);
        }
    }

    @Test
    void one_form_counts_for_the_other() throws Exception {
        for (int form = 0; form < MOST; form++) {
            status("POST", form % 2 == 0 ? "/apply" : "/become-a-partner", "192.0.2.4");
        }

        assertThat(status("POST", "/apply", "192.0.2.4")).isEqualTo(429);
    }

    private int status(String method, String path, String address) throws ServletException, IOException {
        var request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setRemoteAddr(address);
        var response = new MockHttpServletResponse();
        guard.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}

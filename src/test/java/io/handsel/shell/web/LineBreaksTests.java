package io.handsel.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletRequest;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LineBreaksTests {

    @Test
    void the_end_of_a_line_is_one_character_however_it_is_asked_for() throws Exception {
        var request = new MockHttpServletRequest("POST", "/somewhere");
        request.setParameter("note", "first\r\nsecond", "\r\n\r\n");
        request.setParameter("other", "a\rb\nc");

        var arrived = arrivedAs(request);

        assertThat(arrived.getParameter("note")).isEqualTo("first\nsecond");
        assertThat(arrived.getParameterValues("note")).containsExactly("first\nsecond", "\n\n");
        assertThat(arrived.getParameterMap()).containsOnlyKeys("note", "other");
        assertThat(arrived.getParameterMap().get("note")).containsExactly("first\nsecond", "\n\n");
        assertThat(arrived.getParameter("other")).isEqualTo("a\rb\nc");
        assertThat(arrived.getParameter("none")).isNull();
        assertThat(arrived.getParameterValues("none")).isNull();
    }

    @Test
    void what_is_only_read_is_left_as_it_is() throws Exception {
        var request = new MockHttpServletRequest("GET", "/somewhere");

        assertThat(arrivedAs(request)).isSameAs(request);
    }

    private static ServletRequest arrivedAs(MockHttpServletRequest request) throws Exception {
        var chain = new MockFilterChain();
        new LineBreaks().doFilter(request, new MockHttpServletResponse(), chain);
        return Objects.requireNonNull(chain.getRequest());
    }
}

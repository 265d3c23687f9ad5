package io.handsel.tasklist.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest
@ActiveProfiles("test")
class TaskNewsControllerTests {

    @Autowired
    TaskNewsController news;

    @Test
    void a_node_that_stops_waits_for_no_open_page() throws Exception {
        var stream = news.events(-1);
        stream.send("still open");

        news.stop();

        assertThatThrownBy(() -> stream.send("closed")).isInstanceOf(IllegalStateException.class);
    }
}

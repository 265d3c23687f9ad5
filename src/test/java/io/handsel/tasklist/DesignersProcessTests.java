package io.handsel.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.engine.ModelDeployment;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.security.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A process that no Java has ever heard of is published, begun, worked on and ended through the pages alone. */
@ErrandDomain
class DesignersProcessTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Errands errands;

    @Autowired
    ModelDeployment models;

    @Autowired
    TaskInbox inbox;

    @Autowired
    CaseAnswers answers;

    PersonView mona;
    PersonView dirk;

    @BeforeEach
    void publish() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("processes/samples/request-sample.bpmn", Errands.file("tasklist/request-sample.bpmn"));
        files.put("processes/samples/sample-route.dmn", Errands.file("tasklist/sample-route.dmn"));
        files.put("forms/samples/ask-sample.form", Errands.file("tasklist/ask-sample.form"));
        files.put("forms/samples/check-sample.form", Errands.file("tasklist/check-sample.form"));
        models.publish("samples", files).orElseThrow();
        mona = errands.person("Mona", Role.MANAGER);
        dirk = errands.person("Dirk", Role.DIRECTOR);
    }

    @Test
    void a_start_form_a_table_a_task_with_a_new_form_and_a_gateway_on_an_answer_work_without_java() {
        assertThat(html(open("/cases/start", mona)).text()).contains("Request a sample");
        assertThat(html(open("/cases/start", dirk)).text()).doesNotContain("Request a sample");
        assertThat(open("/cases/start/request-sample", dirk)).hasStatus(404);
        assertThat(html(open("/cases/start/request-sample", mona)).select("input[name=pieces]"))
                .hasSize(1);

        var wrong = post("/cases/start/request-sample", mona, "customer", "", "pieces", "0");
        assertThat(wrong).hasStatus(422);
        assertThat(html(wrong).select(".problems li")).hasSize(2);
        begin("3", "special");

        var check = task(dirk, "Check the request");
        assertThat(check.title()).isEqualTo("Request a sample");
        var page = html(open("/tasks/" + check.id(), dirk));
        assertThat(page.select("input[name=customer]").val()).isEqualTo("Acme");
        assertThat(page.text()).contains("What was answered").contains("special");
        assertThat(page.select("svg")).isNotEmpty();
        assertThat(post(
                        "/tasks/" + check.id() + "/decide",
                        dirk,
                        "_version",
                        "" + check.version(),
                        "granted",
                        "true",
                        "granted:shown",
                        "1"))
                .hasStatus(302);

        var send = task(mona, "Send the sample");
        assertThat(post("/tasks/" + send.id() + "/decide", mona, "_version", "" + send.version()))
                .hasStatus(302);
        assertThat(inbox.find(mona.actor(), send.id())).isEmpty();
        assertThat(answers.of(check.caseKey())).hasSize(3);
    }

    @Test
    void a_table_reads_additional_answers_and_another_answer_takes_another_way() {
        begin("7", "usual");
        var fiona = errands.person("Fiona", Role.FINANCE);

        var check = task(fiona, "Check the request");
        post("/tasks/" + check.id() + "/decide", fiona, "_version", "" + check.version(), "note", "Too many");

        assertThat(inbox.find(fiona.actor(), check.id())).isEmpty();
        assertThat(inbox.page(mona.actor(), TaskFilter.read("process=request-sample"), null)
                        .entries())
                .noneMatch(entry -> entry.caseKey().equals(check.caseKey()));
    }

    private void begin(String pieces, String kind) {
        assertThat(post(
                        "/cases/start/request-sample",
                        mona,
                        "customer",
                        "Acme",
                        "pieces",
                        pieces,
                        "kind",
                        kind,
                        "kind:shown",
                        "1"))
                .hasStatus(302);
    }

    private TaskEntry task(PersonView person, String name) {
        var entries = inbox.page(person.actor(), TaskFilter.read("process=request-sample"), null)
                .entries();
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .reduce((one, later) -> later)
                .orElseThrow();
    }

    private MvcTestResult open(String path, PersonView person) {
        return mvc.get().uri(path).with(SignedIn.as(person.actor())).exchange();
    }

    private MvcTestResult post(String path, PersonView person, String... parameters) {
        var request = mvc.post()
                .uri(path)
                .with(SignedIn.as(person.actor()))
                .with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private static Document html(MvcTestResult result) {
        return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}

package io.handsel.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.handsel.shell.ProcessDrawing.Progress;
import io.handsel.shell.ProcessDrawing.Step;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class ProcessDrawingTests {

    private final ProcessDrawing sample = ProcessDrawing.of(file());

    @Test
    void draws_every_shape_and_every_flow_of_the_file() {
        Document svg = svg(sample);

        assertThat(svg.select("svg").attr("role")).isEqualTo("img");
        assertThat(svg.select("svg").attr("aria-label")).isEqualTo("How a deal is decided");
        assertThat(svg.select("svg > g")).hasSize(21 + 14);
        assertThat(svg.select("path.line")).hasSize(14 + 1);
        assertThat(svg.select("path[marker-end]")).hasSize(13);
    }

    @Test
    void marks_what_is_done_and_where_the_case_stands() {
        Document svg = svg(sample.done(Set.of("DealRegistered", "DetectConflicts", "ConflictFound"))
                .here(Set.of("ReviewDeal")));

        assertThat(svg.select("g.here > title").eachText())
                .containsExactly("Review deal & overlapping <claims> of other partners");
        assertThat(svg.select("g.done > title").eachText())
                .containsExactlyInAnyOrder("Deal registered", "Detect conflicts", "Conflict found?");
        assertThat(svg.select("g.done > path.line")).hasSize(3);
    }

    @Test
    void tells_the_steps_in_words_from_left_to_right() {
        var steps = sample.done(Set.of("DealRegistered"))
                .here(Set.of("DetectConflicts"))
                .inWords(Map.of("DetectConflicts", "We look whether somebody was earlier"))
                .steps();

        assertThat(steps)
                .startsWith(
                        new Step("DealRegistered", "Deal registered", Progress.DONE),
                        new Step("DetectConflicts", "We look whether somebody was earlier", Progress.HERE),
                        new Step("ReviewDeal", "Review deal & overlapping <claims> of other partners", Progress.AHEAD));
    }

    @Test
    void carries_no_styles_scripts_or_unescaped_text() {
        String svg = sample.inWords(Map.of("ReviewDeal", "<script>alert(1)</script>\"'"))
                .svg("\"><script>");

        assertThat(svg).doesNotContain("<script").doesNotContain("style=").doesNotContain("onload");
        assertThat(Jsoup.parse(svg, Parser.xmlParser()).select("script")).isEmpty();
    }

    @Test
    void has_room_for_everything_that_is_drawn() {
        String[] box = svg(sample).select("svg").attr("viewBox").split(" ");

        assertThat(Integer.parseInt(box[0])).isLessThan(120);
        assertThat(Integer.parseInt(box[2])).isBetween(1130, 1200);
    }

    @Test
    void refuses_what_is_no_bpmn_file() {
        assertThatIllegalArgumentException().isThrownBy(() -> ProcessDrawing.of("hello".getBytes(UTF_8)));
    }

    @Test
    void reads_no_other_files_for_an_author() {
        String entity = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";

        assertThatIllegalArgumentException().isThrownBy(() -> ProcessDrawing.of(entity.getBytes(UTF_8)));
    }

    @Test
    void a_model_without_a_diagram_is_an_empty_picture() {
        ProcessDrawing drawing = ProcessDrawing.of(
                "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='p'/></definitions>"
                        .getBytes(UTF_8));

        assertThat(drawing.steps()).isEmpty();
        assertThat(drawing.svg("Empty")).startsWith("<svg");
    }

    private static Document svg(ProcessDrawing drawing) {
        return Jsoup.parse(drawing.svg("How a deal is decided"), Parser.xmlParser());
    }

    private static byte[] file() {
        try {
            return new ClassPathResource("shell/sample.bpmn").getContentAsByteArray();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

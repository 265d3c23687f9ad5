package io.handsel.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainDataFeelTests {

    private static final VariableContext NONE = Variables.emptyVariableContext();

    @Test
    void goes_by_the_engines_time_and_not_by_the_machines() {
        var feel = new PlainDataFeel().createInstance();
        try (var clock = new MovableClock()) {
            clock.moveTo(Instant.parse("2031-05-06T23:30:00Z"));

            assertThat(feel.<String>evaluateSimpleExpression("string(today())", NONE))
                    .isEqualTo("2031-05-06");
            assertThat(feel.<String>evaluateSimpleExpression("string(time(now()))", NONE))
                    .startsWith("23:30:00");
            clock.moveTo(Instant.parse("2031-05-07T00:00:00Z"));
            assertThat(feel.<String>evaluateSimpleExpression("string(today())", NONE))
                    .isEqualTo("2031-05-07");
        }
    }

    @Test
    void still_reads_the_dates_it_is_given() {
        var feel = new PlainDataFeel().createInstance();
        var facts = Variables.createVariables().putValue("due", Date.from(Instant.parse("2031-05-06T10:00:00Z")));

        assertThat(feel.<Boolean>evaluateSimpleExpression(
                        "date(due) = date(\"2031-05-06\")", facts.asVariableContext()))
                .isTrue();
        assertThat(feel.evaluateSimpleUnaryTests(
                        "> date and time(\"2031-01-01T00:00:00\")", "due", facts.asVariableContext()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"gold\"", " \"a + b\" ", "\"\"", "12", "-3", "0.25", "true", "false"})
    void answers_a_constant_twice_as_feel_does_once(String text) {
        var feel = new PlainDataFeel().createInstance();
        Object asked = new PlainDataFeel().createInstance().evaluateSimpleExpression(text, NONE);

        assertThat(feel.<Object>evaluateSimpleExpression(text, NONE)).isEqualTo(asked);
        assertThat(feel.<Object>evaluateSimpleExpression(text, NONE))
                .isEqualTo(asked)
                .hasSameClassAs(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "n + 1", "\"a\" + string(n)", "-n", "[n]", "\"1\" = \"1\" and n > 1"})
    void keeps_nothing_that_depends_on_what_it_is_told(String text) {
        var feel = new PlainDataFeel().createInstance();

        Object one = feel.evaluateSimpleExpression(text, told(1));
        assertThat(feel.<Object>evaluateSimpleExpression(text, told(2))).isNotEqualTo(one);
    }

    private static VariableContext told(long n) {
        return Variables.createVariables().putValue("n", n).asVariableContext();
    }
}

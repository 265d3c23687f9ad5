package io.handsel.recruitment.web;

import io.handsel.forms.FormValues;
import io.handsel.recruitment.CandidateTraits;
import io.handsel.recruitment.NewCandidate;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code candidate.form} and {@code become-a-partner.form} ask about a company. */
final class CandidateForm {

    private CandidateForm() {}

    static NewCandidate wish(FormValues values) {
        return new NewCandidate(
                values.text("company"),
                values.text("website"),
                values.text("country"),
                values.text("contact"),
                values.text("email"),
                values.text("telephone"),
                values.text("language"),
                new CandidateTraits(
                        values.text("segment").isEmpty() ? null : values.text("segment"),
                        count(values.decimal("employees")),
                        count(values.decimal("technicians")),
                        yes(values.text("services")),
                        yes(values.text("complementary")),
                        yes(values.text("rival"))));
    }

    /** The answers as they stand now. */
    static Map<String, @Nullable Object> known(NewCandidate candidate) {
        var traits = candidate.traits();
        Map<String, @Nullable Object> known = new HashMap<>();
        known.put("company", candidate.company());
        known.put("website", candidate.website());
        known.put("country", candidate.country());
        known.put("contact", candidate.contact());
        known.put("email", candidate.email());
        known.put("telephone", candidate.telephone());
        known.put("language", candidate.language());
        known.put("segment", traits.segment());
        known.put("employees", traits.employees());
        known.put("technicians", traits.technicians());
        known.put("services", word(traits.services()));
        known.put("complementary", word(traits.complementary()));
        known.put("rival", word(traits.rival()));
        return known;
    }

    private static @Nullable Integer count(@Nullable BigDecimal number) {
        return number == null ? null : number.intValue();
    }

    private static @Nullable Boolean yes(String answer) {
        return answer.isEmpty() ? null : answer.equals("yes");
    }

    private static @Nullable String word(@Nullable Boolean answer) {
        return answer == null ? null : answer ? "yes" : "no";
    }
}

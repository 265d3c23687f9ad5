package io.handsel.partner.web;

import io.handsel.partner.MatterDecision;
import io.handsel.partner.MatterFate;
import io.handsel.partner.OpenMatter;
import io.handsel.partner.PartnerId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of one open matter each, as typed: the fields are called {@code fate.<key>} and {@code heir.<key>}.
 *
 * @param fates what was chosen, by the key of the matter
 * @param heirs the name of the partner that goes on with it, by the key of the matter
 */
record MatterChoices(Map<String, String> fates, Map<String, String> heirs) {

    static final MatterChoices NONE = new MatterChoices(Map.of(), Map.of());

    static MatterChoices of(Map<String, String> sent) {
        return new MatterChoices(below("fate.", sent), below("heir.", sent));
    }

    private static Map<String, String> below(String beginning, Map<String, String> sent) {
        Map<String, String> found = new LinkedHashMap<>();
        sent.forEach((name, typed) -> {
            if (name.startsWith(beginning) && !typed.isBlank()) {
                found.put(name.substring(beginning.length()), typed.strip());
            }
        });
        return found;
    }

    /**
     * What was decided about these; what cannot be read is as if it had not been said.
     *
     * @param names every partner that could go on with something; of two with one name neither is meant
     */
    Map<String, MatterDecision> decisions(List<OpenMatter> open, Map<PartnerId, String> names) {
        Map<String, MatterDecision> named = new LinkedHashMap<>();
        for (var matter : open) {
            fate(fates.get(matter.key()))
                    .map(fate ->
                            new MatterDecision(fate, fate == MatterFate.TRANSFER ? heir(matter.key(), names) : null))
                    .ifPresent(decision -> named.put(matter.key(), decision));
        }
        return named;
    }

    private @Nullable PartnerId heir(String matter, Map<PartnerId, String> names) {
        var wanted = heirs.getOrDefault(matter, "");
        var found = names.entrySet().stream()
                .filter(one -> one.getValue().equalsIgnoreCase(wanted))
                .map(Map.Entry::getKey)
                .toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    static Optional<MatterFate> fate(@Nullable String typed) {
        return Arrays.stream(MatterFate.values())
                .filter(known -> known.name().equals(typed))
                .findAny();
    }
}

package io.handsel.engine;

import io.handsel.engine.safety.ModelFinding;
import java.util.List;
import java.util.stream.Collectors;

/** What became of a set of models that somebody wanted to publish. */
public sealed interface Publication {

    /**
     * They are in force.
     *
     * @param deployment the engine's id of the deployment that holds them, the same as before if nothing had changed
     */
    record Published(String deployment) implements Publication {}

    /**
     * None of them is in force.
     *
     * @param findings what is wrong, each with its file, element, line and rule; never empty
     */
    record Refused(List<ModelFinding> findings) implements Publication {

        public Refused {
            findings = List.copyOf(findings);
        }
    }

    /**
     * For whoever publishes models that cannot be wrong, such as those that are shipped.
     *
     * @throws IllegalStateException if they are refused
     */
    default Published orElseThrow() {
        if (this instanceof Published published) {
            return published;
        }
        throw new IllegalStateException(((Refused) this)
                .findings().stream().map(ModelFinding::toString).collect(Collectors.joining("\n", "Refused:\n", "")));
    }
}

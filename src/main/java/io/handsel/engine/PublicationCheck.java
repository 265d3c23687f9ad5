package io.handsel.engine;

import io.handsel.engine.safety.ModelFinding;
import java.util.List;
import java.util.Map;

/** What a module has to say about files before they are published, beyond what keeps the engine safe. */
public interface PublicationCheck {

    /**
     * Everything that forbids publishing these files together; empty when they are in order.
     *
     * @param files content by name; all of them have passed the safety rules
     */
    List<ModelFinding> check(Map<String, byte[]> files);
}

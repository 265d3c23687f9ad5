package io.handsel.forms;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of forms.
 *
 * @param expressionTime how long one FEEL expression may take before it counts as null
 * @param largestFile the largest file a file picker takes
 * @param largestDraft how many characters a saved draft may have
 */
@ConfigurationProperties("handsel.forms")
record FormSettings(
        @DefaultValue("500ms") Duration expressionTime,
        @DefaultValue("10MB") DataSize largestFile,
        @DefaultValue("200000") int largestDraft) {

    static final FormSettings DEFAULTS = new FormSettings(Duration.ofMillis(500), DataSize.ofMegabytes(10), 200_000);
}

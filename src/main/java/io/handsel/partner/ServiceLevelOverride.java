package io.handsel.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * Somebody's word above the table's: another service level than the one that was given.
 *
 * @param by the name of whoever said so
 */
@Embeddable
public record ServiceLevelOverride(
        @Column(name = "override_level") String level,
        @Column(name = "override_reason") String reason,
        @Column(name = "override_by") String by,
        @Column(name = "override_at") Instant at) {}

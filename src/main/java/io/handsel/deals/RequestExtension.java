package io.handsel.deals;

import java.time.LocalDate;

/** Why the protection should last longer; components like the fields of {@code request-extension.form}. */
public record RequestExtension(String reason, LocalDate expectedClose) {}

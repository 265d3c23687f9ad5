package io.handsel.forms;

/** Why an answer is not taken: a code for programs, a sentence for the reader. */
public record FormError(String code, String message) {}

package io.handsel.accounts.matching;

/** A name somebody asks about, and where the company is said to be. Unknown places are empty texts. */
public record NameQuestion(String name, String country, String city) {}

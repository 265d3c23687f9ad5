package io.handsel.accounts.matching;

/**
 * An account a question may mean.
 *
 * @param probability that it is the one meant, from 0 to 1
 * @param name the name of it that resembled most
 */
public record LikelyAccount(String id, float probability, String name) {}

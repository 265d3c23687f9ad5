package io.handsel.accounts.matching;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * An account a question may mean.
 *
 * @param probability that it is the one meant, from 0 to 1
 * @param name the name of it that resembled most
 * @param evidence what speaks for it and against it
 */
public record LikelyAccount(String id, float probability, String name, Set<Evidence> evidence) {

    public LikelyAccount {
        var ordered = EnumSet.noneOf(Evidence.class);
        ordered.addAll(evidence);
        evidence = Collections.unmodifiableSet(ordered);
    }
}

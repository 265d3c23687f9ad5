package io.handsel.accounts.matching;

import java.util.List;

/** An account as the index learns it: its names of any kind, and where it is. Unknown places are empty texts. */
public record KnownAccount(String id, List<String> names, String country, String city) {

    public KnownAccount {
        names = List.copyOf(names);
    }
}

package io.handsel.territory;

import io.handsel.shell.NotFound;

/** There is no such territory. */
public class TerritoryNotFound extends NotFound {

    private TerritoryNotFound(String sentence) {
        super(sentence);
    }

    public static TerritoryNotFound with(TerritoryId id) {
        return new TerritoryNotFound("There is no territory " + id);
    }
}

package io.handsel.territory;

import java.util.NoSuchElementException;

/** There is no such territory. */
public class TerritoryNotFound extends NoSuchElementException {

    private TerritoryNotFound(String sentence) {
        super(sentence);
    }

    public static TerritoryNotFound with(TerritoryId id) {
        return new TerritoryNotFound("There is no territory " + id);
    }

    public static TerritoryNotFound called(String code) {
        return new TerritoryNotFound("There is no territory with the code " + code);
    }
}

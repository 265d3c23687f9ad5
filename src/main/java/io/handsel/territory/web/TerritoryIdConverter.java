package io.handsel.territory.web;

import io.handsel.territory.TerritoryId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads a territory's id from an address. */
@Component
class TerritoryIdConverter implements Converter<String, TerritoryId> {

    @Override
    public TerritoryId convert(String text) {
        return TerritoryId.parse(text);
    }
}

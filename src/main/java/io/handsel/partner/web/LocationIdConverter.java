package io.handsel.partner.web;

import io.handsel.security.LocationId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads a location's id from an address. */
@Component
class LocationIdConverter implements Converter<String, LocationId> {

    @Override
    public LocationId convert(String text) {
        return LocationId.parse(text);
    }
}

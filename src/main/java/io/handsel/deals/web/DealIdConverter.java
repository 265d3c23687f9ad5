package io.handsel.deals.web;

import io.handsel.deals.DealId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the deal of a path; what is no id at all is a deal that does not exist. */
@Component
class DealIdConverter implements Converter<String, DealId> {

    @Override
    public DealId convert(String text) {
        return DealId.parse(text);
    }
}

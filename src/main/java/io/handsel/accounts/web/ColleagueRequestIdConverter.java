package io.handsel.accounts.web;

import io.handsel.accounts.ColleagueRequestId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Lets a handler take the id in an address as what it is. */
@Component
class ColleagueRequestIdConverter implements Converter<String, ColleagueRequestId> {

    @Override
    public ColleagueRequestId convert(String text) {
        return ColleagueRequestId.parse(text);
    }
}

package io.handsel.accounts.web;

import io.handsel.accounts.ClaimId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Lets a handler take the id in an address as what it is. */
@Component
class ClaimIdConverter implements Converter<String, ClaimId> {

    @Override
    public ClaimId convert(String text) {
        return ClaimId.parse(text);
    }
}

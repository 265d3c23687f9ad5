package io.handsel.partner.web;

import io.handsel.partner.PartnerId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads a partner's id from an address. */
@Component
class PartnerIdConverter implements Converter<String, PartnerId> {

    @Override
    public PartnerId convert(String text) {
        return PartnerId.parse(text);
    }
}

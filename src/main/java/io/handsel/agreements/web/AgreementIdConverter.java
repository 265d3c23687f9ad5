package io.handsel.agreements.web;

import io.handsel.agreements.AgreementId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the agreement of a path; what is no id at all is an agreement that does not exist. */
@Component
class AgreementIdConverter implements Converter<String, AgreementId> {

    @Override
    public AgreementId convert(String text) {
        return AgreementId.parse(text);
    }
}

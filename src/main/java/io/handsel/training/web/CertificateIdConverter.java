package io.handsel.training.web;

import io.handsel.training.CertificateId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the certificate of a path; what is no id at all is a certificate that does not exist. */
@Component
class CertificateIdConverter implements Converter<String, CertificateId> {

    @Override
    public CertificateId convert(String text) {
        return CertificateId.parse(text);
    }
}

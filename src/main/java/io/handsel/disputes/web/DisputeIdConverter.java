package io.handsel.disputes.web;

import io.handsel.disputes.DisputeId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the dispute of a path; what is no id at all is a dispute that does not exist. */
@Component
class DisputeIdConverter implements Converter<String, DisputeId> {

    @Override
    public DisputeId convert(String text) {
        return DisputeId.parse(text);
    }
}

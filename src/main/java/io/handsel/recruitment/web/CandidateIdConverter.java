package io.handsel.recruitment.web;

import io.handsel.recruitment.CandidateId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the candidate of a path; what is no id at all is a candidate that does not exist. */
@Component
class CandidateIdConverter implements Converter<String, CandidateId> {

    @Override
    public CandidateId convert(String text) {
        return CandidateId.parse(text);
    }
}

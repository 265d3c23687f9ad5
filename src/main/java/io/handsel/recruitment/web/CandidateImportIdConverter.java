package io.handsel.recruitment.web;

import io.handsel.recruitment.CandidateImportId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the import of a path; what is no id at all is an import that does not exist. */
@Component
class CandidateImportIdConverter implements Converter<String, CandidateImportId> {

    @Override
    public CandidateImportId convert(String text) {
        return CandidateImportId.parse(text);
    }
}

package io.handsel.distribution.web;

import io.handsel.distribution.LinkId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the link of a path; what is no id at all is a link that does not exist. */
@Component
class LinkIdConverter implements Converter<String, LinkId> {

    @Override
    public LinkId convert(String text) {
        return LinkId.parse(text);
    }
}

package io.handsel.distribution.web;

import io.handsel.distribution.LinkId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the link of a path or a choice: nothing chosen is none, and what is no id at all is one that does not exist. */
@Component
class LinkIdConverter implements Converter<String, LinkId> {

    @Override
    public @Nullable LinkId convert(String text) {
        return text.isEmpty() ? null : LinkId.parse(text);
    }
}

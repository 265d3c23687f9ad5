package io.handsel.people.web;

import io.handsel.security.PersonId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads a person's id from an address. */
@Component
class PersonIdConverter implements Converter<String, PersonId> {

    @Override
    public PersonId convert(String text) {
        return PersonId.parse(text);
    }
}

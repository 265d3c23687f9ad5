package io.handsel.security;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such person, or none the asker may know of. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class PersonNotFound extends RuntimeException {

    private PersonNotFound(String message) {
        super(message);
    }

    static PersonNotFound with(PersonId id) {
        return new PersonNotFound("There is no person " + id);
    }
}

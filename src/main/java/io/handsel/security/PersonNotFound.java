package io.handsel.security;

/** There is no such person, or none the asker may know of. */
public class PersonNotFound extends RuntimeException {

    private PersonNotFound(String message) {
        super(message);
    }

    static PersonNotFound with(PersonId id) {
        return new PersonNotFound("There is no person " + id);
    }
}

package io.handsel.accounts;

/** No such claim, or none of the asking partner. */
public class ClaimNotFound extends RuntimeException {

    private ClaimNotFound(String message) {
        super(message);
    }

    static ClaimNotFound withId(ClaimId id) {
        return new ClaimNotFound("There is no claim " + id);
    }
}

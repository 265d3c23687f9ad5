package io.handsel.applications;

import io.handsel.shell.NotFound;

/** There is no such application, or no such link to one. */
public final class ApplicationNotFound extends NotFound {

    private ApplicationNotFound(String message) {
        super(message);
    }

    public static ApplicationNotFound of(ApplicationId id) {
        return new ApplicationNotFound("There is no application " + id);
    }

    /** Without the secret, which belongs in no log. */
    public static ApplicationNotFound behindLink() {
        return new ApplicationNotFound("There is no application behind this link");
    }
}

package io.handsel.security.web;

/** The present password and, twice, the new one. */
record PasswordForm(String presentPassword, String newPassword, String repeatedPassword) {

    PasswordForm {
        presentPassword = presentPassword == null ? "" : presentPassword;
        newPassword = newPassword == null ? "" : newPassword;
        repeatedPassword = repeatedPassword == null ? "" : repeatedPassword;
    }

    static PasswordForm empty() {
        return new PasswordForm("", "", "");
    }

    /** Without the passwords, which belong in no log. */
    @Override
    public String toString() {
        return "PasswordForm[]";
    }
}

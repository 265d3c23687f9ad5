package io.handsel.security.web;

/** The present password and, twice, the new one. */
record PasswordForm(String present, String wanted, String repeated) {

    PasswordForm {
        present = present == null ? "" : present;
        wanted = wanted == null ? "" : wanted;
        repeated = repeated == null ? "" : repeated;
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

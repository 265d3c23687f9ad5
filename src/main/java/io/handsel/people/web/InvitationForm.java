package io.handsel.people.web;

/** The password somebody chooses, typed twice. */
record InvitationForm(String password, String repeatedPassword) {

    InvitationForm {
        password = password == null ? "" : password;
        repeatedPassword = repeatedPassword == null ? "" : repeatedPassword;
    }

    static InvitationForm empty() {
        return new InvitationForm("", "");
    }

    /** Without the passwords, which belong in no log. */
    @Override
    public String toString() {
        return "InvitationForm[]";
    }
}

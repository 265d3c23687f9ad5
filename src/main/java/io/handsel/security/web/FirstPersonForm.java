package io.handsel.security.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What is asked of the first person. */
record FirstPersonForm(
        @NotBlank(message = "{security.name.missing}") @Size(max = 200, message = "{security.name.long}")
        String name,

        @Pattern(regexp = "\\s*[\\p{L}\\p{N}._@-]{3,100}\\s*", message = "{security.signInName.wrong}")
        String signInName,

        @NotBlank(message = "{security.email.wrong}") String email,
        String password,
        String repeatedPassword) {

    FirstPersonForm {
        name = name == null ? "" : name.strip();
        signInName = signInName == null ? "" : signInName.strip();
        email = email == null ? "" : email.strip();
        password = password == null ? "" : password;
        repeatedPassword = repeatedPassword == null ? "" : repeatedPassword;
    }

    static FirstPersonForm empty() {
        return new FirstPersonForm("", "", "", "", "");
    }

    /** Without the passwords, which belong in no log. */
    @Override
    public String toString() {
        return "FirstPersonForm[" + signInName + "]";
    }
}

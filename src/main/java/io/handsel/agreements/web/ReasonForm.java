package io.handsel.agreements.web;

/** Why an agreement is taken back, as typed. */
record ReasonForm(String reason) {

    ReasonForm {
        reason = reason == null ? "" : reason.strip();
    }
}

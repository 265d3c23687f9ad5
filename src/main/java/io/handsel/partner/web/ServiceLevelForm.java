package io.handsel.partner.web;

/** The service level somebody lays down, and why, as typed. */
record ServiceLevelForm(String serviceLevel, String reason) {

    ServiceLevelForm {
        serviceLevel = serviceLevel == null ? "" : serviceLevel.strip();
        reason = reason == null ? "" : reason.strip();
    }
}

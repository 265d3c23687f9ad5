package io.handsel.security.web;

/** Language, time zone and single keys, as typed; a box that is not ticked is not sent at all. */
record PreferencesForm(String language, String zone, Boolean singleKeys) {

    PreferencesForm {
        language = language == null ? "" : language;
        zone = zone == null ? "" : zone;
        singleKeys = Boolean.TRUE.equals(singleKeys);
    }
}

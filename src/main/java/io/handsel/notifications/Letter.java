package io.handsel.notifications;

import java.util.Locale;

/** A notice put into words for one recipient. */
record Letter(String recipient, Locale locale, String subject, String text, String html) {}

package io.handsel.accounts.web;

import org.jspecify.annotations.Nullable;

/** Why somebody's asking is paused, or taken up again, as typed. */
record BlockForm(@Nullable String reason) {

    String text() {
        return reason == null ? "" : reason;
    }
}

package io.handsel.journey;

import java.util.Locale;

/** A company that is no partner yet, with two of its people. */
record NewPartner(String company, String domain, String person, String colleague, String customer) {

    String address(String somebody) {
        return somebody.toLowerCase(Locale.ROOT).replace(' ', '.') + "@" + domain;
    }
}

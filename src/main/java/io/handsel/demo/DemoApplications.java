package io.handsel.demo;

import io.handsel.applications.ApplicationOutcome;
import io.handsel.applications.ApplyAsPartner;
import io.handsel.applications.Applying;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Companies that want to become partners; the jobs that check them run once the application is up. */
@Component
@Profile("demo")
class DemoApplications {

    private final Applying applying;

    DemoApplications(Applying applying) {
        this.applying = applying;
    }

    void arrive() {
        apply(
                "Fjordlicht Systeme GmbH",
                "Hafenstraße 12",
                "20457",
                "Hamburg",
                "fjordlicht-systeme.de",
                "reseller",
                null);
        apply(
                "Rheintal Distribution AG",
                "Uferweg 3",
                "50667",
                "Köln",
                "rheintal-distribution.de",
                "distributor",
                null);
        // Its domain is another one; its VAT number is not.
        apply("Rheintal Handel", "Uferweg 3", "50667", "Köln", "rheintal-handel.de", "reseller", "DE136695976");
        apply("Rheintal Vertrieb", "Uferweg 5", "50667", "Köln", "rheintal-vertrieb.de", "referral", "DE 136 695 976");
    }

    private void apply(
            String name,
            String street,
            String postcode,
            String city,
            String domain,
            String type,
            @Nullable String vat) {
        var wish = new ApplyAsPartner(
                name,
                street,
                postcode,
                city,
                "DE",
                "+49 221 555 0199",
                "Kim Kontakt",
                "kim@" + domain,
                null,
                domain,
                "ns1." + domain,
                "ns2." + domain,
                List.of("platform", "security"),
                type,
                "standard",
                "10-49",
                null,
                vat,
                null,
                null,
                "{}",
                Locale.ENGLISH);
        if (!(applying.submit(wish) instanceof ApplicationOutcome.Done)) {
            throw new IllegalStateException("The demonstration cannot apply for " + name);
        }
    }
}

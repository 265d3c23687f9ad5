package io.handsel.distribution;

import io.handsel.security.Role;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A reseller as a distributor it is linked with sees it: what it shares and nothing else.
 *
 * @param since when it accepted
 * @param showsDeals whether there may be deals to read, all of them or those bought through this distributor
 */
public record ResellerView(
        LinkId link,
        String name,
        @Nullable Instant since,
        Set<SharedPart> shared,
        List<Contact> contacts,
        List<Certificate> certificates,
        boolean showsDeals) {

    public ResellerView {
        shared = Collections.unmodifiableSet(new TreeSet<>(shared));
        contacts = List.copyOf(contacts);
        certificates = List.copyOf(certificates);
    }

    /** Whether it shares who its people are; public because the page asks. */
    public boolean isWithContacts() {
        return shared.contains(SharedPart.CONTACTS);
    }

    public boolean isWithCertificates() {
        return shared.contains(SharedPart.CERTIFICATES);
    }

    public boolean isWithAllDeals() {
        return shared.contains(SharedPart.DEALS);
    }

    /** Somebody who works there. */
    public record Contact(String name, Set<Role> roles, String email) {

        public Contact {
            roles = Collections.unmodifiableSet(new TreeSet<>(roles));
        }
    }

    /** @param holder null where the reseller does not share who its people are */
    public record Certificate(String course, @Nullable String holder, Instant until) {}
}

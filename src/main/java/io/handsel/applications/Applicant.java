package io.handsel.applications;

import io.handsel.accounts.CompanyMarks;
import io.handsel.kernel.CountryCode;
import io.handsel.kernel.DomainName;
import io.handsel.kernel.EmailAddress;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The company that applies, in its own words, and what it is recognised by; nothing of it changes any more. */
@Embeddable
class Applicant {

    private String businessName;
    private String street;
    private @Nullable String postcode;
    private String city;
    private String country;
    private String telephone;
    private String contactName;
    private String contactEmail;
    private @Nullable String contactTelephone;
    private String domain;
    private String primaryDns;
    private String secondaryDns;
    private String partnerType;
    private String serviceLevel;
    private String companySize;
    private @Nullable String certificates;
    private @Nullable String vat;
    private @Nullable String duns;

    @Column(columnDefinition = "text")
    private String additional;

    private String domainMark;
    private @Nullable String vatMark;
    private @Nullable String dunsMark;
    private @Nullable String nameMark;
    private Locale locale;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "application_product", joinColumns = @JoinColumn(name = "application_id"))
    @Column(name = "product")
    private Set<String> products;

    @SuppressWarnings("NullAway.Init")
    protected Applicant() {}

    Applicant(ApplyAsPartner wish, DomainName domain, CompanyMarks marks) {
        this.businessName = wish.businessName().strip();
        this.street = wish.street().strip();
        this.postcode = wish.postcode();
        this.city = wish.city().strip();
        this.country = CountryCode.of(wish.country()).code();
        this.telephone = wish.telephone().strip();
        this.contactName = wish.contactName().strip();
        this.contactEmail = EmailAddress.parse(wish.contactEmail()).address();
        this.contactTelephone = wish.contactTelephone();
        this.domain = domain.name();
        this.primaryDns = DomainName.parse(wish.primaryDns()).name();
        this.secondaryDns = DomainName.parse(wish.secondaryDns()).name();
        this.partnerType = wish.partnerType();
        this.serviceLevel = wish.serviceLevel();
        this.companySize = wish.size();
        this.certificates = wish.certificates();
        this.vat = wish.vat();
        this.duns = wish.duns();
        this.additional = wish.additional();
        this.domainMark = Objects.requireNonNull(marks.domain());
        this.vatMark = marks.vat();
        this.dunsMark = marks.duns();
        this.nameMark = marks.name();
        this.locale = wish.locale();
        this.products = new HashSet<>(wish.products());
    }

    String businessName() {
        return businessName;
    }

    String street() {
        return street;
    }

    @Nullable
    String postcode() {
        return postcode;
    }

    String city() {
        return city;
    }

    CountryCode country() {
        return CountryCode.of(country);
    }

    String telephone() {
        return telephone;
    }

    String contactName() {
        return contactName;
    }

    EmailAddress contactEmail() {
        return EmailAddress.parse(contactEmail);
    }

    @Nullable
    String contactTelephone() {
        return contactTelephone;
    }

    DomainName domain() {
        return new DomainName(domain);
    }

    List<DomainName> nameServers() {
        return List.of(new DomainName(primaryDns), new DomainName(secondaryDns));
    }

    String partnerType() {
        return partnerType;
    }

    String serviceLevel() {
        return serviceLevel;
    }

    String companySize() {
        return companySize;
    }

    @Nullable
    String certificates() {
        return certificates;
    }

    @Nullable
    String vat() {
        return vat;
    }

    @Nullable
    String duns() {
        return duns;
    }

    Set<String> products() {
        return Set.copyOf(products);
    }

    CompanyMarks marks() {
        return new CompanyMarks(domainMark, vatMark, dunsMark, nameMark);
    }

    Locale locale() {
        return locale;
    }
}

package io.handsel.partner;

import io.handsel.kernel.CountryCode;
import io.handsel.kernel.DomainName;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The company behind a partner: a small record of its own, changed by other people than the partner's terms. */
@Entity
@Table(name = "partner_company")
class Company {

    @EmbeddedId
    @AttributeOverride(name = "id", column = @Column(name = "partner_id"))
    private PartnerId partner;

    @Version
    private @Nullable Long version;

    private @Nullable String domain;
    private @Nullable String vat;
    private @Nullable String duns;
    private @Nullable String country;
    private @Nullable String street;
    private @Nullable String postcode;
    private @Nullable String city;
    private @Nullable String telephone;
    /** What it says about itself: the answers of a form, as JSON. */
    @Column(columnDefinition = "text")
    private @Nullable String portrait;

    @SuppressWarnings("NullAway.Init")
    protected Company() {}

    Company(PartnerId partner) {
        this.partner = partner;
    }

    PartnerId partner() {
        return partner;
    }

    long version() {
        return version == null ? 0 : version;
    }

    void become(CompanyProfile profile) {
        domain = profile.domain() == null ? null : profile.domain().name();
        vat = profile.vat();
        duns = profile.duns();
        country = profile.country() == null ? null : profile.country().code();
        street = profile.street();
        postcode = profile.postcode();
        city = profile.city();
        telephone = profile.telephone();
    }

    void describe(String answers) {
        portrait = answers;
    }

    Optional<String> portrait() {
        return Optional.ofNullable(portrait);
    }

    CompanyProfile profile() {
        return new CompanyProfile(
                domain == null ? null : new DomainName(domain),
                vat,
                duns,
                country == null ? null : CountryCode.of(country),
                street,
                postcode,
                city,
                telephone);
    }
}

package io.handsel.partner;

import io.handsel.security.PersonId;
import io.handsel.territory.TerritoryId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** One record per partner company. It has exactly one manager from its first day on, in every standing. */
@Entity
@Table(name = "partner")
public class Partner {

    @EmbeddedId
    @AttributeOverride(name = "id", column = @Column(name = "id"))
    private PartnerId id;

    private String name;

    @Column(name = "partner_type")
    private String type;

    private String tier;
    private String region;
    private Locale locale;
    private ZoneId zone;
    private Currency currency;
    private String serviceLevel;

    @Embedded
    private @Nullable ServiceLevelOverride overridden;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "manager_id"))
    private PersonId manager;

    @Enumerated(EnumType.STRING)
    private PartnerStanding standing;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "partner_product_line", joinColumns = @JoinColumn(name = "partner_id"))
    @Column(name = "product_line")
    @BatchSize(size = 100)
    private Set<String> productLines;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "partner_territory", joinColumns = @JoinColumn(name = "partner_id"))
    @AttributeOverride(name = "id", column = @Column(name = "territory_id"))
    @BatchSize(size = 100)
    private Set<TerritoryId> territories;

    /** Until when its people still read after its end. */
    private @Nullable Instant accessUntil;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Partner() {}

    Partner(NewPartner wanted) {
        this.id = PartnerId.create();
        this.name = wanted.name();
        this.type = wanted.type().name();
        this.tier = wanted.tier().name();
        this.region = wanted.region();
        this.locale = wanted.locale();
        this.zone = wanted.zone();
        this.currency = wanted.currency();
        this.serviceLevel = wanted.serviceLevel();
        this.manager = wanted.manager();
        this.standing = PartnerStanding.CANDIDATE;
        this.productLines = new HashSet<>(wanted.productLines());
        this.territories = new HashSet<>(wanted.territories());
    }

    PartnerId id() {
        return id;
    }

    PersonId manager() {
        return manager;
    }

    long version() {
        return version;
    }

    void change(PartnerChange change) {
        name = change.name();
        type = change.type().name();
        tier = change.tier().name();
        region = change.region();
        locale = change.locale();
        zone = change.zone();
        currency = change.currency();
        productLines.retainAll(change.productLines());
        productLines.addAll(change.productLines());
        territories.retainAll(change.territories());
        territories.addAll(change.territories());
    }

    ServiceLevelView serviceLevel() {
        return new ServiceLevelView(serviceLevel, Optional.ofNullable(overridden));
    }

    /** @param word above what was given; null where that counts again */
    void override(@Nullable ServiceLevelOverride word) {
        overridden = word;
    }

    boolean mayBecome(PartnerStanding next) {
        return standing.mayBecome(next);
    }

    void become(PartnerStanding next) {
        if (!mayBecome(next)) {
            throw new IllegalStateException("A partner that is " + standing + " cannot become " + next);
        }
        standing = next;
    }

    void keepAccessUntil(Instant end) {
        accessUntil = end;
    }

    void endAccess() {
        accessUntil = null;
    }

    /** Whether its people still read, though not any more from this moment on. */
    boolean isAccessOver(Instant now) {
        return accessUntil != null && !now.isBefore(accessUntil);
    }

    void handOverTo(PersonId newManager) {
        manager = newManager;
    }

    /** As much as a comparison of companies needs; product lines and territories are not read for it. */
    KnownCompany heading() {
        return new KnownCompany(id, name, standing, CompanyProfile.UNKNOWN);
    }

    PartnerView view() {
        return new PartnerView(
                id,
                name,
                PartnerType.of(type),
                PartnerTier.of(tier),
                region,
                locale,
                zone,
                currency,
                serviceLevel().present(),
                manager,
                productLines,
                territories,
                standing);
    }
}

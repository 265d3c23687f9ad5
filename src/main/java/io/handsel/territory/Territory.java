package io.handsel.territory;

import io.handsel.kernel.CountryCode;
import io.handsel.security.PersonId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A part of the market with people who answer for it, a currency and a calendar. Territories form a tree. */
@Entity
@Table(name = "territory")
public class Territory {

    @EmbeddedId
    @AttributeOverride(name = "id", column = @Column(name = "id"))
    private TerritoryId id;

    private String code;
    private String name;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "parent_id"))
    private @Nullable TerritoryId parent;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "manager_id"))
    private PersonId manager;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "director_id"))
    private PersonId director;

    private Currency currency;
    private ZoneId zone;

    @Embedded
    @AttributeOverride(name = "code", column = @Column(name = "holiday_country"))
    private CountryCode holidays;

    @Column(name = "holiday_subdivision")
    private @Nullable String subdivision;

    @Convert(converter = WorkingWeekConverter.class)
    @Column(name = "working_week")
    private WorkingWeek week;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Territory() {}

    Territory(NewTerritory wanted) {
        if (!wanted.code().matches("[a-z0-9][a-z0-9-]{0,59}")) {
            throw new IllegalArgumentException("Not a territory code: " + wanted.code());
        }
        this.id = TerritoryId.create();
        this.code = wanted.code();
        this.name = wanted.name();
        this.parent = wanted.parent();
        this.manager = wanted.manager();
        this.director = wanted.director();
        this.currency = wanted.currency();
        this.zone = wanted.zone();
        this.holidays = wanted.holidays();
        this.subdivision = wanted.subdivision();
        this.week = wanted.week();
    }

    TerritoryId id() {
        return id;
    }

    void change(TerritoryChange change) {
        name = change.name();
        manager = change.manager();
        director = change.director();
        zone = change.zone();
        holidays = change.holidays();
        subdivision = change.subdivision();
        week = change.week();
    }

    TerritoryView view() {
        return new TerritoryView(
                id, code, name, parent, manager, director, currency, zone, holidays, subdivision, week);
    }
}

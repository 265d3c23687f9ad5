package io.handsel.applications;

import io.handsel.territory.CustomerPlace;
import io.handsel.territory.Territories;
import io.handsel.territory.TerritoryAssignment.Assigned;
import io.handsel.territory.TerritoryView;
import io.handsel.territory.WorkingCalendar;
import io.handsel.territory.WorkingCalendars;
import io.handsel.territory.WorkingWeek;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where an applicant is at home: who decides, and by whose calendar the days count. */
@Component
class ApplicationTerritories {

    private final Territories territories;
    private final WorkingCalendars calendars;

    ApplicationTerritories(Territories territories, WorkingCalendars calendars) {
        this.territories = territories;
        this.calendars = calendars;
    }

    Optional<TerritoryView> of(PartnerApplication application) {
        var place = CustomerPlace.in(application.applicant().country())
                .ofSize(application.applicant().companySize());
        return territories.assign(place) instanceof Assigned found ? Optional.of(found.territory()) : Optional.empty();
    }

    WorkingCalendar calendar(PartnerApplication application) {
        return of(application)
                .map(calendars::of)
                .orElseGet(() -> WorkingCalendar.of(ZoneOffset.UTC, WorkingWeek.usual(), holiday -> false));
    }
}

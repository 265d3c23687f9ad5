package io.handsel.territory;

import org.springframework.stereotype.Service;

/** The calendar of a territory: its working hours, its zone, its public holidays. */
@Service
public class WorkingCalendars {

    private final Territories territories;
    private final PublicHolidays holidays;

    WorkingCalendars(Territories territories, PublicHolidays holidays) {
        this.territories = territories;
        this.holidays = holidays;
    }

    /** @throws TerritoryNotFound if there is no such territory */
    public WorkingCalendar of(TerritoryId territory) {
        return of(territories.get(territory));
    }

    public WorkingCalendar of(TerritoryView territory) {
        return WorkingCalendar.of(
                territory.zone(), territory.week(), holidays.in(territory.holidays(), territory.subdivision()));
    }
}

package io.handsel.people.web;

import io.handsel.notifications.OutgoingMail;
import io.handsel.partner.PartnerList;
import io.handsel.partner.PartnerLocations;
import io.handsel.people.PeopleAdministration;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.People;
import io.handsel.security.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The people of the own company, as its administrator looks after them; whose they are says the sign-in. */
@Controller
@RequestMapping(ColleagueController.BASE)
@Allow(Role.PARTNER_ADMIN)
class ColleagueController extends PersonPages {

    static final String BASE = "/partner/people";

    ColleagueController(
            PeopleAdministration administration,
            PartnerList partners,
            PartnerLocations locations,
            People people,
            OutgoingMail mail,
            CurrentActor currentActor) {
        super(BASE, administration, partners, locations, people, mail, currentActor);
    }
}

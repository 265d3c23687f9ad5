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

/** The people of this installation, as its operator looks after them. */
@Controller
@RequestMapping(PeopleController.BASE)
@Allow(Role.OPERATOR)
class PeopleController extends PersonPages {

    static final String BASE = "/operations/people";

    PeopleController(
            PeopleAdministration administration,
            PartnerList partners,
            PartnerLocations locations,
            People people,
            OutgoingMail mail,
            CurrentActor currentActor) {
        super(BASE, administration, partners, locations, people, mail, currentActor);
    }
}

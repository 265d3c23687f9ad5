package io.handsel.deals;

import io.handsel.accounts.ClaimTakenOver;
import io.handsel.accounts.ColleagueRequests;
import io.handsel.audit.AuditTrail;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerScope;
import io.handsel.security.LocationId;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who of a partner has a deal: whoever registered it or took it over, and who joined in. */
@Service
@Transactional
public class DealColleagues {

    private final Deals deals;
    private final DealNews news;
    private final ColleagueRequests colleagues;
    private final People people;
    private final AuditTrail audit;

    DealColleagues(Deals deals, DealNews news, ColleagueRequests colleagues, People people, AuditTrail audit) {
        this.deals = deals;
        this.news = news;
        this.colleagues = colleagues;
        this.people = people;
        this.audit = audit;
    }

    /** Whoever has the customer of a deal has the deal. */
    @EventListener
    void on(ClaimTakenOver taken) {
        deals.findById(new DealId(taken.claim().subject())).ifPresent(deal -> {
            deal.takeOver(taken.claim().person());
            audit.record(
                    deal.reference(),
                    people.actor(taken.by()),
                    "taken-over",
                    Map.of(
                            "from", taken.former().toString(),
                            "to", taken.claim().person().toString()));
            news.keep(deal);
        });
    }

    /**
     * Who has the deal, the registrant first; whoever has left the partner, or the deal's location for another one, is
     * not among them.
     *
     * @param location the one the deal belongs to; null is the whole company
     */
    @Transactional(readOnly = true)
    public List<PersonView> of(PartnerId partner, @Nullable LocationId location, DealId id, PersonId registrant) {
        return Stream.concat(Stream.of(registrant), colleagues.membersOf(id.id()).stream())
                .flatMap(person -> people.find(person).stream())
                .filter(person -> person.active() && PartnerScope.covers(person, partner, location))
                .toList();
    }
}

package io.handsel.partner.web;

import io.handsel.partner.PartnerCard;
import io.handsel.partner.PartnerView;
import io.handsel.security.Actor;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What other modules show of a partner, on the vendor's page of it and on its own. */
@Component
class PartnerCards {

    private final List<PartnerCard> cards;

    PartnerCards(List<PartnerCard> cards) {
        this.cards = cards.stream()
                .sorted(Comparator.comparingInt(PartnerCard::order))
                .toList();
    }

    /** One of them, as the page shows it. */
    record Part(String fragment, Object content) {}

    List<Part> of(Actor reader, PartnerView partner) {
        return cards.stream()
                .filter(card -> !Collections.disjoint(card.roles(), reader.roles()))
                .flatMap(card -> card.content().apply(reader, partner).stream()
                        .map(content -> new Part(card.fragment(), content)))
                .toList();
    }
}

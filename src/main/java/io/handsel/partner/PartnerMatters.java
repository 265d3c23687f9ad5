package io.handsel.partner;

import io.handsel.security.Actor;
import java.util.List;
import java.util.Optional;

/** What a module has open for partners, so that nothing is forgotten when one is suspended or ends; offered as a bean. */
public interface PartnerMatters {

    /** What it is; also a key under {@code partner.matter}. */
    String kind();

    /** What is open now, the oldest first. */
    List<OpenMatter> openFor(PartnerId partner);

    /**
     * Carries a decision out, in the transaction of the partner's change. What is over meanwhile stays so.
     *
     * @param matter one of those of {@link #openFor}
     * @param decision one of its fates other than {@link MatterFate#KEEP}
     * @return why it cannot be done, as a message key; empty if it is done
     */
    Optional<String> settle(Actor by, OpenMatter matter, MatterDecision decision, String reason);
}

package io.handsel.agreements;

import java.util.Set;

/** How far an agreement has come. */
public enum AgreementStatus {
    /** The table knows no template for this partner; the vendor has to mend that. */
    WITHOUT_TEMPLATE,
    ASKED,
    /** By the partner; the vendor's signature is still to come. */
    SIGNED,
    IN_FORCE,
    /** The vendor will not sign; another agreement may be asked. */
    DECLINED;

    public boolean mayBecome(AgreementStatus next) {
        return switch (this) {
            case WITHOUT_TEMPLATE -> Set.of(ASKED, DECLINED).contains(next);
            case ASKED -> Set.of(SIGNED, DECLINED).contains(next);
            case SIGNED -> Set.of(IN_FORCE, DECLINED).contains(next);
            case IN_FORCE, DECLINED -> false;
        };
    }
}

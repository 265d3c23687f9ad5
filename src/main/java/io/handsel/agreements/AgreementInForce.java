package io.handsel.agreements;

import io.handsel.partner.PartnerId;

/** Everybody who has to has signed: from now on the portal is open to the partner. */
public record AgreementInForce(AgreementId agreement, PartnerId partner) {}

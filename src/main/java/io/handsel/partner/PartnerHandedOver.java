package io.handsel.partner;

import io.handsel.security.Actor;
import io.handsel.security.PersonId;

/** A partner got another manager for good: open tasks go over with it, in the same transaction. */
public record PartnerHandedOver(Actor by, PartnerId partner, PersonId from, PersonId to) {}

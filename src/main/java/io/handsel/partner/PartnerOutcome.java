package io.handsel.partner;

/** What became of the wish to register a partner or to change something about one. */
public sealed interface PartnerOutcome {

    record Done(PartnerView partner) implements PartnerOutcome {}

    record Refused(PartnerRefusal reason) implements PartnerOutcome {}
}

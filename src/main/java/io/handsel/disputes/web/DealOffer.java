package io.handsel.disputes.web;

import io.handsel.deals.DealId;
import io.handsel.disputes.DisputeOffer;

/** What a deal's page says about disputing what became of the deal. */
record DealOffer(DealId deal, DisputeOffer offer) {}

/**
 * Deal registration: a partner registers a sale in the making, people decide who may pursue it, the customer's account
 * is protected for a time, and the deal ends won, lost, expired, withdrawn or rejected, or the customer moves to another
 * partner's deal. The heart of the product: it stands on {@code accounts} (whose customer it is), {@code partner} and
 * {@code territory} (who decides, by which clock) and {@code incentives} (what it earns). The order of the steps lives in
 * {@code processes/deals}, the numbers in the tables beside the diagrams; Java keeps what no designer may switch off.
 * Who stands on deals shows its part of one on the deal's own page by a {@link io.handsel.deals.DealCard}, and
 * on a reviewer's by a {@link io.handsel.deals.DealReviewCard}; what a partner lets another company read of its deals
 * goes through {@link io.handsel.deals.SharedDeals}. Whatever a page asks about a deal for somebody of a partner goes
 * through {@code OwnDeals}, which knows the location; an architecture test follows the calls.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "engine",
            "security",
            "audit",
            "notifications",
            "shell",
            "forms",
            "tasklist",
            "territory",
            "partner",
            "incentives",
            "accounts"
        })
@NullMarked
package io.handsel.deals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

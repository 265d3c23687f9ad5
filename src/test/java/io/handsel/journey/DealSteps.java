package io.handsel.journey;

import java.time.LocalDate;

/** What the stories of a deal have in common. */
final class DealSteps {

    private DealSteps() {}

    static Visitor registered(Visitors visitors, String customer, String website) {
        var ben = visitors.signedIn("partner-a-sales").open("/deals/new");
        ben.fill("customer", customer).fill("website", website);
        fillIn(ben);
        return ben.press("Send the registration").isTold("Your deal is registered.");
    }

    /** All that is mandatory beside the customer's name and website. */
    static void fillIn(Visitor partner) {
        partner.fill("country", "Germany");
        partner.fill("contactName", "Kim Becker").fill("contactEmail", "kim@customer.example");
        partner.markFirst("products").fill("amount", "30000").choose("currency", "EUR");
        partner.fill("expectedClose", LocalDate.now().plusDays(60).toString());
        partner.fill("need", "Replaces a system at the end of its life for about 80 people.");
        partner.choose("source", "own-research");
    }

    /** The manager finds the task by the customer's name as soon as it is there; it was given to her. */
    static Visitor take(Visitors visitors, String customer) {
        var marta = visitors.signedIn("manager").open("/tasks");
        marta.find("#search").fill(customer);
        marta.waitsToSee(marta.find("#task-list a.cover").getByText(customer)).click();
        return marta.reads("Your decision").reads("Mine");
    }
}

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

    /** Registered by partner A and approved by the manager. */
    static Visitor approved(Visitors visitors, String customer, String website) {
        var ben = registered(visitors, customer, website);
        take(visitors, customer).key("a").isTold("Your decision counts.");
        return ben.waitsUntilIts("Approved");
    }

    /** What partner B hears when asking about a customer. */
    static String verdictForPartnerB(Visitors visitors, String customer, String website) {
        var bea = visitors.signedIn("partner-b-sales").open("/accounts/check?name=" + customer + "&domain=" + website);
        return bea.find("#answer .status").innerText();
    }

    /** All that is mandatory beside the customer's name and website. */
    static void fillIn(Visitor partner) {
        partner.fill("country", partner.readsGerman() ? "Deutschland" : "Germany");
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

package io.handsel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Two partners want one customer: evidence of both, a decision, an appeal, and the customer changes hands. */
@Journey
class DisputeJourneyIT {

    private static final String CUSTOMER = "Elbtal Brauerei";

    @Test
    void a_dispute_is_settled_appealed_and_the_customer_goes_to_the_winner(Visitors visitors) {
        var ben = DealSteps.approved(visitors, CUSTOMER, "elbtal-brauerei.example");
        var bens = ben.page().url();
        var bea = visitors.signedIn("partner-b-sales").open("/deals/new");
        bea.fill("customer", CUSTOMER).fill("website", "elbtal-brauerei.example");
        DealSteps.fillIn(bea);
        bea.press("Send the registration").isTold("Your deal is registered.").waitsUntilIts("Rejected");
        var beas = bea.page().url();

        bea.reads("Not right?").follow("Open a dispute");
        bea.fill("reason", "We have worked with them since autumn.").press("Send");
        bea.isTold("The dispute is open.").follow("Put evidence");
        var dispute = bea.page().url().replaceFirst("/evidence.*", "");
        bea.choose("kind", "customer-order").fill("words", "Their order of last week, secret-of-bea.");
        bea.press("Send").isTold("Your evidence is with the dispute.").reads("secret-of-bea");
        bea.press("I have no more evidence").isTold("you have no more evidence");

        ben.open("/home").reads("Disputes that wait for you").open("/disputes").reads(CUSTOMER);
        ben.open(dispute).reads("The customer's order or e-mail").reads("weight 5");
        assertThat(ben.everything()).doesNotContain("secret-of-bea", "Bea");
        ben.follow("Put evidence").choose("kind", "meeting").fill("words", "We met them, secret-of-ben.");
        ben.press("Send").isTold("Your evidence is with the dispute.").press("I have no more evidence");
        ben.isTold("you have no more evidence").reads("Being settled");

        var marta = DealSteps.take(visitors, CUSTOMER);
        marta.reads("secret-of-bea").reads("secret-of-ben").key("h").reads("Only our own people read this.");
        marta.fill("reason", "The holder came first.").press("Send").isTold("Your decision counts.");

        bea.open(dispute).waitsToRead("Everything stays as it is: the customer is not yours.");
        assertThat(bea.everything()).doesNotContain("secret-of-ben", "Ben", "The holder came first.");
        ben.open(bens).reads("Approved");
        bea.follow("Appeal to the director");
        bea.fill("reason", "Their order has not been seen.").press("Send").isTold("The director has been asked.");

        var director = visitors.signedIn("director").open("/tasks");
        director.find("#search").fill(CUSTOMER);
        director.waitsToSee(director.find("#task-list a.cover").getByText(CUSTOMER))
                .click();
        director.reads("Their order has not been seen.")
                .reads("The holder came first.")
                .key("g");
        director.reads("Only our own people read this.").fill("reason", "An order outweighs a meeting.");
        director.press("Send").isTold("Your decision counts.");

        bea.open(dispute).waitsToRead("The customer is yours.");
        bea.open(beas).waitsUntilIts("Approved");
        ben.open(bens).waitsUntilIts("Transferred");
        assertThat(ben.open(dispute)
                        .reads("The customer goes to the other side.")
                        .everything())
                .doesNotContain("secret-of-bea", "Bea", "An order outweighs a meeting.");
    }
}

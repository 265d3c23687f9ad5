package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.accounts.AccountClaimsModel.Deed;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** No order of steps gives a customer two owners; on the embedded database. */
@SpringBootTest
@ActiveProfiles("test")
@Import({MovableClock.class, AccountFixtures.class})
class AccountClaimsModelTests {

    AccountClaimsModel model;

    @BeforeEach
    void a_model_of_the_application(@Autowired AutowireCapableBeanFactory application) {
        model = application.createBean(AccountClaimsModel.class);
    }

    @Test
    void no_order_of_steps_gives_a_customer_two_owners() {
        assertThat(model.walk(AccountClaimsModel.KNOWN, 8, 40)).isEqualTo(8 * 40);
        assertThat(model.effects().keySet()).containsAll(EnumSet.complementOf(EnumSet.of(Deed.HOLD_AGAIN, Deed.SWEEP)));
        assertThat(model.contests()).isPositive();
    }

    @Test
    @Tag("proof")
    void no_order_of_a_hundred_steps_gives_a_customer_two_owners() {
        assertThat(model.walk(1000, 100)).isEqualTo(1000 * 100);
    }
}

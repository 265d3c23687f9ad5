package io.handsel.accounts;

import io.handsel.PostgresDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The race on PostgreSQL, where naive code loses almost every round. */
class AccountClaimsRaceIT extends AccountClaimsRaceTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        PostgresDatabase.create().register(registry);
    }
}

package io.handsel.accounts;

import io.handsel.PostgresDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** No order of steps gives a customer two owners; on PostgreSQL. */
class AccountClaimsModelIT extends AccountClaimsModelTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        PostgresDatabase.create().register(registry);
    }
}

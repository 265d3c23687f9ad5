package io.handsel.accounts;

import io.handsel.engine.BackgroundWork;
import java.time.Clock;
import java.time.Duration;
import java.util.function.IntUnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module does by itself. */
@Configuration(proxyBeanMethods = false)
class AccountBackground {

    private static final int TREES_AT_ONCE = 100;
    private static final int NOTICES_AT_ONCE = 100;
    private static final int QUESTIONS_AT_ONCE = 1000;

    @Bean
    BackgroundWork accountImportWork(AccountImportWorker imports) {
        return new BackgroundWork(
                "imports of accounts", Duration.ofSeconds(1), Duration.ofSeconds(1), imports::work, imports::stop);
    }

    @Bean
    BackgroundWork lapsedClaimsWork(AccountClaims claims) {
        return BackgroundWork.of(
                "making lapsed claims known",
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                () -> untilNoneIsLeft(claims::endLapsed, TREES_AT_ONCE));
    }

    @Bean
    BackgroundWork nameIndexWork(NameIndex names) {
        return BackgroundWork.of(
                "tidying the index of names", Duration.ofMinutes(1), Duration.ofMinutes(60), names::tidy);
    }

    @Bean
    BackgroundWork designationNoticesWork(DesignationNotices notices) {
        return BackgroundWork.of("telling of new designations", Duration.ofSeconds(60), Duration.ofSeconds(60), () -> {
            untilNoneIsLeft(notices::tellPartners, NOTICES_AT_ONCE);
            untilNoneIsLeft(notices::tellOwners, NOTICES_AT_ONCE);
        });
    }

    @Bean
    BackgroundWork oldQuestionsWork(QuestionLog questions, Clock clock) {
        return BackgroundWork.of(
                "forgetting old questions",
                Duration.ofMinutes(10),
                Duration.ofMinutes(60),
                () -> untilNoneIsLeft(most -> questions.forget(clock.instant(), most), QUESTIONS_AT_ONCE));
    }

    /** @param act does at most so many, and says how many it has done */
    private static void untilNoneIsLeft(IntUnaryOperator act, int atOnce) {
        while (act.applyAsInt(atOnce) == atOnce) {
            // The rest.
        }
    }
}

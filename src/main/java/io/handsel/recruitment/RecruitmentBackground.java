package io.handsel.recruitment;

import io.handsel.engine.BackgroundWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module does by itself. */
@Configuration(proxyBeanMethods = false)
class RecruitmentBackground {

    @Bean
    BackgroundWork candidateImportWork(CandidateImportWorker imports) {
        return new BackgroundWork(
                "imports of candidates", Duration.ofSeconds(1), Duration.ofSeconds(1), imports::work, imports::stop);
    }

    @Bean
    BackgroundWork campaignOutreachWork(CampaignOutreach outreach) {
        return BackgroundWork.of("mails to all that fit", Duration.ofSeconds(5), Duration.ofSeconds(1), outreach::work);
    }

    @Bean
    BackgroundWork outreachMailboxWork(OutreachMailbox mailbox) {
        return BackgroundWork.of(
                "reading the mailbox of outreach", Duration.ofSeconds(20), Duration.ofSeconds(60), mailbox::read);
    }
}

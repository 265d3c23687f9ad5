package io.handsel.engine;

import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Component;

/** Runs what is due now (continuations and timers) in the caller's thread, where waiting for the job threads would be idle. */
@Component
public class DueJobs {

    private static final int AT_MOST = 10_000;

    private final ManagementService management;

    DueJobs(ManagementService management) {
        this.management = management;
    }

    /**
     * Runs due jobs until none is left. A job that fails throws.
     *
     * @return how many ran
     * @throws IllegalStateException if jobs keep making due jobs
     */
    public int run() {
        for (int count = 0; count < AT_MOST; count++) {
            var due = management
                    .createJobQuery()
                    .executable()
                    .orderByJobDuedate()
                    .asc()
                    .listPage(0, 1);
            if (due.isEmpty()) {
                return count;
            }
            management.executeJob(due.get(0).getId());
        }
        throw new IllegalStateException("Jobs keep making due jobs: stopped after " + AT_MOST);
    }
}

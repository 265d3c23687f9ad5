package io.handsel.tasklist;

import io.handsel.engine.ProcessKey;
import io.handsel.kernel.Money;
import io.handsel.security.OrganisationId;
import io.handsel.security.PersonId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open task as a row of the list.
 *
 * @param name the task's label in the diagram
 * @param title what its case is called
 * @param groups the groups that may take it
 * @param assignee who has taken it
 * @param due until when it should be done; the list's order
 * @param followUp when somebody wants to look at it again
 * @param version moves with every change of the task or its case
 */
public record TaskEntry(
        String id,
        ProcessKey process,
        String element,
        String name,
        String caseKey,
        String title,
        @Nullable OrganisationId partner,
        @Nullable String partnerName,
        @Nullable String territory,
        @Nullable Money worth,
        @Nullable String program,
        Set<String> groups,
        @Nullable PersonId assignee,
        @Nullable String assigneeName,
        Instant created,
        @Nullable Instant due,
        @Nullable Instant followUp,
        int priority,
        long version,
        Instant changed) {

    public TaskEntry {
        groups = Set.copyOf(groups);
    }

    public boolean isHeldBy(PersonId person) {
        return person.equals(assignee);
    }

    /** Whether somebody wants to look at it later only. */
    public boolean isPutAside(Instant now) {
        return followUp != null && followUp.isAfter(now);
    }

    public boolean isOverdue(Instant now) {
        return due != null && due.isBefore(now);
    }
}

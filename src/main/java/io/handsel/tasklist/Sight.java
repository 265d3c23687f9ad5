package io.handsel.tasklist;

import io.handsel.kernel.Money;
import io.handsel.security.PersonId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may see: their groups' tasks, their own, within its limits what they see as a deputy, and what those
 * hold whose work falls to them.
 *
 * @param filters saved by them, or shared with them
 */
record Sight(
        PersonId person,
        List<Grant> own,
        List<Grant> asDeputy,
        Set<PersonId> substituteFor,
        List<SavedFilter> filters) {

    /**
     * @param reader as in {@code task_reader}
     * @param insteadOf the absentee, if this comes from standing in for somebody
     */
    record Grant(
            String reader,
            @Nullable PersonId insteadOf,
            @Nullable String program,
            @Nullable Money most) {

        static Grant own(String reader) {
            return new Grant(reader, null, null, null);
        }

        boolean isLimited() {
            return program != null || most != null;
        }

        /** Whether the task is within the limits, as the list's own statement asks. */
        boolean covers(TaskEntry entry) {
            var worth = entry.worth();
            return (program == null || program.equals(entry.program()))
                    && (most == null
                            || worth != null
                                    && worth.currency().equals(most.currency())
                                    && worth.amount().compareTo(most.amount()) <= 0);
        }
    }

    List<Grant> grants(TaskFilter.Scope scope) {
        return switch (scope) {
            case ALL, UNASSIGNED -> all();
            case MINE ->
                Stream.concat(
                                own.stream().filter(grant -> grant.reader().equals(Readers.person(person))),
                                asDeputy.stream())
                        .toList();
            case GROUP ->
                own.stream()
                        .filter(grant -> !grant.reader().equals(Readers.person(person)))
                        .toList();
            case SUBSTITUTE -> asDeputyOrSubstitute();
        };
    }

    List<Grant> all() {
        return Stream.concat(own.stream(), asDeputyOrSubstitute().stream()).toList();
    }

    /** Whether anything is theirs because somebody is away. */
    boolean isDeputyOrSubstitute() {
        return !asDeputy.isEmpty() || !substituteFor.isEmpty();
    }

    /** Whom they are the deputy of. */
    Set<PersonId> deputyFor() {
        return absentees(asDeputy.stream());
    }

    /** Whom they are the deputy of where it comes to this task. */
    Set<PersonId> deputyFor(TaskEntry entry) {
        return absentees(asDeputy.stream().filter(grant -> grant.covers(entry)));
    }

    private static Set<PersonId> absentees(Stream<Grant> grants) {
        return grants.map(grant -> Objects.requireNonNull(grant.insteadOf())).collect(Collectors.toUnmodifiableSet());
    }

    private List<Grant> asDeputyOrSubstitute() {
        return Stream.concat(
                        asDeputy.stream(),
                        substituteFor.stream().map(Readers::person).map(Grant::own))
                .toList();
    }
}

package io.handsel.accounts;

import static io.handsel.accounts.AccountStore.moment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes what has been decided about one batch of an import, one statement a table. */
@Component
class ImportWriting {

    private final JdbcTemplate batches;
    private final AccountChanges changes;

    ImportWriting(JdbcTemplate batches, AccountChanges changes) {
        this.batches = batches;
        this.changes = changes;
    }

    void write(AccountImportId run, Writing writing) {
        changes.changed(Stream.concat(writing.accounts.stream(), writing.named.stream())
                .map(AccountView::id)
                .distinct()
                .toList());
        batches.batchUpdate("""
                insert into account (id, parent_id, root_id, path, kind, name, search_key, country, state,
                    postcode, city, city_key, created_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                """, rows(writing.accounts, account -> AccountStore.row(account, writing.now)));
        batches.batchUpdate(
                "insert into account_name (account_id, kind, name) values (?, ?, ?) on conflict do nothing",
                rows(
                        writing.names,
                        name -> Arrays.asList(
                                name.account().id(),
                                name.name().kind().name(),
                                name.name().name())));
        batches.batchUpdate(
                "insert into account_identity (id, account_id, kind, scope, identifier, sole) values (?, ?, ?, ?, ?, ?)",
                rows(
                        // In one order, as partners take them: fewer deadlocks.
                        writing.identities.stream()
                                .sorted(Comparator.comparing(Identity::identifier))
                                .toList(),
                        identity -> Arrays.asList(
                                UUID.randomUUID(),
                                identity.account().id(),
                                identity.identifier().kind().name(),
                                identity.identifier().scope(),
                                identity.identifier().text(),
                                identity.sole() ? Boolean.TRUE : null)));
        batches.batchUpdate(
                """
                insert into account_profile (account_id, segment, employees, industry, existing_customer, written_at)
                values (?, ?, ?, ?, ?, ?)
                """,
                rows(
                        writing.profiles,
                        profiled -> Arrays.asList(
                                profiled.account().id(),
                                profiled.profile().segment(),
                                profiled.profile().employees(),
                                profiled.profile().industry(),
                                profiled.profile().existingCustomer(),
                                moment(writing.now))));
        batches.batchUpdate(
                """
                insert into account_designation (id, account_id, designation, partner_id, valid_from, recorded_at)
                values (?, ?, ?, ?, ?, ?)
                """,
                rows(
                        writing.designations,
                        designated -> Arrays.asList(
                                UUID.randomUUID(),
                                designated.account().id(),
                                designated.designation().name(),
                                designated.partner(),
                                LocalDate.ofInstant(writing.now, ZoneOffset.UTC),
                                moment(writing.now))));
        batches.batchUpdate(
                """
                insert into account_import_row (import_id, row_number, name, result, reason, account_id, own_key,
                    parent_key)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows(
                        writing.results,
                        result -> Arrays.asList(
                                run.id(),
                                result.number(),
                                cut(result.name()),
                                result.result(),
                                result.reason(),
                                result.account() == null
                                        ? null
                                        : result.account().id(),
                                result.ownKey(),
                                result.parentKey())));
    }

    private static <T> List<Object[]> rows(Collection<T> things, Function<T, List<@Nullable Object>> parameters) {
        return things.stream().map(parameters).map(List::toArray).toList();
    }

    private static String cut(String name) {
        return name.length() > CheckedAccount.LONGEST_TEXT ? name.substring(0, CheckedAccount.LONGEST_TEXT) : name;
    }

    record Name(AccountId account, AccountName name) {}

    record Identity(AccountId account, Identifier identifier, boolean sole) {}

    record Profiled(AccountId account, AccountProfile profile) {}

    record Designated(
            AccountId account,
            Designation designation,
            @Nullable UUID partner) {}

    /**
     * @param ownKey what the file calls the row
     * @param parentKey what the row calls its parent
     */
    record Result(
            long number,
            String name,
            String result,
            @Nullable String reason,
            @Nullable AccountId account,
            @Nullable String ownKey,
            @Nullable String parentKey) {}

    /** What is to be written. */
    static final class Writing {

        final Instant now;
        final List<AccountView> accounts = new ArrayList<>();
        /** Known accounts that get names. */
        final List<AccountView> named = new ArrayList<>();

        final List<Name> names = new ArrayList<>();
        final List<Identity> identities = new ArrayList<>();
        final List<Profiled> profiles = new ArrayList<>();
        final List<Designated> designations = new ArrayList<>();
        final List<Result> results = new ArrayList<>();

        Writing(Instant now) {
            this.now = now;
        }
    }
}

package io.handsel.accounts;

import static io.handsel.accounts.AccountStore.moment;

import io.handsel.accounts.CheckedAccount.Fine;
import io.handsel.accounts.CheckedAccount.Wrong;
import io.handsel.accounts.Identifier.Kind;
import io.handsel.accounts.ImportCells.Cells;
import io.handsel.accounts.ImportCells.Problem;
import io.handsel.accounts.ImportCells.Unreadable;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decides and writes some hundred rows of an import at once: one look at what is known of all of them, then one batch
 * per table. What two rows of the same batch have to do with each other is kept in memory between the two.
 */
@Component
class ImportBatch {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final AccountChanges changes;
    private final Partners partners;

    ImportBatch(JdbcClient jdbc, JdbcTemplate batches, AccountChanges changes, Partners partners) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.changes = changes;
        this.partners = partners;
    }

    /** A row with its cells, or why it has none. */
    record Row(long number, ImportCells.Result cells) {}

    record Tally(long done, long created, long known, long refused) {}

    Tally take(AccountImportId run, List<Row> rows, int columnCount, Map<ImportField, Integer> columns, Instant now) {
        var drafts = rows.stream().map(row -> draft(row, columnCount, columns)).toList();
        changes.lock();
        var register = lookUp(drafts);
        var writing = new Writing(now);
        var tenants = partnersByName(drafts);
        drafts.forEach(draft -> decide(draft, register, writing, tenants));
        write(run, writing);
        var results =
                writing.results.stream().collect(Collectors.groupingBy(result -> result.result, Collectors.counting()));
        return new Tally(
                rows.size(),
                results.getOrDefault("CREATED", 0L),
                results.getOrDefault("KNOWN", 0L),
                results.getOrDefault("REFUSED", 0L));
    }

    private static Draft draft(Row row, int columnCount, Map<ImportField, Integer> columns) {
        if (row.cells() instanceof Unreadable unreadable) {
            return Draft.refused(row.number(), "", unreadable.problem().name());
        }
        var cells = ((Cells) row.cells()).texts();
        if (cells.size() != columnCount) {
            return Draft.refused(row.number(), "", Problem.WRONG_CELL_COUNT.name());
        }
        var name = ImportCells.cell(cells, columns, ImportField.NAME).orElse("");
        if (columns.values().stream().map(cells::get).anyMatch(ImportCells::isFormula)) {
            return Draft.refused(row.number(), name, Problem.FORMULA.name());
        }
        var checked = CheckedAccount.of(ImportCells.account(cells, columns));
        if (checked instanceof Wrong wrong) {
            return Draft.refused(row.number(), name, wrong.reason().name());
        }
        var profile = ImportCells.profile(cells, columns);
        if (profile.isEmpty()) {
            return Draft.refused(row.number(), name, Problem.NO_PROFILE.name());
        }
        return new Draft(
                row.number(),
                name,
                null,
                ((Fine) checked).account(),
                profile.get(),
                ImportCells.cell(cells, columns, ImportField.PARENT)
                        .filter(parent -> !AccountNameKey.of(parent).equals(AccountNameKey.of(name)))
                        .orElse(null),
                ImportCells.cell(cells, columns, ImportField.DESIGNATION)
                        .map(AccountNameKey::plain)
                        .orElse("open"),
                ImportCells.cell(cells, columns, ImportField.PARTNER)
                        .map(AccountNameKey::of)
                        .orElse(""));
    }

    private void decide(Draft draft, Register register, Writing writing, Map<String, PartnerView> tenants) {
        if (draft.problem() != null) {
            writing.results.add(new Result(draft.number(), draft.name(), "REFUSED", draft.problem(), null));
            return;
        }
        var account = Objects.requireNonNull(draft.account());
        var known = register.same(account);
        if (known.isPresent()) {
            writing.results.add(new Result(
                    draft.number(),
                    account.name(),
                    "KNOWN",
                    null,
                    known.get().view().id()));
            return;
        }
        var designation = designation(draft, tenants);
        if (designation.problem() != null) {
            writing.results.add(new Result(
                    draft.number(),
                    account.name(),
                    "REFUSED",
                    designation.problem().name(),
                    null));
            return;
        }
        AccountView parent = null;
        if (draft.parent() != null) {
            var found = register.parent(draft.parent(), account.country());
            if (found.isEmpty()) {
                writing.results.add(new Result(draft.number(), account.name(), "WAITING", null, null));
                return;
            }
            parent = found.get().view();
            if (AccountStore.nodesOn(parent.path()).size() >= AccountRegister.DEEPEST) {
                writing.results.add(new Result(
                        draft.number(), account.name(), "REFUSED", AccountRefusal.TREE_TOO_DEEP.name(), null));
                return;
            }
        }
        var node = account.node(AccountId.create(), parent);
        writing.accounts.add(node);
        account.wanted()
                .otherNames()
                .forEach(name -> writing.names.add(new Name(node.id(), AccountNameKind.TRADING.name(), name)));
        writing.names.add(new Name(node.id(), AccountNameKind.LEGAL.name(), node.name()));
        for (var identifier : account.identifiers()) {
            writing.identities.add(new Identity(node.id(), identifier, register.isSole(identifier)));
            register.add(identifier, new Known(node, true));
        }
        if (!draft.profile().isEmpty()) {
            writing.profiles.add(new Profiled(node.id(), draft.profile()));
        }
        if (designation.designation() != Designation.OPEN) {
            writing.designations.add(new Designated(node.id(), designation.designation(), designation.partner()));
        }
        writing.results.add(new Result(draft.number(), node.name(), "CREATED", null, node.id()));
    }

    private static Wanted designation(Draft draft, Map<String, PartnerView> tenants) {
        return switch (Objects.requireNonNull(draft.designation())) {
            case "open", "offen" -> new Wanted(Designation.OPEN, null, null);
            case "house", "haus", "eigener kunde" -> new Wanted(Designation.HOUSE, null, null);
            case "assigned", "zugeordnet" ->
                Optional.ofNullable(tenants.get(draft.partner()))
                        .map(partner ->
                                new Wanted(Designation.ASSIGNED, partner.id().id(), null))
                        .orElse(new Wanted(Designation.OPEN, null, AccountRefusal.UNKNOWN_PARTNER));
            default -> new Wanted(Designation.OPEN, null, AccountRefusal.UNKNOWN_DESIGNATION);
        };
    }

    private Map<String, PartnerView> partnersByName(List<Draft> drafts) {
        if (drafts.stream()
                .allMatch(draft -> draft.partner() == null || draft.partner().isEmpty())) {
            return Map.of();
        }
        return partners.list().stream()
                .collect(Collectors.toMap(
                        partner -> AccountNameKey.of(partner.name()), Function.identity(), (first, second) -> first));
    }

    private Register lookUp(List<Draft> drafts) {
        Map<Kind, Set<String>> wanted = new EnumMap<>(Kind.class);
        for (var draft : drafts) {
            var account = draft.account();
            if (account != null) {
                account.identifiers().forEach(identifier -> want(wanted, identifier));
            }
            if (draft.parent() != null) {
                parentIdentifiers(draft.parent()).forEach(identifier -> want(wanted, identifier));
            }
        }
        var register = new Register();
        wanted.forEach((kind, texts) -> jdbc.sql("select i.scope, i.identifier, i.sole, " + AccountStore.COLUMNS
                        + " from account_identity i join account a on a.id = i.account_id"
                        + " where i.kind = :kind and i.identifier in (:texts)")
                .param("kind", kind.name())
                .param("texts", texts)
                .query((row, number) -> {
                    register.add(
                            new Identifier(kind, row.getString("scope"), row.getString("identifier")),
                            new Known(AccountStore.account(row, number), row.getBoolean("sole")));
                    return kind;
                })
                .list());
        return register;
    }

    private static void want(Map<Kind, Set<String>> wanted, Identifier identifier) {
        wanted.computeIfAbsent(identifier.kind(), kind -> new TreeSet<>()).add(identifier.text());
    }

    /** A parent is named by number, by domain or by name, whatever the file has. */
    private static List<Identifier> parentIdentifiers(String parent) {
        return List.of(Identifier.duns(parent), Identifier.domain(parent), Identifier.name(parent, null)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private void write(AccountImportId run, Writing writing) {
        changes.changed(writing.accounts.stream().map(AccountView::id).toList());
        batches.batchUpdate("""
                insert into account (id, parent_id, root_id, path, kind, name, search_key, country, state,
                    postcode, city, city_key, created_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                """, rows(writing.accounts, account -> AccountStore.row(account, writing.now)));
        batches.batchUpdate(
                "insert into account_name (account_id, kind, name) values (?, ?, ?)",
                rows(writing.names, name -> Arrays.asList(name.account().id(), name.kind(), name.name())));
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
                insert into account_import_row (import_id, row_number, name, result, reason, account_id)
                values (?, ?, ?, ?, ?, ?)
                """,
                rows(
                        writing.results,
                        result -> Arrays.asList(
                                run.id(),
                                result.number(),
                                result.name().length() > CheckedAccount.LONGEST_TEXT
                                        ? result.name().substring(0, CheckedAccount.LONGEST_TEXT)
                                        : result.name(),
                                result.result(),
                                result.reason(),
                                result.account() == null
                                        ? null
                                        : result.account().id())));
    }

    private static <T> List<Object[]> rows(Collection<T> things, Function<T, List<@Nullable Object>> parameters) {
        return things.stream().map(parameters).map(List::toArray).toList();
    }

    private record Draft(
            long number,
            String name,
            @Nullable String problem,
            @Nullable CheckedAccount account,
            AccountProfile profile,
            @Nullable String parent,
            @Nullable String designation,
            @Nullable String partner) {

        static Draft refused(long number, String name, String problem) {
            return new Draft(number, name, problem, null, AccountProfile.empty(), null, null, null);
        }
    }

    private record Wanted(
            Designation designation,
            @Nullable UUID partner,
            @Nullable AccountRefusal problem) {}

    private record Known(AccountView view, boolean sole) {}

    private record Name(AccountId account, String kind, String name) {}

    private record Identity(AccountId account, Identifier identifier, boolean sole) {}

    private record Profiled(AccountId account, AccountProfile profile) {}

    private record Designated(
            AccountId account,
            Designation designation,
            @Nullable UUID partner) {}

    private record Result(
            long number,
            String name,
            String result,
            @Nullable String reason,
            @Nullable AccountId account) {}

    private static final class Writing {

        private final Instant now;
        private final List<AccountView> accounts = new ArrayList<>();
        private final List<Name> names = new ArrayList<>();
        private final List<Identity> identities = new ArrayList<>();
        private final List<Profiled> profiles = new ArrayList<>();
        private final List<Designated> designations = new ArrayList<>();
        private final List<Result> results = new ArrayList<>();

        Writing(Instant now) {
            this.now = now;
        }
    }

    /** What is known by the identifiers of this batch, growing with its rows. */
    private static final class Register {

        private final Map<Identifier, List<Known>> known = new HashMap<>();
        private final Map<String, List<Known>> byName = new HashMap<>();

        void add(Identifier identifier, Known account) {
            known.computeIfAbsent(identifier, key -> new ArrayList<>()).add(account);
            if (identifier.kind() == Kind.NAME) {
                byName.computeIfAbsent(identifier.text(), key -> new ArrayList<>())
                        .add(account);
            }
        }

        boolean isSole(Identifier identifier) {
            return known.getOrDefault(identifier, List.of()).stream().noneMatch(Known::sole);
        }

        /** An account with the same number, or with the same name, country, city and, where one is given, domain. */
        Optional<Known> same(CheckedAccount account) {
            var numbered = account.identifiers().stream()
                    .filter(identifier -> !identifier.kind().mayBeShared())
                    .flatMap(identifier -> known.getOrDefault(identifier, List.of()).stream())
                    .findFirst();
            if (numbered.isPresent()) {
                return numbered;
            }
            var domains = account.identifiers().stream()
                    .filter(identifier -> identifier.kind() == Kind.DOMAIN)
                    .toList();
            var name = Identifier.name(account.name(), account.country());
            return name.stream()
                    .flatMap(key -> known.getOrDefault(key, List.of()).stream())
                    .filter(candidate -> Objects.equals(
                            cityKey(candidate.view().city()),
                            cityKey(account.wanted().city())))
                    .filter(candidate -> domains.isEmpty()
                            || domains.stream()
                                    .flatMap(domain -> known.getOrDefault(domain, List.of()).stream())
                                    .anyMatch(holder -> holder.view()
                                            .id()
                                            .equals(candidate.view().id())))
                    .findFirst();
        }

        Optional<Known> parent(String text, @Nullable String country) {
            for (var identifier : parentIdentifiers(text)) {
                var candidates = identifier.kind() == Kind.NAME
                        ? byName.getOrDefault(identifier.text(), List.of())
                        : known.getOrDefault(identifier, List.of());
                var near = candidates.stream()
                        .filter(candidate -> Objects.equals(candidate.view().country(), country))
                        .toList();
                var likely = near.isEmpty() ? candidates : near;
                if (likely.stream()
                                .map(candidate -> candidate.view().root())
                                .distinct()
                                .count()
                        == 1) {
                    return likely.stream()
                            .min(Comparator.comparing(
                                    candidate -> candidate.view().path().length()));
                }
            }
            return Optional.empty();
        }

        private static @Nullable String cityKey(@Nullable String city) {
            return city == null || city.isBlank()
                    ? null
                    : AccountNameKey.plain(city).toLowerCase(Locale.ROOT);
        }
    }
}

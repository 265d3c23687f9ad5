package io.handsel.accounts;

import io.handsel.accounts.Identifier.Kind;
import io.handsel.accounts.ImportRegister.Known;
import io.handsel.accounts.ImportWriting.Designated;
import io.handsel.accounts.ImportWriting.Identity;
import io.handsel.accounts.ImportWriting.Name;
import io.handsel.accounts.ImportWriting.Profiled;
import io.handsel.accounts.ImportWriting.Result;
import io.handsel.accounts.ImportWriting.Writing;
import io.handsel.imports.ImportRow;
import io.handsel.imports.ImportWork.Pass;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decides and writes some hundred rows of an import at once: one look at what is known of all of them, then one batch
 * per table. What two rows of the same batch have to do with each other is kept in memory between the two.
 */
@Component
class ImportBatch {

    private final JdbcClient jdbc;
    private final ImportWriting writing;
    private final AccountChanges changes;
    private final Partners partners;

    ImportBatch(JdbcClient jdbc, ImportWriting writing, AccountChanges changes, Partners partners) {
        this.jdbc = jdbc;
        this.writing = writing;
        this.changes = changes;
        this.partners = partners;
    }

    /** @return how many rows had which result */
    Map<String, Long> take(
            AccountImportId run,
            Pass pass,
            List<ImportRow> rows,
            int columnCount,
            Map<ImportField, Integer> columns,
            Instant now) {
        var drafts = rows.stream()
                .map(row -> ImportDraft.of(row, columnCount, columns))
                .toList();
        changes.lock();
        var register = lookUp(run, drafts);
        var writing = new Writing(now);
        var tenants = partnersByName(drafts);
        drafts.forEach(draft -> decide(pass, draft, register, writing, tenants));
        this.writing.write(run, writing);
        return writing.results.stream().collect(Collectors.groupingBy(Result::result, Collectors.counting()));
    }

    private void decide(
            Pass pass, ImportDraft draft, ImportRegister register, Writing writing, Map<String, PartnerView> tenants) {
        if (draft.problem() != null) {
            writing.results.add(result(draft, "REFUSED", draft.problem(), null));
            return;
        }
        var account = Objects.requireNonNull(draft.account());
        var known = register.same(account);
        if (known.isPresent()) {
            nameKnown(known.get().view(), draft, register, writing);
            remember(draft, known.get().view(), register);
            writing.results.add(result(draft, "KNOWN", null, known.get().view().id()));
            return;
        }
        var designation = designation(draft, tenants);
        if (designation.problem() != null) {
            writing.results.add(result(draft, "REFUSED", designation.problem().name(), null));
            return;
        }
        AccountView parent = null;
        if (draft.parent() != null) {
            // What a file calls its rows comes before what the register knows: the row meant may still come.
            var found = pass == Pass.FIRST && draft.reference() != null
                    ? register.referred(draft.parent())
                    : register.parent(draft.parent(), account.country());
            if (found.isEmpty()) {
                writing.results.add(result(draft, "WAITING", null, null));
                return;
            }
            parent = found.get().view();
            if (AccountStore.nodesOn(parent.path()).size() >= AccountRegister.DEEPEST) {
                writing.results.add(result(draft, "REFUSED", AccountRefusal.TREE_TOO_DEEP.name(), null));
                return;
            }
        }
        var node = account.node(AccountId.create(), parent);
        writing.accounts.add(node);
        draft.names().forEach(name -> writing.names.add(new Name(node.id(), name)));
        writing.names.add(new Name(node.id(), new AccountName(AccountNameKind.LEGAL, node.name())));
        account.identifiers().forEach(identifier -> recognise(node, identifier, register, writing));
        if (!draft.profile().isEmpty()) {
            writing.profiles.add(new Profiled(node.id(), draft.profile()));
        }
        if (designation.designation() != Designation.OPEN) {
            writing.designations.add(new Designated(node.id(), designation.designation(), designation.partner()));
        }
        remember(draft, node, register);
        writing.results.add(result(draft, "CREATED", null, node.id()));
    }

    /** A known account is found by the row's names too from now on; nothing else of it is changed. */
    private static void nameKnown(AccountView known, ImportDraft draft, ImportRegister register, Writing writing) {
        var fresh = draft.names().stream()
                .filter(name -> Identifier.name(name.name(), known.country())
                        .filter(identifier -> !register.has(known, identifier))
                        .isPresent())
                .toList();
        fresh.forEach(name -> {
            writing.names.add(new Name(known.id(), name));
            Identifier.name(name.name(), known.country())
                    .filter(identifier -> !register.has(known, identifier))
                    .ifPresent(identifier -> recognise(known, identifier, register, writing));
        });
        if (!fresh.isEmpty()) {
            writing.named.add(known);
        }
    }

    private static void recognise(
            AccountView account, Identifier identifier, ImportRegister register, Writing writing) {
        writing.identities.add(new Identity(account.id(), identifier, register.isSole(identifier)));
        register.add(identifier, new Known(account, true));
    }

    private static void remember(ImportDraft draft, AccountView account, ImportRegister register) {
        if (draft.reference() != null) {
            register.refer(draft.reference(), account);
        }
    }

    private static Result result(
            ImportDraft draft, String result, @Nullable String reason, @Nullable AccountId account) {
        return new Result(draft.number(), draft.name(), result, reason, account, draft.reference(), draft.parent());
    }

    private static Wanted designation(ImportDraft draft, Map<String, PartnerView> tenants) {
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

    private Map<String, PartnerView> partnersByName(List<ImportDraft> drafts) {
        if (drafts.stream()
                .allMatch(draft -> draft.partner() == null || draft.partner().isEmpty())) {
            return Map.of();
        }
        return partners.list().stream()
                .collect(Collectors.toMap(
                        partner -> AccountNameKey.of(partner.name()), Function.identity(), (first, second) -> first));
    }

    private ImportRegister lookUp(AccountImportId run, List<ImportDraft> drafts) {
        Map<Kind, Set<String>> wanted = new EnumMap<>(Kind.class);
        for (var draft : drafts) {
            var account = draft.account();
            if (account != null) {
                account.identifiers().forEach(identifier -> want(wanted, identifier));
            }
            if (draft.parent() != null) {
                ImportRegister.parentIdentifiers(draft.parent(), account == null ? null : account.country())
                        .forEach(identifier -> want(wanted, identifier));
            }
        }
        var register = new ImportRegister();
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
        references(run, drafts, register);
        return register;
    }

    /** What earlier batches of the same file have made of the rows this one refers to. */
    private void references(AccountImportId run, List<ImportDraft> drafts, ImportRegister register) {
        var wanted = drafts.stream()
                .map(ImportDraft::parent)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return;
        }
        drafts.stream().map(ImportDraft::reference).filter(Objects::nonNull).forEach(register::expect);
        jdbc.sql("select own_key from account_import_row where import_id = :run and own_key in (:wanted)")
                .param("run", run.id())
                .param("wanted", wanted)
                .query(String.class)
                .list()
                .forEach(register::expect);
        jdbc.sql("select r.own_key, " + AccountStore.COLUMNS + " from account_import_row r"
                        + " join account a on a.id = r.account_id"
                        + " where r.import_id = :run and r.own_key in (:wanted)")
                .param("run", run.id())
                .param("wanted", wanted)
                .query((row, number) -> {
                    register.refer(row.getString("own_key"), AccountStore.account(row, number));
                    return number;
                })
                .list();
    }

    private static void want(Map<Kind, Set<String>> wanted, Identifier identifier) {
        wanted.computeIfAbsent(identifier.kind(), kind -> new TreeSet<>()).add(identifier.text());
    }

    private record Wanted(
            Designation designation,
            @Nullable UUID partner,
            @Nullable AccountRefusal problem) {}
}

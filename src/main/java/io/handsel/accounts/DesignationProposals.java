package io.handsel.accounts;

import static io.handsel.accounts.AccountStore.moment;

import io.handsel.accounts.AccountStore.DesignationRow;
import io.handsel.accounts.DesignationTable.Word;
import io.handsel.accounts.ProposalOutcome.Applied;
import io.handsel.accounts.ProposalOutcome.TableChanged;
import io.handsel.audit.AuditTrail;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the table {@code account-designation} says of accounts with a profile, first shown and then carried out. The
 * table's word counts only where nobody has laid anything down, on the account or above it.
 */
@Service
@Transactional
public class DesignationProposals {

    private static final int CHUNK = 500;
    /** So many accounts are looked at for one page; whoever wants to see more goes on. */
    private static final int MOST_LOOKED_AT = 5_000;
    /** So many changes are made in one transaction; whoever wants more asks again. */
    private static final int MOST_CHANGES = 1_000;

    private final DesignationTable table;
    private final DesignationStore designations;
    private final AccountProfiles profiles;
    private final AccountStore accounts;
    private final TreeLocks locks;
    private final Partners partners;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    DesignationProposals(
            DesignationTable table,
            DesignationStore designations,
            AccountProfiles profiles,
            AccountStore accounts,
            TreeLocks locks,
            Partners partners,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.table = table;
        this.designations = designations;
        this.profiles = profiles;
        this.accounts = accounts;
        this.locks = locks;
        this.partners = partners;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What would change for one account. */
    @Transactional(readOnly = true)
    public Optional<DesignationProposal> about(AccountId id) {
        var profile = profiles.find(id);
        return profile.isEmpty()
                ? Optional.empty()
                : accounts.find(id).flatMap(account -> new Asking().about(account, profile));
    }

    /** What would change for all accounts with a profile, some of them, from behind this account. */
    @Transactional(readOnly = true)
    public ProposalPage page(@Nullable AccountId after, int most) {
        var asking = new Asking();
        var found = new ArrayList<DesignationProposal>();
        var last = after;
        for (int looked = 0; looked < MOST_LOOKED_AT; looked += CHUNK) {
            var chunk = profiled(last, CHUNK);
            for (var next : chunk) {
                asking.about(next).ifPresent(found::add);
                last = next.account().id();
                if (found.size() == most) {
                    return new ProposalPage(found, table.version(), last);
                }
            }
            if (chunk.size() < CHUNK) {
                return new ProposalPage(found, table.version(), null);
            }
        }
        return new ProposalPage(found, table.version(), last);
    }

    /** Carries the table's word out for these accounts, as far as it says anything new about them. */
    public ProposalOutcome apply(Actor actor, String version, Collection<AccountId> wanted) {
        if (!table.version().equals(version)) {
            return new TableChanged();
        }
        var asking = new Asking();
        var proposals = wanted.stream()
                .distinct()
                .flatMap(id -> accounts.find(id).stream())
                .flatMap(account -> asking.about(account, profiles.find(account.id())).stream())
                .toList();
        return new Applied(apply(actor, proposals), false);
    }

    /** Carries the table's word out for all accounts, so many at once that it is quick. */
    public ProposalOutcome applyToAll(Actor actor, String version) {
        if (!table.version().equals(version)) {
            return new TableChanged();
        }
        long changes = 0;
        AccountId after = null;
        do {
            var page = page(after, MOST_CHANGES);
            changes += apply(actor, page.proposals());
            after = page.next();
        } while (after != null && changes < MOST_CHANGES);
        if (after == null) {
            jdbc.sql("""
                            insert into account_designation_run (id, table_version, applied_by, applied_at, changes)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(UUID.randomUUID(), version, actor.person().id(), moment(clock.instant()), changes)
                    .update();
        }
        return new Applied(changes, after != null);
    }

    /** Which state of the table previews come from at present. */
    public String version() {
        return table.version();
    }

    /** Whether the table or a profile is newer than what was carried out last. */
    @Transactional(readOnly = true)
    public boolean isOutdated() {
        return jdbc.sql("""
                        select count(*) from (select p.account_id from account_profile p where not exists (
                            select 1 from account_designation_run r
                            where r.table_version = ? and r.applied_at >= p.written_at) limit 1) newer
                        """).param(table.version()).query(Integer.class).single() > 0;
    }

    private long apply(Actor actor, List<DesignationProposal> proposals) {
        var possible =
                proposals.stream().filter(DesignationProposal::isPossible).toList();
        locks.lock(possible.stream().map(proposal -> proposal.account().id()).toList());
        var asking = new Asking();
        var still = possible.stream()
                .flatMap(proposal -> accounts.find(proposal.account().id()).stream())
                .flatMap(account -> asking.about(account, profiles.find(account.id())).stream())
                .filter(DesignationProposal::isPossible)
                .toList();
        still.forEach(proposal -> carryOut(actor, proposal));
        return still.size();
    }

    private void carryOut(Actor actor, DesignationProposal proposal) {
        designations.lay(
                proposal.account(),
                new DesignationRow(
                        UUID.randomUUID(),
                        proposal.account().id(),
                        proposal.proposed(),
                        proposal.partner(),
                        actor.person().id(),
                        proposal.reason(),
                        proposal.helpPaid(),
                        proposal.from(),
                        proposal.reviewOn(),
                        clock.instant(),
                        DesignationSource.TABLE));
        audit.record(
                AccountRegister.reference(proposal.account().id()),
                actor,
                "designated_by_table",
                Map.of(
                        "designation",
                        proposal.proposed().name(),
                        "from",
                        proposal.from().toString()));
    }

    private List<Profiled> profiled(@Nullable AccountId after, int most) {
        var sql = "select " + AccountStore.COLUMNS + ", " + AccountProfiles.COLUMNS
                + ", exists (select 1 from account_designation d where d.account_id = a.id and d.source = 'TABLE')"
                + " as spoken from account_profile p join account a on a.id = p.account_id"
                + (after == null ? "" : " where p.account_id > ?") + " order by p.account_id limit ?";
        return jdbc.sql(sql)
                .params(after == null ? List.of(most) : List.of(after.id(), most))
                .query((row, number) -> new Profiled(
                        AccountStore.account(row, number),
                        AccountProfiles.profile(row, number),
                        row.getBoolean("spoken")))
                .list();
    }

    /** @param spoken whether the table's word has ever been carried out for it */
    private record Profiled(AccountView account, AccountProfile profile, boolean spoken) {}

    private record Facts(AccountProfile profile, @Nullable String country) {}

    /** One look at many accounts: the table is asked once for all that are alike. */
    private final class Asking {

        private final LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        private final Map<Facts, Word> words = new HashMap<>();
        private final Map<String, Optional<PartnerId>> known = new HashMap<>();

        /** Most accounts are open and have always been: nothing more is asked about them. */
        Optional<DesignationProposal> about(Profiled next) {
            var word = word(next.account(), next.profile());
            return word.designation() == Designation.OPEN && !next.spoken()
                    ? Optional.empty()
                    : about(next.account(), next.profile());
        }

        private Word word(AccountView account, AccountProfile profile) {
            return words.computeIfAbsent(
                    new Facts(profile, account.country()), facts -> table.about(facts.profile(), facts.country()));
        }

        Optional<DesignationProposal> about(AccountView account, AccountProfile profile) {
            var word = word(account, profile);
            var from = today.plusDays(word.noticeDays());
            var present = accounts.designationOf(account, from);
            if (present.filter(row -> row.source() == DesignationSource.PERSON).isPresent()) {
                return Optional.empty();
            }
            var partner = word.designation() == Designation.ASSIGNED ? partner(word.partner()) : null;
            var own = designations.tablesWordOn(account.id(), from);
            var compared = own.isPresent() ? own : present;
            if (word.designation() == Designation.OPEN ? isOpen(own) : says(compared, word, partner)) {
                return Optional.empty();
            }
            var days = word.reviewAfterDays();
            return Optional.of(new DesignationProposal(
                    account,
                    present.map(DesignationRow::designation).orElse(Designation.OPEN),
                    word.designation(),
                    partner,
                    word.partner(),
                    word.reason(),
                    word.helpPaid(),
                    from,
                    days == null ? null : from.plusDays(days)));
        }

        private static boolean isOpen(Optional<DesignationRow> own) {
            return own.map(DesignationRow::designation).orElse(Designation.OPEN) == Designation.OPEN;
        }

        private static boolean says(Optional<DesignationRow> row, Word word, @Nullable PartnerId partner) {
            return row.filter(said -> said.designation() == word.designation()
                            && Objects.equals(said.partner(), partner)
                            && Objects.equals(said.helpPaid(), word.helpPaid()))
                    .isPresent();
        }

        private @Nullable PartnerId partner(@Nullable String name) {
            return name == null ? null : known.computeIfAbsent(name, this::find).orElse(null);
        }

        private Optional<PartnerId> find(String name) {
            return partners.list().stream()
                    .filter(partner -> AccountNameKey.of(partner.name()).equals(AccountNameKey.of(name)))
                    .map(PartnerView::id)
                    .findFirst();
        }
    }
}

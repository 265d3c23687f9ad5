package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.handsel.MovableClock;
import io.handsel.accounts.AccountOutcome.Registered;
import io.handsel.accounts.ProposalOutcome.Applied;
import io.handsel.accounts.ProposalOutcome.TableChanged;
import io.handsel.engine.ModelDeployment;
import io.handsel.partner.PartnerId;
import io.handsel.security.Actor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest
@ActiveProfiles("test")
@Import({MovableClock.class, AccountFixtures.class})
class DesignationProposalsTests {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    /** Later than whatever the other tests of the same application write down. */
    static final Instant AFTER_ALL_OTHERS = Instant.parse("2040-01-02T09:00:00Z");

    static final AccountProfile STRATEGIC = new AccountProfile("Strategic ", 5L, null, false);

    @Autowired
    DesignationProposals proposals;

    @Autowired
    AccountProfiles profiles;

    @Autowired
    AccountRegister register;

    @Autowired
    AccountCheck check;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    ModelDeployment models;

    @Autowired
    MovableClock clock;

    Actor ann;
    Actor manager;

    @BeforeEach
    void a_partner_and_a_manager() {
        clock.moveTo(MovableClock.START);
        ann = fixtures.salesOfNewPartner("Northwind");
        manager = fixtures.manager();
    }

    @Test
    void a_profile_changes_nothing_until_its_proposal_is_carried_out_and_then_after_the_notice() {
        var account = account(null);
        profiles.write(manager, account.id(), STRATEGIC);

        var proposal = proposals.about(account.id()).orElseThrow();
        assertThat(proposal.present()).isEqualTo(Designation.OPEN);
        assertThat(proposal.proposed()).isEqualTo(Designation.HOUSE);
        assertThat(proposal.from()).isEqualTo(TODAY.plusDays(30));
        assertThat(proposal.reviewOn()).isEqualTo(TODAY.plusDays(395));
        clock.advance(Duration.ofDays(40));
        assertThat(verdict(account)).isEqualTo(AccountVerdict.FREE);
        clock.moveTo(MovableClock.START);

        assertThat(proposals.apply(manager, proposals.version(), List.of(account.id(), account.id())))
                .isEqualTo(new Applied(1, false));
        assertThat(proposals.about(account.id())).isEmpty();
        assertThat(verdict(account)).isEqualTo(AccountVerdict.FREE);
        clock.advance(Duration.ofDays(30));
        assertThat(verdict(account)).isEqualTo(AccountVerdict.HOUSE);
        assertThat(register.details(account.id()).designations())
                .extracting(AccountDetails.DesignationView::source, AccountDetails.DesignationView::helpPaid)
                .containsExactly(tuple(DesignationSource.TABLE, "5 % of the first order"));
    }

    @Test
    void what_a_manager_has_laid_down_stands_above_the_table_here_and_below() {
        var group = account(null);
        var company = account(group.id());
        designate(group, Designation.OPEN, TODAY);
        profiles.write(manager, group.id(), STRATEGIC);
        profiles.write(manager, company.id(), STRATEGIC);

        assertThat(proposals.about(group.id())).isEmpty();
        assertThat(proposals.about(company.id())).isEmpty();
        assertThat(proposals.apply(manager, proposals.version(), List.of(group.id(), company.id())))
                .isEqualTo(new Applied(0, false));
    }

    @Test
    void what_a_manager_lays_down_afterwards_stands_above_what_the_table_has_said_for_a_later_day() {
        var group = account(null);
        var company = account(group.id());
        profiles.write(manager, company.id(), STRATEGIC);
        proposals.apply(manager, proposals.version(), List.of(company.id()));

        designate(group, Designation.OPEN, TODAY.plusDays(10));
        clock.advance(Duration.ofDays(31));

        assertThat(verdict(company)).isEqualTo(AccountVerdict.FREE);
    }

    @Test
    void an_account_below_one_that_is_already_so_needs_no_word_of_its_own() {
        var group = account(null);
        var company = account(group.id());
        profiles.write(manager, group.id(), STRATEGIC);
        profiles.write(manager, company.id(), STRATEGIC);
        proposals.apply(manager, proposals.version(), List.of(group.id()));

        assertThat(proposals.about(company.id())).isEmpty();
        profiles.write(manager, company.id(), new AccountProfile("small", 5L, null, false));
        assertThat(proposals.about(company.id()))
                .as("that the table knows nothing better opens nothing")
                .isEmpty();
    }

    @Test
    void another_profile_opens_again_what_the_table_had_closed() {
        var account = account(null);
        profiles.write(manager, account.id(), STRATEGIC);
        proposals.apply(manager, proposals.version(), List.of(account.id()));
        clock.advance(Duration.ofSeconds(1));
        profiles.write(manager, account.id(), new AccountProfile("small", 5L, null, false));

        assertThat(proposals.about(account.id()))
                .map(DesignationProposal::proposed)
                .contains(Designation.OPEN);
        proposals.apply(manager, proposals.version(), List.of(account.id()));

        clock.advance(Duration.ofDays(30));
        assertThat(verdict(account)).isEqualTo(AccountVerdict.FREE);
        assertThat(proposals.about(account.id())).isEmpty();
    }

    @Test
    void the_list_shows_each_account_once_however_long_its_pages_are() {
        var ids = List.of(account(null).id(), account(null).id(), account(null).id());
        ids.forEach(id -> profiles.write(manager, id, STRATEGIC));

        var seen = new ArrayList<AccountId>();
        AccountId after = null;
        do {
            var page = proposals.page(after, 1);
            page.proposals().forEach(proposal -> seen.add(proposal.account().id()));
            after = page.next();
        } while (after != null);

        assertThat(seen).containsAll(ids).doesNotHaveDuplicates();
    }

    @Test
    void says_when_the_table_or_a_profile_is_newer_than_what_was_carried_out() {
        clock.moveTo(AFTER_ALL_OTHERS);
        var account = account(null);
        profiles.write(manager, account.id(), STRATEGIC);
        assertThat(proposals.isOutdated()).isTrue();

        clock.advance(Duration.ofSeconds(1));
        assertThat(proposals.applyToAll(manager, proposals.version())).isInstanceOf(Applied.class);
        assertThat(proposals.isOutdated()).isFalse();
        assertThat(proposals.about(account.id())).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        profiles.write(manager, account.id(), AccountProfile.empty());
        assertThat(proposals.isOutdated()).isTrue();
    }

    @Test
    void a_table_published_since_the_preview_is_not_carried_out_and_assigns_to_partners_it_names() throws IOException {
        var account = account(null);
        profiles.write(manager, account.id(), new AccountProfile("given-away", null, null, false));
        var partner = fixtures.partner("Fabrikam " + UUID.randomUUID(), "gold");
        var previewed = proposals.version();
        var shipped = shipped();
        try {
            publish(shipped, "\"given-away\"", "\"" + partner.name() + "\"");

            assertThat(proposals.isOutdated()).isTrue();
            assertThat(proposals.apply(manager, previewed, List.of(account.id())))
                    .isEqualTo(new TableChanged());
            assertThat(proposals.applyToAll(manager, previewed)).isEqualTo(new TableChanged());
            assertThat(proposals.about(account.id()))
                    .map(DesignationProposal::partner)
                    .contains(partner.id());
            assertThat(proposals.apply(manager, proposals.version(), List.of(account.id())))
                    .isEqualTo(new Applied(1, false));
            clock.advance(Duration.ofDays(30));
            assertThat(verdict(account)).isEqualTo(AccountVerdict.ASSIGNED);

            publish(shipped, "\"given-away\"", "\"Nobody we know\"");
            assertThat(proposals.about(account.id()))
                    .map(DesignationProposal::isPossible)
                    .contains(false);
            assertThat(proposals.apply(manager, proposals.version(), List.of(account.id())))
                    .isEqualTo(new Applied(0, false));
        } finally {
            models.publish("accounts", shipped).orElseThrow();
        }
    }

    /** The strategic row, about another segment and assigning to this partner. */
    private void publish(Map<String, byte[]> shipped, String segment, String partner) {
        var changed = new TreeMap<>(shipped);
        changed.computeIfPresent(
                "processes/accounts/account-designation.dmn",
                (name, content) -> new String(content, StandardCharsets.UTF_8)
                        .replaceFirst("\"strategic\"", segment)
                        .replaceFirst("(StrategicDesignation\">\\s*<text>)\"house\"", "$1\"assigned\"")
                        .replaceFirst("(StrategicPartner\">\\s*<text>)", "$1" + partner)
                        .getBytes(StandardCharsets.UTF_8));
        models.publish("accounts", changed).orElseThrow();
    }

    private static Map<String, byte[]> shipped() throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var tables = Files.list(Path.of("processes/accounts"))) {
            for (var table : tables.toList()) {
                files.put("processes/accounts/" + table.getFileName(), Files.readAllBytes(table));
            }
        }
        return files;
    }

    private AccountView account(AccountId parent) {
        var unique = UUID.randomUUID().toString();
        var wanted = NewAccount.company("Acme " + unique, "DE", null, unique + ".de");
        return ((Registered) register.register(
                        manager, parent == null ? wanted : wanted.below(parent, AccountKind.LEGAL_ENTITY)))
                .account();
    }

    private void designate(AccountView account, Designation designation, LocalDate from) {
        assertThat(register.designate(
                        manager,
                        account.id(),
                        new DesignateAccount(designation, (PartnerId) null, "Agreed", null, from, null)))
                .isEqualTo(Optional.empty());
    }

    private AccountVerdict verdict(AccountView account) {
        return check.ask(ann, AccountQuestion.about(account.name(), null, "DE")).verdict();
    }
}

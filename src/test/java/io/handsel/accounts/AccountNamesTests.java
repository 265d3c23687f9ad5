package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.accounts.AccountOutcome.Refused;
import io.handsel.accounts.AccountOutcome.Registered;
import io.handsel.accounts.Identifier.Kind;
import io.handsel.security.Actor;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest
@ActiveProfiles("test")
@Import({MovableClock.class, AccountFixtures.class})
class AccountNamesTests {

    @Autowired
    AccountNames names;

    @Autowired
    AccountRegister register;

    @Autowired
    AccountStore store;

    @Autowired
    AccountFixtures fixtures;

    Actor manager;
    AccountView account;

    @BeforeEach
    void an_account() {
        manager = fixtures.manager();
        var outcome = register.register(manager, NewAccount.company(CompanyNames.next(), "DE", null, null));
        account = ((Registered) outcome).account();
    }

    @Test
    void a_name_needs_letters_and_has_an_end() {
        assertThat(refused(add(trading("  ")))).isEqualTo(AccountRefusal.NAME_MISSING);
        assertThat(refused(add(trading("x".repeat(CheckedAccount.LONGEST_TEXT + 1)))))
                .isEqualTo(AccountRefusal.NAME_TOO_LONG);
        assertThat(add(trading("x".repeat(CheckedAccount.LONGEST_TEXT)))).isInstanceOf(Registered.class);
    }

    @Test
    void a_name_it_has_is_not_added_again_whatever_kind_it_is_of() {
        assertThat(refused(add(trading(account.name())))).isEqualTo(AccountRefusal.NAME_KNOWN);
    }

    @Test
    void what_it_goes_by_is_changed_with_the_account_itself() {
        assertThat(refused(add(legal("Another " + account.name())))).isEqualTo(AccountRefusal.LEGAL_NAME_STAYS);
        assertThat(refused(remove(legal(account.name())))).isEqualTo(AccountRefusal.LEGAL_NAME_STAYS);
        assertThat(names.of(account.id())).containsExactly(legal(account.name()));
    }

    @Test
    void a_name_that_somebody_else_has_taken_away_is_gone() {
        assertThat(refused(remove(trading("Never heard of")))).isEqualTo(AccountRefusal.CHANGED_MEANWHILE);
    }

    @Test
    void whoever_has_read_an_older_state_changes_nothing() {
        var older = store.version(account.id());
        var first = trading(CompanyNames.next());
        assertThat(add(first)).isInstanceOf(Registered.class);

        assertThat(refused(names.add(manager, account.id(), trading(CompanyNames.next()), older)))
                .isEqualTo(AccountRefusal.CHANGED_MEANWHILE);
        assertThat(refused(names.remove(manager, account.id(), first, older)))
                .isEqualTo(AccountRefusal.CHANGED_MEANWHILE);
        assertThat(names.of(account.id())).containsExactlyInAnyOrder(legal(account.name()), first);
    }

    @Test
    void it_is_found_by_a_name_until_no_name_like_it_is_left() {
        var company = CompanyNames.next();
        var one = trading(company);
        var other = trading(company.toUpperCase(Locale.ROOT));
        add(one);
        add(other);

        assertThat(remove(one)).isInstanceOf(Registered.class);
        assertThat(isFoundBy(company)).isTrue();

        assertThat(remove(other)).isInstanceOf(Registered.class);
        assertThat(isFoundBy(company)).isFalse();
    }

    private AccountOutcome add(AccountName name) {
        return names.add(manager, account.id(), name, store.version(account.id()));
    }

    private AccountOutcome remove(AccountName name) {
        return names.remove(manager, account.id(), name, store.version(account.id()));
    }

    private boolean isFoundBy(String name) {
        return store.identifiers(account.id()).stream()
                .anyMatch(identifier ->
                        identifier.kind() == Kind.NAME && identifier.text().equals(AccountNameKey.of(name)));
    }

    private static AccountRefusal refused(AccountOutcome outcome) {
        return ((Refused) outcome).reason();
    }

    private static AccountName trading(String name) {
        return new AccountName(AccountNameKind.TRADING, name);
    }

    private static AccountName legal(String name) {
        return new AccountName(AccountNameKind.LEGAL, name);
    }
}

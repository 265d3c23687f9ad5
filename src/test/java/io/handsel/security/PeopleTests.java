package io.handsel.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.MovableClock;
import io.handsel.kernel.EmailAddress;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@ActiveProfiles("test")
@Import(MovableClock.class)
@Transactional
class PeopleTests {

    @Autowired
    People people;

    @Test
    void knows_a_person_by_id_name_role_and_partner() {
        var acme = OrganisationId.create();
        var ana = people.register(NewPerson.ofPartner(
                        acme,
                        " Ana.Example ",
                        "Ana Example",
                        EmailAddress.parse("ana@acme.example"),
                        Role.PARTNER_SALES,
                        Role.PARTNER_ADMIN)
                .speaking(Locale.GERMAN)
                .in(ZoneId.of("Europe/Vienna")));

        assertThat(ana.signInName()).isEqualTo("ana.example");
        assertThat(people.find(ana.id())).contains(ana);
        assertThat(people.named("ANA.example")).contains(ana);
        assertThat(people.withRole(Role.PARTNER_SALES)).containsExactly(ana);
        assertThat(people.withRole(Role.MANAGER)).isEmpty();
        assertThat(people.ofOrganisation(acme)).containsExactly(ana);
        assertThat(people.among(List.of(ana.id(), PersonId.create()))).containsOnlyKeys(ana.id());
        assertThat(people.actor(ana.id()).roles()).containsExactlyInAnyOrder(Role.PARTNER_SALES, Role.PARTNER_ADMIN);
    }

    @Test
    void refuses_a_sign_in_name_that_is_taken_in_any_spelling() {
        people.register(NewPerson.ofVendor("max", "Max", EmailAddress.parse("max@vendor.example"), Role.MANAGER));

        assertThatThrownBy(() -> people.register(
                        NewPerson.ofVendor("MAX", "Max", EmailAddress.parse("max@vendor.example"), Role.MANAGER)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void changes_a_password_only_for_who_knows_the_present_one() {
        var max = people.register(
                        NewPerson.ofVendor("max", "Max", EmailAddress.parse("max@vendor.example"), Role.MANAGER)
                                .withPassword("a long first password"))
                .id();

        assertThat(people.changePassword(max, "wrong", "a long second password"))
                .isEqualTo(PasswordChange.WRONG_PASSWORD);
        assertThat(people.changePassword(max, "a long first password", "short")).isEqualTo(PasswordChange.TOO_SHORT);
        assertThat(people.changePassword(max, "a long first password", "it is Max of all people"))
                .isEqualTo(PasswordChange.NAMES_THE_PERSON);
        assertThat(people.changePassword(max, "a long first password", "a long second password"))
                .isEqualTo(PasswordChange.CHANGED);
        assertThat(people.changePassword(max, "a long second password", "a long second password"))
                .isEqualTo(PasswordChange.SAME_AS_BEFORE);
    }

    @Test
    void keeps_those_who_left_but_offers_them_for_no_role() {
        var max = people.register(
                        NewPerson.ofVendor("max", "Max", EmailAddress.parse("max@vendor.example"), Role.MANAGER))
                .id();

        people.deactivate(max);
        people.giveRoles(max, Set.of(Role.DIRECTOR));

        assertThat(people.get(max).active()).isFalse();
        assertThat(people.withRole(Role.DIRECTOR)).isEmpty();
    }
}

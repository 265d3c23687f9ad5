package io.handsel.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.MovableClock;
import io.handsel.agreements.AgreementFixtures.Case;
import io.handsel.agreements.AgreementOutcome.Done;
import io.handsel.agreements.AgreementOutcome.Refused;
import io.handsel.disputes.DisputeTest;
import io.handsel.kernel.ContentHash;
import io.handsel.partner.Locations;
import io.handsel.partner.PartnerLocations;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonDirectory;
import io.handsel.security.PersonFixtures;
import io.handsel.security.PersonId;
import io.handsel.security.Role;
import java.sql.Timestamp;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who signs, what is refused, and what the database never takes. */
@DisputeTest
class AgreementSigningTests {

    private static final Refused NOT_YOURS = new Refused(AgreementRefusal.NOT_YOURS);

    @Autowired
    BeanFactory beans;

    @Autowired
    AgreementSigning signing;

    @Autowired
    AgreementConclusion conclusion;

    @Autowired
    AgreementOverview overview;

    @Autowired
    Agreements agreements;

    @Autowired
    AgreementNotices notices;

    @Autowired
    PartnerLocations locations;

    @Autowired
    People people;

    @Autowired
    PersonDirectory directory;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private AgreementFixtures fixtures;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
        fixtures = AgreementFixtures.in(beans);
    }

    @Test
    void whoever_was_asked_signs_exactly_what_was_shown() {
        var one = fixtures.asked();
        var shown = fixtures.document(one);

        assertThat(fixtures.sign(one, one.admin())).isInstanceOf(Done.class);

        var details = overview.details(one.admin(), one.agreement());
        assertThat(details.agreement().isInForce()).isTrue();
        assertThat(details.signature()).satisfies(signature -> {
            assertThat(signature.person()).isEqualTo(one.admin().person());
            assertThat(signature.document()).isEqualTo(shown);
            assertThat(signature.address()).isEqualTo("203.0.113.7");
            assertThat(signature.signedAt()).isEqualTo(MovableClock.START);
        });
        assertThat(ContentHash.of(details.document().html()).hex()).isEqualTo(shown);
        assertThat(details.document().html()).contains(one.partner().name()).doesNotContain("{{");
    }

    @Test
    void another_administrator_may_sign_and_somebody_else_may_not() {
        var one = fixtures.asked();
        var sales = fixtures.colleague(one, Role.PARTNER_SALES);

        assertThat(fixtures.sign(one, sales)).isEqualTo(new Refused(AgreementRefusal.NOT_ASKED));
        assertThat(fixtures.sign(one, fixtures.colleague(one, Role.PARTNER_ADMIN)))
                .isInstanceOf(Done.class);
    }

    @Test
    void nobody_who_is_limited_to_one_location_signs_for_the_whole_company_or_is_reminded_to() {
        var one = fixtures.asked();
        var linz = Locations.add(locations, one.manager(), one.partner().id(), "Linz");
        var another = fixtures.colleague(one, Role.PARTNER_ADMIN);
        var asked = one.admin().person();
        people.change(asked, PersonFixtures.limiting(directory.get(asked), linz))
                .orElseThrow();

        assertThat(overview.details(one.admin(), one.agreement()).maySign()).isFalse();
        assertThat(fixtures.sign(one, people.actor(asked))).isEqualTo(new Refused(AgreementRefusal.OF_ONE_LOCATION));
        notices.toSigner(one.agreement(), AgreementNotice.SIGN_REMINDER, "again");
        assertThat(jdbc.sql("select recipient from outbox_mail where once_key like ?")
                        .param("agreement SIGN_REMINDER " + one.agreement() + "%")
                        .query(String.class)
                        .list())
                .containsExactly(people.get(another.person()).email().address());
        assertThat(fixtures.sign(one, another)).isInstanceOf(Done.class);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobody_but_the_partners_own_people_signs(Role role) {
        var one = fixtures.asked();
        var stranger = Role.STAFF.contains(role) ? fixtures.staff(role) : fixtures.colleague(fixtures.asked(), role);
        var disguised = new Actor(
                stranger.person(),
                stranger.name(),
                EnumSet.of(role, Role.PARTNER_ADMIN),
                one.partner().id().organisation(),
                null,
                stranger.locale(),
                stranger.zone());

        assertThat(fixtures.sign(one, stranger)).isEqualTo(new Refused(AgreementRefusal.NOT_OF_PARTNER));
        assertThat(fixtures.sign(one, disguised)).isEqualTo(new Refused(AgreementRefusal.NOT_OF_PARTNER));
        assertThatThrownBy(() -> write(one, stranger.person(), fixtures.document(one), true))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void the_database_takes_no_signature_without_authority_or_on_another_text() {
        var one = fixtures.asked();
        var admin = one.admin().person();

        assertThatThrownBy(() -> write(one, admin, fixtures.document(one), false))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> write(one, admin, ContentHash.of("another").hex(), true))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void the_database_puts_nothing_in_force_without_the_signatures() {
        var one = fixtures.asked();
        var distributor = fixtures.signed(fixtures.askedDistributor());

        assertThatThrownBy(() -> putInForce(one)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> putInForce(distributor)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Someone else, Director, true,  NAME_DIFFERS",
        "'',           Director, true,  NAME_DIFFERS",
        "own,          '',       true,  CAPACITY_MISSING",
        "own,          Director, false, AUTHORITY_MISSING"
    })
    void refuses_what_is_no_signature(String name, String capacity, boolean authority, AgreementRefusal reason) {
        var one = fixtures.asked();
        var typed = name.equals("own") ? "  " + one.admin().name().toUpperCase() + " " : name;
        var wish = new SignAgreement(typed, capacity, authority, fixtures.document(one), "203.0.113.7");

        assertThat(signing.sign(one.admin(), one.agreement(), wish))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
        assertThat(fixtures.view(one).status()).isEqualTo(AgreementStatus.ASKED);
    }

    @Test
    void refuses_a_text_that_has_been_made_anew_since_it_was_shown() {
        var one = fixtures.asked();
        var shown = fixtures.signatureOf(one, one.admin());
        var templates = beans.getBean(AgreementTemplates.class);
        var newest = templates.newest("reseller", "en").orElseThrow();
        // The same and more: other tests read this text too.
        templates.write(
                fixtures.staff(Role.DESIGNER),
                newest.template(),
                newest.language(),
                newest.version(),
                newest.title(),
                newest.body() + "\n\nAnd more for {{partner}}.");

        assertThat(conclusion.again(one.manager(), one.agreement())).isInstanceOf(Done.class);

        assertThat(signing.sign(one.admin(), one.agreement(), shown))
                .isEqualTo(new Refused(AgreementRefusal.DOCUMENT_CHANGED));
        assertThat(fixtures.sign(one, one.admin())).isInstanceOf(Done.class);
    }

    @Test
    void refuses_a_second_signature_and_one_on_what_is_no_longer_offered() {
        var one = fixtures.signed(fixtures.asked());
        var withdrawn = fixtures.asked();
        conclusion.withdraw(withdrawn.manager(), withdrawn.agreement(), "Not now.");

        assertThat(fixtures.sign(one, one.admin())).isEqualTo(new Refused(AgreementRefusal.ALREADY_SIGNED));
        assertThat(fixtures.sign(withdrawn, withdrawn.admin())).isEqualTo(new Refused(AgreementRefusal.LINK_STALE));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"FINANCE", "DESIGNER", "OPERATOR"})
    void for_the_vendor_only_managers_and_directors_sign_and_decline(Role role) {
        var one = fixtures.signed(fixtures.askedDistributor());
        var manager = one.manager();
        var ofPartner = new Actor(
                manager.person(),
                manager.name(),
                manager.roles(),
                one.partner().id().organisation(),
                null,
                manager.locale(),
                manager.zone());

        for (var wrong : List.of(fixtures.staff(role), ofPartner)) {
            assertThat(conclusion.counterSign(wrong, one.agreement())).isEqualTo(NOT_YOURS);
            assertThat(conclusion.decline(wrong, one.agreement(), "No.")).isEqualTo(NOT_YOURS);
        }
        assertThat(fixtures.view(one).status()).isEqualTo(AgreementStatus.SIGNED);
    }

    @Test
    void the_vendor_signs_after_the_partner_and_takes_nothing_back_that_is_in_force() {
        var asked = fixtures.askedDistributor();
        var inForce = fixtures.signed(fixtures.asked());
        var notPossible = new Refused(AgreementRefusal.NOT_POSSIBLE);

        assertThat(conclusion.counterSign(asked.manager(), asked.agreement())).isEqualTo(notPossible);
        assertThat(conclusion.decline(inForce.manager(), inForce.agreement(), "No."))
                .isEqualTo(notPossible);
        assertThat(conclusion.withdraw(inForce.manager(), inForce.agreement(), "No."))
                .isEqualTo(notPossible);
        conclusion.putInForce(inForce.agreement());
        assertThat(fixtures.view(inForce).isInForce()).isTrue();
    }

    @Test
    void it_is_made_anew_or_taken_back_by_who_looks_after_the_partner_and_for_a_reason() {
        var one = fixtures.asked();
        var other = fixtures.staff(Role.MANAGER);

        assertThat(conclusion.again(other, one.agreement())).isEqualTo(NOT_YOURS);
        assertThat(conclusion.withdraw(other, one.agreement(), "Mine.")).isEqualTo(NOT_YOURS);
        for (var reason : List.of(" ", "x".repeat(AgreementConclusion.LONGEST_REASON + 1))) {
            assertThat(conclusion.withdraw(one.manager(), one.agreement(), reason))
                    .isEqualTo(new Refused(AgreementRefusal.REASON_MISSING, "reason"));
        }
        assertThat(fixtures.view(one).status()).isEqualTo(AgreementStatus.ASKED);
    }

    @Test
    void who_has_left_does_not_sign_nor_anybody_what_has_no_text_yet() {
        var one = fixtures.asked();
        var endless = new SignAgreement(
                one.admin().name(), "x".repeat(SignAgreement.LONGEST + 1), true, fixtures.document(one), "203.0.113.7");
        assertThat(signing.sign(one.admin(), one.agreement(), endless))
                .isEqualTo(new Refused(AgreementRefusal.CAPACITY_MISSING, "capacity"));
        beans.getBean(People.class).deactivate(one.admin().person());
        assertThat(fixtures.sign(one, one.admin())).isEqualTo(new Refused(AgreementRefusal.NOT_OF_PARTNER));

        var bare = fixtures.asked(wish -> wish.ofType("franchise"));
        var wish = new SignAgreement(
                bare.admin().name(), "Director", true, ContentHash.of("nothing").hex(), "203.0.113.7");
        assertThat(signing.sign(bare.admin(), bare.agreement(), wish))
                .isEqualTo(new Refused(AgreementRefusal.NOT_READY));
    }

    @Test
    void only_the_own_one_is_signed_here_and_only_its_pages_and_help_are_open_until_then() {
        var one = fixtures.asked();
        var gate = beans.getBean(AgreementGate.class);

        assertThat(agreements.isOwn(one.admin(), one.agreement())).isTrue();
        assertThat(agreements.isOwn(fixtures.asked().admin(), one.agreement())).isFalse();
        assertThat(agreements.isOwn(one.manager(), one.agreement())).isFalse();
        assertThat(gate.detour(one.admin(), "/help/deals")).isEmpty();
        assertThat(gate.detour(one.admin(), "/helpers")).contains("/agreements/" + one.agreement());
        assertThat(overview.details(one.manager(), one.agreement()).history()).isNotEmpty();
        assertThat(overview.details(one.admin(), one.agreement()).history()).isEmpty();
    }

    @Test
    void who_reads_no_language_we_write_in_reads_the_main_one() {
        var one = fixtures.asked(wish -> wish.speaking(Locale.FRENCH));

        assertThat(overview.details(one.admin(), one.agreement()).document())
                .extracting(AgreementDocument::language)
                .isEqualTo("en");
    }

    @Test
    void a_partner_is_asked_once_and_again_after_it_was_declined() {
        var one = fixtures.asked();

        assertThat(agreements.ask(one.partner().id(), one.admin().person())).isEqualTo(one.agreement());

        conclusion.withdraw(one.manager(), one.agreement(), "Not now.");
        var again = conclusion.again(one.manager(), one.agreement());
        assertThat(again)
                .isInstanceOfSatisfying(
                        Done.class, done -> assertThat(done.agreement()).isNotEqualTo(one.agreement()));
        assertThat(fixtures.view(one).isToBeSigned()).isTrue();
    }

    @Test
    void the_file_and_the_text_are_known_again_by_their_hash_and_nothing_else_is() {
        var one = fixtures.asked();
        var text = fixtures.document(one);
        assertThat(overview.verify(text)).isEmpty();

        fixtures.signed(one);

        var file = overview.file(one.admin(), one.agreement()).orElseThrow();
        assertThat(ContentHash.of(file.content()).hex()).isEqualTo(file.sha256());
        assertThat(overview.verify(" " + file.sha256().toUpperCase() + "\n"))
                .isEqualTo(overview.verify(text))
                .hasValueSatisfying(found ->
                        assertThat(found.number()).isEqualTo(fixtures.view(one).number()));
        assertThat(overview.verify(ContentHash.of("another").hex())).isEmpty();
        assertThat(overview.verify("no hash")).isEmpty();
    }

    private void write(Case one, PersonId person, String document, boolean authority) {
        jdbc.sql("""
                        insert into agreement_signature (agreement_id, revision, document_sha256, partner_id, person_id,
                            name, capacity, authority, address, signed_at)
                        values (?, 1, ?, ?, ?, 'Somebody', 'Director', ?, '203.0.113.7', ?)
                        """)
                .params(
                        one.agreement().id(),
                        document,
                        one.partner().id().id(),
                        person.id(),
                        authority,
                        Timestamp.from(clock.instant()))
                .update();
    }

    private void putInForce(Case one) {
        jdbc.sql("update agreement set status = 'IN_FORCE', in_force_at = asked_at where id = ?")
                .param(one.agreement().id())
                .update();
    }
}

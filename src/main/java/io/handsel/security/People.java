package io.handsel.security;

import io.handsel.kernel.EmailAddress;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who can sign in: whom there is, who has which role, and what they may change about themselves. */
@Service
@Transactional
public class People {

    private final Persons persons;
    private final Passwords passwords;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    People(Persons persons, Passwords passwords, JdbcClient jdbc, ApplicationEventPublisher news, Clock clock) {
        this.persons = persons;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.news = news;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<PersonView> find(PersonId id) {
        return persons.findById(id).map(Person::view);
    }

    /** @throws PersonNotFound if there is nobody with this id */
    @Transactional(readOnly = true)
    public PersonView get(PersonId id) {
        return find(id).orElseThrow(() -> PersonNotFound.with(id));
    }

    @Transactional(readOnly = true)
    public Optional<PersonView> named(String signInName) {
        return persons.findBySignInName(Person.spelled(signInName)).map(Person::view);
    }

    /** Those of these people who exist, in one statement: for lists that show names. */
    @Transactional(readOnly = true)
    public Map<PersonId, PersonView> among(Collection<PersonId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : persons.findByIdIn(Set.copyOf(ids)).stream()
                        .map(Person::view)
                        .collect(Collectors.toMap(PersonView::id, Function.identity()));
    }

    /** The active people with this role, by name. */
    @Transactional(readOnly = true)
    public List<PersonView> withRole(Role role) {
        return persons.findActiveByRole(role).stream().map(Person::view).toList();
    }

    /** Everybody who works or worked for this partner, by name. */
    @Transactional(readOnly = true)
    public List<PersonView> ofOrganisation(OrganisationId organisation) {
        return persons.findByOrganisationOrderByName(organisation).stream()
                .map(Person::view)
                .toList();
    }

    /** The active people who are written to at this address. */
    @Transactional(readOnly = true)
    public List<PersonView> at(EmailAddress address) {
        return persons.findByEmailAndActiveTrue(address).stream()
                .map(Person::view)
                .toList();
    }

    /** Who administers the whole of this partner, by name; nobody who is limited to one location. */
    @Transactional(readOnly = true)
    public List<PersonView> administratorsOf(OrganisationId organisation) {
        return administratorsOf(organisation, null);
    }

    /**
     * Who administers what belongs to a location of this partner, by name: the administrators of all locations and those
     * of this one.
     *
     * @param location null for what belongs to the whole company
     */
    @Transactional(readOnly = true)
    public List<PersonView> administratorsOf(OrganisationId organisation, @Nullable LocationId location) {
        return ofOrganisation(organisation).stream()
                .filter(person -> person.active() && person.roles().contains(Role.PARTNER_ADMIN))
                .filter(person -> person.covers(location))
                .toList();
    }

    /** The active people who are limited to this location, by name. */
    @Transactional(readOnly = true)
    public List<PersonView> limitedTo(LocationId location) {
        return persons.findByLocationAndActiveTrueOrderByName(location).stream()
                .map(Person::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public List<PersonView> everybody() {
        return persons.findAllByOrderByName().stream().map(Person::view).toList();
    }

    /** @throws PersonNotFound if there is nobody with this id */
    @Transactional(readOnly = true)
    public Actor actor(PersonId id) {
        return get(id).actor();
    }

    @Transactional(readOnly = true)
    public boolean isNobodyThere() {
        return persons.count() == 0;
    }

    @Transactional(readOnly = true)
    public boolean isTaken(String signInName) {
        return persons.existsBySignInName(Person.spelled(signInName));
    }

    /** @throws DuplicateKeyException if the sign-in name is taken */
    public PersonView register(NewPerson wish) {
        return registerIfFree(wish)
                .orElseThrow(() -> new DuplicateKeyException("The sign-in name " + wish.signInName() + " is taken"));
    }

    /** Empty if the sign-in name is taken, be it by somebody who registers at the same moment. */
    public Optional<PersonView> registerIfFree(NewPerson wish) {
        var hash = wish.password() == null ? null : passwords.hash(wish.password());
        var person = new Person(wish, hash, clock.instant()).view();
        if (!insert(person, hash)) {
            return Optional.empty();
        }
        news.publishEvent(new PersonRegistered(person.id(), person.organisation()));
        return Optional.of(person);
    }

    /**
     * Changes what is known of a person.
     *
     * @return empty if somebody else has changed it since it was read
     */
    public Optional<PersonView> change(PersonId id, PersonChange change) {
        var person = load(id);
        if (person.version() != change.version()) {
            return Optional.empty();
        }
        person.change(change);
        return Optional.of(persons.saveAndFlush(person).view());
    }

    /**
     * Whether nobody but this person can sign in and run the installation. Until the end of the transaction no operator
     * changes: of two who take the role from each other at once, the second one hears that the first is the last.
     */
    public boolean isLastOperator(PersonId id) {
        jdbc.sql("""
                        select id from person where id in (select person_id from person_role where role = 'OPERATOR')
                        order by id for update
                        """).query().listOfRows();
        return jdbc.sql("""
                                select count(*) from person join person_role on person_id = id
                                where role = 'OPERATOR' and active and password_hash is not null and id <> ?
                                """).param(id.id()).query(Integer.class).single() == 0;
    }

    /**
     * Whether nobody but this person can sign in and administer all of the company. Whoever asks in order to limit them
     * has locked the company's record: of two who limit each other at once the second hears that it is the last.
     */
    @Transactional(readOnly = true)
    public boolean isLastAdministratorOfAll(PersonId id, OrganisationId organisation) {
        return jdbc.sql("""
                                select count(*) from person join person_role on person_id = id
                                where organisation_id = ? and role = 'PARTNER_ADMIN' and location_id is null and active
                                    and password_hash is not null and id <> ?
                                """)
                        .params(organisation.id(), id.id())
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /** From the person's next request on, these are their roles. */
    public void giveRoles(PersonId id, Set<Role> roles) {
        load(id).takeOn(roles);
    }

    /** From their next request on, this person is signed out and cannot sign in. */
    public void deactivate(PersonId id) {
        load(id).deactivate();
    }

    public void activate(PersonId id) {
        load(id).activate();
    }

    public void prefer(PersonId id, Locale locale, ZoneId zone, boolean singleKeys) {
        load(id).prefer(locale, zone, singleKeys);
    }

    public PasswordChange changePassword(PersonId id, String present, String wanted) {
        var person = load(id);
        if (!passwords.match(present, person.passwordHash())) {
            return PasswordChange.WRONG_PASSWORD;
        }
        if (present.equals(wanted)) {
            return PasswordChange.SAME_AS_BEFORE;
        }
        var refused =
                judge(wanted, person.view().signInName(), person.view().email().address());
        if (refused.isEmpty()) {
            person.changePassword(passwords.hash(wanted));
        }
        return refused.orElse(PasswordChange.CHANGED);
    }

    /** Why this password may not be used by a person of this name and address; empty where it may. */
    @Transactional(readOnly = true)
    public Optional<PasswordChange> judge(String password, String signInName, String email) {
        return Passwords.judge(password, signInName, email);
    }

    /** Sets a password for somebody who has shown by a link that they are who they are; ends their sessions. */
    PersonView choosePassword(PersonId id, String wanted) {
        var person = load(id);
        person.changePassword(passwords.hash(wanted));
        return person.view();
    }

    /** By hand, because a name that is taken must not end the transaction, and whoever was faster may not be visible yet. */
    private boolean insert(PersonView person, @Nullable String hash) {
        var isNew = jdbc.sql("""
                                insert into person (id, version, sign_in_name, name, email, password_hash, epoch,
                                    organisation_id, location_id, locale, zone, telephone, photo, active, single_keys, created_at)
                                values (:id, 0, :signInName, :name, :email, :hash, 0,
                                    :organisation, :location, :locale, :zone, :telephone, :photo, true, :singleKeys, :at)
                                on conflict do nothing
                                """)
                        .param("id", person.id().id())
                        .param("signInName", person.signInName())
                        .param("name", person.name())
                        .param("email", person.email().address())
                        .param("hash", hash, Types.VARCHAR)
                        .param(
                                "organisation",
                                person.organisation() == null
                                        ? null
                                        : person.organisation().id(),
                                Types.OTHER)
                        .param(
                                "location",
                                person.location() == null
                                        ? null
                                        : person.location().id(),
                                Types.OTHER)
                        .param("locale", person.locale().toLanguageTag())
                        .param("zone", person.zone().getId())
                        .param("telephone", person.telephone(), Types.VARCHAR)
                        .param("photo", person.photo(), Types.VARCHAR)
                        .param("singleKeys", person.singleKeys())
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                == 1;
        if (isNew) {
            person.roles()
                    .forEach(role -> jdbc.sql("insert into person_role (person_id, role) values (?, ?)")
                            .params(person.id().id(), role.name())
                            .update());
        }
        return isNew;
    }

    private Person load(PersonId id) {
        return persons.findById(id).orElseThrow(() -> PersonNotFound.with(id));
    }
}

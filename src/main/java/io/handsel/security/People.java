package io.handsel.security;

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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who can sign in: whom there is, who has which role, and what they may change about themselves. */
@Service
@Transactional
public class People {

    private final Persons persons;
    private final Passwords passwords;
    private final Clock clock;

    People(Persons persons, Passwords passwords, Clock clock) {
        this.persons = persons;
        this.passwords = passwords;
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

    /** A sign-in name that is taken is refused by the database. */
    public PersonView register(NewPerson wish) {
        var hash = wish.password() == null ? null : passwords.hash(wish.password());
        return persons.saveAndFlush(new Person(wish, hash, clock.instant())).view();
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

    private Person load(PersonId id) {
        return persons.findById(id).orElseThrow(() -> PersonNotFound.with(id));
    }
}

package io.handsel.security;

import io.handsel.kernel.EmailAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Where people are kept. Every query brings the roles along, in the same statement. */
interface Persons extends Repository<Person, PersonId> {

    Person saveAndFlush(Person person);

    @EntityGraph(attributePaths = "roles")
    Optional<Person> findById(PersonId id);

    @EntityGraph(attributePaths = "roles")
    Optional<Person> findByIdAndOrganisation(PersonId id, OrganisationId organisation);

    @EntityGraph(attributePaths = "roles")
    Optional<Person> findBySignInName(String signInName);

    @Query("""
            select distinct person from Person person left join fetch person.roles
            where person.active and :role member of person.roles order by person.name
            """)
    List<Person> findActiveByRole(Role role);

    @EntityGraph(attributePaths = "roles")
    List<Person> findByOrganisationOrderByName(OrganisationId organisation);

    @EntityGraph(attributePaths = "roles")
    List<Person> findByLocationAndActiveTrueOrderByName(LocationId location);

    @EntityGraph(attributePaths = "roles")
    List<Person> findByIdIn(Collection<PersonId> ids);

    @EntityGraph(attributePaths = "roles")
    List<Person> findAllByOrderByName();

    @EntityGraph(attributePaths = "roles")
    List<Person> findByEmailAndActiveTrue(EmailAddress email);

    boolean existsBySignInName(String signInName);

    long count();
}

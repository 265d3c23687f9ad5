package io.handsel.security;

import io.handsel.kernel.PageEnd;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists people for those who look after them: a page goes on behind the last row of the one before, in two statements
 * however many people there are.
 */
@Service
@Transactional(readOnly = true)
public class PersonDirectory {

    private final JdbcClient jdbc;
    private final Persons persons;

    PersonDirectory(JdbcClient jdbc, Persons persons) {
        this.jdbc = jdbc;
        this.persons = persons;
    }

    /** @throws PersonNotFound if there is nobody with this id */
    public PersonRecord get(PersonId id) {
        return persons.findById(id).map(Person::record).orElseThrow(() -> PersonNotFound.with(id));
    }

    /**
     * @param location null for whatever location they are limited to, or none
     * @throws PersonNotFound if there is nobody with this id who works for this partner and is limited to this location
     */
    public PersonRecord get(PersonId id, OrganisationId organisation, @Nullable LocationId location) {
        return persons.findByIdAndOrganisation(id, organisation)
                .filter(person ->
                        location == null || location.equals(person.view().location()))
                .map(Person::record)
                .orElseThrow(() -> PersonNotFound.with(id));
    }

    public PersonPage page(PersonFilter filter, int size) {
        var rows = find(filter, size + 1);
        if (rows.size() <= size) {
            return new PersonPage(rows, null);
        }
        var last = rows.get(size - 1).person();
        return new PersonPage(
                rows.subList(0, size),
                new PageEnd(sortedBy(filter, last), last.id().id()).written());
    }

    private List<PersonRecord> find(PersonFilter filter, int limit) {
        var conditions = new ArrayList<String>();
        Map<String, Object> values = new HashMap<>();
        if (filter.search() != null && !filter.search().isBlank()) {
            conditions.add("(position(:search in lower(name)) > 0 or position(:search in sign_in_name) > 0"
                    + " or position(:search in email) > 0)");
            values.put("search", filter.search().strip().toLowerCase(Locale.ROOT));
        }
        if (filter.role() != null) {
            conditions.add("id in (select person_id from person_role where role = :role)");
            values.put("role", filter.role().name());
        }
        if (filter.organisation() != null) {
            conditions.add("organisation_id = :organisation");
            values.put("organisation", filter.organisation().id());
        }
        if (filter.location() != null) {
            conditions.add("location_id = :location");
            values.put("location", filter.location().id());
        }
        if (filter.staffOnly()) {
            conditions.add("organisation_id is null");
        }
        if (filter.state() != null) {
            conditions.add(
                    switch (filter.state()) {
                        case ACTIVE -> "active and password_hash is not null";
                        case INVITED -> "active and password_hash is null";
                        case INACTIVE -> "not active";
                    });
        }
        var column = filter.order().name().toLowerCase(Locale.ROOT);
        PageEnd.read(filter.after()).ifPresent(end -> {
            conditions.add(PageEnd.behind(column, "id", filter.descending()));
            values.put("place", end.place());
            values.put("last", end.row());
        });
        var direction = filter.descending() ? "desc" : "asc";
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        values.put("limit", limit);
        var ids = jdbc.sql("select id from person" + where + " order by " + column + " " + direction + ", id "
                        + direction + " limit :limit")
                .params(values)
                .query((row, number) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
        Map<PersonId, PersonRecord> found = new HashMap<>();
        if (!ids.isEmpty()) {
            persons.findByIdIn(ids).forEach(person -> found.put(person.id(), person.record()));
        }
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static String sortedBy(PersonFilter filter, PersonView row) {
        return switch (filter.order()) {
            case NAME -> row.name();
            case SIGN_IN_NAME -> row.signInName();
            case EMAIL -> row.email().address();
        };
    }
}

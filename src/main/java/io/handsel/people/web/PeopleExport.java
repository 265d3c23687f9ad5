package io.handsel.people.web;

import io.handsel.security.LocationId;
import io.handsel.security.OrganisationId;
import io.handsel.security.PersonRecord;
import io.handsel.security.Role;
import io.handsel.shell.HarmlessCsv;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The list as CSV. */
final class PeopleExport {

    private PeopleExport() {}

    static String write(
            List<PersonRecord> people, Map<OrganisationId, String> companies, Map<LocationId, String> places) {
        var text = new StringBuilder();
        var csv =
                new HarmlessCsv(text, "name", "sign-in name", "e-mail", "company", "location", "roles", "state", "id");
        for (var record : people) {
            var person = record.person();
            csv.row(
                    person.name(),
                    person.signInName(),
                    person.email(),
                    person.organisation() == null ? "" : companies.get(person.organisation()),
                    person.location() == null ? "" : places.get(person.location()),
                    person.roles().stream().map(Role::group).sorted().collect(Collectors.joining(" ")),
                    record.state(),
                    person.id());
        }
        return text.toString();
    }
}

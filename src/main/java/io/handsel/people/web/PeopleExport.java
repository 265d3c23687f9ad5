package io.handsel.people.web;

import io.handsel.security.OrganisationId;
import io.handsel.security.PersonRecord;
import io.handsel.security.Role;
import io.handsel.shell.NeutralCsv;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The list as CSV. */
final class PeopleExport {

    private PeopleExport() {}

    static String write(List<PersonRecord> people, Map<OrganisationId, String> companies) {
        var text = new StringWriter().append('\uFEFF');
        try {
            var csv = new NeutralCsv(text, "name", "sign-in name", "e-mail", "company", "roles", "state", "id");
            for (var record : people) {
                var person = record.person();
                csv.row(
                        person.name(),
                        person.signInName(),
                        person.email(),
                        person.organisation() == null ? "" : companies.get(person.organisation()),
                        person.roles().stream().map(Role::group).sorted().collect(Collectors.joining(" ")),
                        record.state(),
                        person.id());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}

package io.handsel.accounts.web;

import io.handsel.accounts.ColleagueRequest;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts names to requests among colleagues. */
@Component
class ColleagueTexts {

    private final People people;

    ColleagueTexts(People people) {
        this.people = people;
    }

    List<ColleagueLine> lines(List<ColleagueRequest> requests, Actor reader) {
        var concerned = requests.stream()
                .flatMap(request -> Stream.of(request.asker(), request.holder()))
                .collect(Collectors.toSet());
        var names = people.among(concerned);
        return requests.stream()
                .map(request -> ColleagueLine.of(
                        request,
                        name(names, request.asker()),
                        name(names, request.holder()),
                        request.holder().equals(reader.person())))
                .toList();
    }

    private static String name(Map<PersonId, PersonView> people, PersonId id) {
        return Optional.ofNullable(people.get(id)).map(PersonView::name).orElse("–");
    }
}

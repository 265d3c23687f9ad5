package io.handsel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.RequestOptions;
import io.handsel.accounts.AccountImportId;
import io.handsel.accounts.AccountImports;
import io.handsel.accounts.ImportUpload;
import io.handsel.accounts.ImportView;
import io.handsel.engine.ModelDeployment;
import io.handsel.kernel.EmailAddress;
import io.handsel.routes.Routes;
import io.handsel.routes.Routes.Route;
import io.handsel.security.Actor;
import io.handsel.security.NewPerson;
import io.handsel.security.PasswordLinks;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.training.Courses;
import io.handsel.training.Training;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A way through the whole demonstration: every page there is, for everybody who may read it. The pages are those the
 * dispatcher knows; one that cannot be found in the demonstration ends the tour.
 */
class DemoTour {

    /** What is read but is no page. */
    static final Map<String, String> NOT_PAGES = Map.ofEntries(
            Map.entry("/", "sends everybody to the page where they start"),
            Map.entry("/accounts/export", "a file"),
            Map.entry("/accounts/house/export", "a file"),
            Map.entry("/accounts/imports/{id}/results", "a file"),
            Map.entry("/agreements/{id}/file", "a file"),
            Map.entry("/brand.css", "a style sheet"),
            Map.entry("/brand/logo", "a picture"),
            Map.entry("/campaigns/{id}/candidates/export", "a file"),
            Map.entry("/campaigns/{id}/recruiters-brief.pdf", "a file"),
            Map.entry("/candidates/export", "a file"),
            Map.entry("/candidates/imports/{id}/results", "a file"),
            Map.entry("/deals/export", "a file"),
            Map.entry("/deals/{id}/files/{file}", "a file"),
            Map.entry("/deals/{id}/receipt", "a file"),
            Map.entry("/disputes/export", "a file"),
            Map.entry("/disputes/{id}/files/{file}", "a file"),
            Map.entry("/operations/people/export", "a file"),
            Map.entry("/operations/questions/export", "a file"),
            Map.entry("/operations/questions/{asker}/export", "a file"),
            Map.entry("/partner/people/export", "a file"),
            Map.entry("/partners/export", "a file"),
            Map.entry("/receipts/key", "a file"),
            Map.entry("/resellers/{id}/export", "a file"),
            Map.entry("/set-up/{token}", "only there before the first person: FirstStartIT looks at it"),
            Map.entry("/tasks/events", "a stream"),
            Map.entry("/tasks/export", "a file"),
            Map.entry("/tasks/{id}/files/{file}", "a file"),
            Map.entry("/tasks/{id}/news", "a part of a page"));

    /** What leads some readers on to the page where they can do something, which is a stop of its own. */
    private static final Set<String> LEADING_ON = Set.of("/agreements", "/onboarding/plan", "/onboarding/practice");

    /** Where a rule behind the route's own lets in fewer people. */
    private static final Map<String, Role> FEWER = Map.of("/cases/start/{process}", Role.MANAGER);

    private static final Set<String> FOR_STRANGERS = Set.of("/sign-in");

    /** Who plays a role in the demonstration; it has nobody for two of them. */
    private static final Map<Role, String> CAST = Map.of(
            Role.PARTNER_ADMIN, "partner-a-admin",
            Role.PARTNER_SALES, "partner-a-sales",
            Role.PARTNER_MARKETING, "partner-a-marketing",
            Role.PARTNER_FINANCE, "partner-a-finance",
            Role.MANAGER, "manager",
            Role.DIRECTOR, "director",
            Role.FINANCE, "finance",
            Role.DESIGNER, "designer",
            Role.OPERATOR, "operator");

    /** The same for a distributor, which has pages of its own. */
    private static final Map<Role, String> DISTRIBUTING = Map.of(
            Role.PARTNER_ADMIN, "partner-e-admin",
            Role.PARTNER_SALES, "partner-e-sales",
            Role.PARTNER_MARKETING, "partner-e-marketing",
            Role.PARTNER_FINANCE, "partner-e-finance");

    private final Routes routes;
    private final People people;
    private final AccountImports imports;
    private final ModelDeployment models;
    private final PasswordLinks links;
    private final Courses courses;
    private final Training training;
    private final TransactionOperations transactions;
    private final DemoPlaces places;
    private final Visitors visitors;

    DemoTour(ApplicationContext application, Visitors visitors) {
        routes = new Routes(application.getBeanProvider(RequestMappingHandlerMapping.class).stream()
                .toList());
        people = application.getBean(People.class);
        imports = application.getBean(AccountImports.class);
        models = application.getBean(ModelDeployment.class);
        links = application.getBean(PasswordLinks.class);
        courses = application.getBean(Courses.class);
        training = application.getBean(Training.class);
        transactions = application.getBean(TransactionOperations.class);
        places = new DemoPlaces(application.getBean(JdbcClient.class));
        this.visitors = visitors;
    }

    /** One page for one kind of reader, in all the ways it can be seen. */
    record Stop(String name, @Nullable Role reader, Visitor visitor, Route route, List<String> candidates) {

        /** The addresses that lead to the page; there is always one, unless this reader is led on. */
        List<String> addresses() {
            boolean leadsOn = LEADING_ON.contains(route.pattern());
            var found = candidates.stream()
                    .filter(address -> !route.hasVariables() && !leadsOn || leadsSomewhere(address))
                    .toList();
            assertThat(leadsOn || !found.isEmpty())
                    .as("addresses in the demonstration for " + name + " among " + candidates)
                    .isTrue();
            return found;
        }

        private boolean leadsSomewhere(String address) {
            return visitor.page()
                            .context()
                            .request()
                            .get(address, RequestOptions.create().setMaxRedirects(0))
                            .status()
                    == 200;
        }
    }

    List<Stop> stops() throws IOException {
        furnish();
        var readers = readers(CAST);
        readers.put(null, null);
        return Stream.concat(
                        stops(readers, route -> !isOfDistributors(route)),
                        stops(readers(DISTRIBUTING), DemoTour::isOfDistributors))
                .toList();
    }

    private Stream<Stop> stops(Map<@Nullable Role, @Nullable PersonView> readers, Predicate<Route> meant) {
        List<Stop> stops = new ArrayList<>();
        readers.forEach((role, reader) -> {
            var visitor = reader == null ? visitors.anybody() : visitors.signedIn(reader.signInName());
            routes.reading()
                    .filter(meant)
                    .filter(route -> !NOT_PAGES.containsKey(route.pattern()) && admits(route, role))
                    .forEach(route -> stops.add(new Stop(
                            route.pattern() + " for " + (role == null ? "anybody" : role),
                            role,
                            visitor,
                            route,
                            places.of(route, reader))));
        });
        return stops.stream();
    }

    private static boolean isOfDistributors(Route route) {
        return route.pattern().startsWith("/resellers");
    }

    Signposts signposts() {
        return new Signposts(routes);
    }

    /** Patterns of everything that can be read. */
    List<String> patterns() {
        return routes.reading().map(Route::pattern).toList();
    }

    private static boolean admits(Route route, @Nullable Role role) {
        return route.admits(role)
                && (role == null
                        || FEWER.getOrDefault(route.pattern(), role) == role
                                && !FOR_STRANGERS.contains(route.pattern()));
    }

    /** Somebody for every role; whom the demonstration has not, their company gets. */
    private Map<@Nullable Role, @Nullable PersonView> readers(Map<Role, String> cast) {
        var company = people.named(Objects.requireNonNull(cast.get(Role.PARTNER_ADMIN)))
                .orElseThrow()
                .organisation();
        Map<@Nullable Role, @Nullable PersonView> readers = new LinkedHashMap<>();
        cast.forEach((role, name) -> readers.put(
                role,
                people.named(name)
                        .orElseGet(() -> people.register(NewPerson.ofPartner(
                                        company, name, name, EmailAddress.parse(name + "@partner.example"), role)
                                .withPassword(Visitor.PASSWORD)))));
        readers.values().stream()
                .filter(Objects::nonNull)
                .map(PersonView::actor)
                .filter(Actor::isPartner)
                .forEach(this::train);
        return readers;
    }

    /** Nobody but its holder reads a certificate among a partner's people. */
    private void train(Actor somebody) {
        if (training.ofPerson(somebody.person()).isEmpty()) {
            var course = courses.newest(Courses.PORTAL);
            var questions = course.questions(Locale.ENGLISH);
            Map<Integer, Integer> answers = new HashMap<>();
            questions.forEach(question -> answers.put(answers.size(), question.right()));
            training.answer(somebody, course.word(), course.version(), answers);
        }
    }

    /** What the demonstration has nothing of: imports, and a process of a designer that people may begin. */
    private void furnish() throws IOException {
        var guest = people.named("guest")
                .orElseGet(() -> people.register(NewPerson.ofVendor(
                        "guest", "Gus Guest", EmailAddress.parse("guest@vendor.example"), Role.MANAGER)));
        places.know(
                "/invitation/{token}",
                Objects.requireNonNull(transactions.execute(transaction -> links.offer(guest.id())))
                        .token());
        if (!imports.newest().isEmpty()) {
            return;
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (var name : List.of("request-sample.bpmn", "sample-route.dmn", "ask-sample.form", "check-sample.form")) {
            var folder = name.endsWith(".form") ? "forms/samples/" : "processes/samples/";
            files.put(folder + name, new ClassPathResource("tasklist/" + name).getContentAsByteArray());
        }
        models.publish("samples", files);
        upload("name;country\nFirst Customer;DE\n");
        var begun = upload("name;country\nSecond Customer;DE\nThird Customer;XX\n");
        var operator = people.named("operator").orElseThrow().actor();
        assertThat(imports.start(operator, begun, imports.preview(begun, null).guess(), "UTF-8"))
                .isEmpty();
        await().atMost(Duration.ofSeconds(30)).until(() -> imports.get(begun).status() == ImportView.Status.FINISHED);
    }

    private AccountImportId upload(String rows) throws IOException {
        var operator = people.named("operator").orElseThrow().actor();
        var taken = imports.upload(
                operator, "customers.csv", new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
        return ((ImportUpload.Accepted) taken).id();
    }
}

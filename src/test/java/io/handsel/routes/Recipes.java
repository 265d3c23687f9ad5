package io.handsel.routes;

import io.handsel.deals.DealId;
import io.handsel.disputes.DisputeId;
import io.handsel.recruitment.CandidateId;
import io.handsel.recruitment.RecruitmentFixtures;
import io.handsel.routes.RouteWorld.Side;
import io.handsel.routes.Routes.Route;
import io.handsel.routes.Visitor.Answer;
import io.handsel.security.Actor;
import io.handsel.security.PersonFixtures;
import io.handsel.security.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * How each changing route is used properly: who sends what to a case of its own, prepared anew at each call. A new
 * route without one fails by name.
 */
final class Recipes {

    private final RouteWorld world;
    private final RecruitmentFixtures recruitment;
    private final Map<String, Recipe> all = new LinkedHashMap<>();

    Recipes(RouteWorld world, RecruitmentFixtures recruitment) {
        this.world = world;
        this.recruitment = recruitment;
        shell();
        people();
        partners();
        deals();
        agreements();
        disputes();
        distribution();
        accounts();
        tasks();
        applications();
        onboarding();
        recruitment();
    }

    /** A request ready to be sent. */
    record Call(
            Visitor by,
            String path,
            Map<String, String> fields,
            @Nullable String file) {

        Answer send() {
            return by.send(HttpMethod.POST, path, fields, file);
        }

        /** The same with one more field, or another value in one. */
        Call with(String field, String value) {
            Map<String, String> more = new LinkedHashMap<>(fields);
            more.put(field, value);
            return new Call(by, path, more, file);
        }
    }

    /**
     * What is to be expected of a route.
     *
     * @param word the field whose other value makes it another request
     * @param refuses whether it can do nothing but refuse, and so has no answer to keep
     * @param signsOut whether the sender is signed out by it, so that a repetition may be asked to sign in
     */
    record Recipe(Supplier<Call> call, String word, boolean refuses, boolean signsOut) {

        Call prepare() {
            return call.get();
        }
    }

    @Nullable
    Recipe of(Route route) {
        return all.get(route.pattern());
    }

    private void add(String pattern, String word, Supplier<Call> call) {
        all.put(pattern, new Recipe(call, word, false, false));
    }

    private static Call call(Visitor by, String path, Map<String, String> fields) {
        return new Call(by, path, fields, null);
    }

    private void shell() {
        add("/language", "tag", () -> call(world.stranger(), "/language", Map.of("tag", "de", "back", "/sign-in")));
        all.put(
                "/sign-in/refused",
                new Recipe(
                        () -> call(world.stranger(), "/sign-in/refused", Map.of("name", "nobody")),
                        "name",
                        true,
                        false));
        // With people there it refuses; what it does before that is tried when this world begins.
        all.put(
                "/set-up/{token}",
                new Recipe(
                        () -> call(world.stranger(), "/set-up/gone", Map.of("name", "Nobody")), "name", true, false));
        add(
                "/profile/preferences",
                "zone",
                () -> call(
                        world.newcomer(Side.ALPHA, Role.PARTNER_SALES),
                        "/profile/preferences",
                        Map.of("language", "en", "zone", "Europe/Rome")));
        all.put(
                "/profile/password",
                new Recipe(
                        () -> call(
                                world.newcomer(Side.ALPHA, Role.PARTNER_SALES),
                                "/profile/password",
                                Map.of(
                                        "presentPassword",
                                        PersonFixtures.PASSWORD,
                                        "newPassword",
                                        "another fine sentence",
                                        "repeatedPassword",
                                        "another fine sentence")),
                        "newPassword",
                        false,
                        true));
    }

    private void people() {
        // The link is in a mail and nowhere else; that one is used once is shown beside its page.
        all.put(
                "/invitation/{token}",
                new Recipe(
                        () -> call(world.stranger(), "/invitation/gone", Map.of("password", "four words are enough")),
                        "password",
                        true,
                        false));
        for (var pages : List.of("/operations/people", "/partner/people")) {
            Supplier<Visitor> by = () -> pages.startsWith("/operations")
                    ? world.staff(Role.OPERATOR)
                    : world.of(Side.ALPHA, Role.PARTNER_ADMIN);
            add(pages, "name", () -> {
                var name = world.fresh("invited");
                return call(
                        by.get(),
                        pages,
                        Map.of(
                                "name",
                                name,
                                "signInName",
                                name,
                                "email",
                                name + "@partner.example",
                                "partner",
                                world.company(Side.ALPHA).id().toString(),
                                "roles",
                                "PARTNER_SALES",
                                "language",
                                "en",
                                "zone",
                                "Europe/Berlin"));
            });
            add(pages + "/{id}", "name", () -> {
                var person = world.person(Side.ALPHA, Role.PARTNER_SALES);
                return call(
                        by.get(),
                        pages + "/" + person.id(),
                        Map.of(
                                "name",
                                world.fresh("Changed "),
                                "email",
                                person.email().address(),
                                "roles",
                                "PARTNER_FINANCE",
                                "language",
                                "en",
                                "zone",
                                "Europe/Berlin",
                                "version",
                                version("person", person.id().toString())));
            });
            add(pages + "/{id}/link", "reason", () -> onPerson(by.get(), pages, "link"));
            add(pages + "/{id}/deactivate", "reason", () -> onPerson(by.get(), pages, "deactivate"));
            add(pages + "/{id}/activate", "reason", () -> {
                var deactivated = onPerson(by.get(), pages, "deactivate");
                deactivated.send();
                return call(by.get(), deactivated.path().replace("/deactivate", "/activate"), Map.of());
            });
        }
    }

    private void locations() {
        add(
                "/partner/locations",
                "name",
                () -> call(world.of(Side.ALPHA, Role.PARTNER_ADMIN), "/partner/locations", location()));
        add("/partners/{id}/locations", "name", () -> {
            var company = world.newCompany(world.fresh("Company "));
            return call(world.staff(Role.OPERATOR), "/partners/" + company + "/locations", location());
        });
        for (var own : List.of(true, false)) {
            var pages = own ? "/partner/locations" : "/partners/{id}/locations";
            add(
                    pages + "/{location}",
                    "name",
                    () -> onLocation(own, "", location()).with("version", "0"));
            add(pages + "/{location}/close", "reason", () -> onLocation(own, "/close", Map.of()));
            add(pages + "/{location}/open", "reason", () -> onLocation(own, "/open", Map.of()));
        }
    }

    private Call onLocation(boolean own, String act, Map<String, String> fields) {
        var company = own ? world.company(Side.ALPHA).id() : world.newCompany(world.fresh("Company "));
        var location = world.newLocation(company, world.fresh("zz place "));
        var by = own ? world.of(Side.ALPHA, Role.PARTNER_ADMIN) : world.staff(Role.OPERATOR);
        var pages = own ? "/partner/locations" : "/partners/" + company + "/locations";
        return call(by, pages + "/" + location + act, fields);
    }

    private Map<String, String> location() {
        return Map.of("name", world.fresh("zz location "), "city", "Berlin", "country", "DE");
    }

    private String version(String table, String id) {
        return world.ask("select cast(version as text) from " + table + " where id = cast(? as uuid)", id)
                .get(0);
    }

    private Call onPerson(Visitor by, String pages, String act) {
        var person = world.person(Side.ALPHA, Role.PARTNER_SALES);
        return call(by, pages + "/" + person.id() + "/" + act, Map.of());
    }

    private void partners() {
        add("/partners", "name", () -> call(world.staff(Role.OPERATOR), "/partners", partner("manager")));
        add("/partners/{id}", "name", () -> {
            var company = world.newCompany(world.fresh("Company ")).toString();
            return call(world.staff(Role.OPERATOR), "/partners/" + company, partner("version"))
                    .with("version", version("partner", company));
        });
        add("/partners/{id}/company", "city", () -> {
            var id = world.newCompany(world.fresh("Company ")).toString();
            return call(world.staff(Role.OPERATOR), "/partners/" + id + "/company", company(id));
        });
        add("/partner/company", "city", () -> {
            var id = world.company(Side.ALPHA).id().toString();
            return call(world.of(Side.ALPHA, Role.PARTNER_ADMIN), "/partner/company", company(id));
        });
        locations();
        add("/partners/{id}/standing", "reason", () -> {
            var company = world.newCompany(world.fresh("Company "));
            return call(
                    world.staff(Role.OPERATOR),
                    "/partners/" + company + "/standing",
                    Map.of("standing", "SUSPENDED", "reason", "They do not pay."));
        });
        add("/partners/{id}/service-level", "reason", () -> {
            var company = world.newCompany(world.fresh("Company "));
            return call(
                    world.staff(Role.OPERATOR),
                    "/partners/" + company + "/service-level",
                    Map.of("serviceLevel", "premium", "reason", "They take over a large account."));
        });
        add("/territories", "name", () -> {
            var code = world.fresh("territory-");
            return call(
                    world.staff(Role.OPERATOR),
                    "/territories",
                    Map.of(
                            "code",
                            code,
                            "name",
                            code,
                            "currency",
                            "EUR",
                            "manager",
                            world.staff(Role.MANAGER).person().id().toString(),
                            "director",
                            world.staff(Role.DIRECTOR).person().id().toString(),
                            "zone",
                            "Europe/Berlin",
                            "country",
                            "DE",
                            "monday",
                            "09:00-17:00"));
        });
        add("/partners/{id}/substitutions", "until", this::substitution);
        add("/partners/{id}/substitutions/{substitution}/withdraw", "reason", () -> {
            var wanted = substitution();
            wanted.send();
            var id = world.ask(
                            "select cast(id as text) from partner_substitution where substitute_id = cast(? as uuid)",
                            wanted.fields().get("substitute"))
                    .get(0);
            return call(world.staff(Role.DIRECTOR), wanted.path() + "/" + id + "/withdraw", Map.of());
        });
        add(
                "/partners/{id}/contacts",
                "words",
                () -> call(
                        world.staff(Role.MANAGER),
                        "/partners/" + world.company(Side.ALPHA).id() + "/contacts",
                        Map.of("kind", "CALL_MADE", "day", "", "words", "They ask for a visit.")));
        add(
                "/partners/{id}/contacts/{contact}/strike",
                "words",
                () -> call(
                        world.staff(Role.MANAGER),
                        "/partners/" + world.company(Side.ALPHA).id() + "/contacts/" + world.newContact(Side.ALPHA)
                                + "/strike",
                        Map.of()));
        // A company nobody needs: the tasks of one that is needed would go to somebody this world does not know.
        add(
                "/partners/{id}/manager",
                "manager",
                () -> call(
                        world.staff(Role.DIRECTOR),
                        "/partners/" + world.newCompany(world.fresh("Company ")) + "/manager",
                        Map.of("manager", world.newManager().person().id().toString())));
        add(
                "/territories/{id}",
                "name",
                () -> call(
                        world.staff(Role.OPERATOR),
                        "/territories/"
                                + world.ask("select cast(id as text) from territory")
                                        .get(0),
                        Map.of(
                                "name",
                                world.fresh("Germany "),
                                "manager",
                                world.staff(Role.MANAGER).person().id().toString(),
                                "director",
                                world.staff(Role.DIRECTOR).person().id().toString(),
                                "zone",
                                "Europe/Berlin",
                                "country",
                                "DE",
                                "monday",
                                "09:00-17:00")));
    }

    /** The company behind a partner as typed, for the state it is in. */
    private Map<String, String> company(String id) {
        var version =
                world.ask("select cast(version as text) from partner_company where partner_id = cast(? as uuid)", id);
        return Map.of(
                "city", world.fresh("City "), "country", "DE", "version", version.isEmpty() ? "-1" : version.get(0));
    }

    /** A partner's record as typed; of what a new and a known one need, the one asked for. */
    private Map<String, String> partner(String more) {
        return Map.of(
                "name",
                world.fresh("Company "),
                "type",
                "reseller",
                "tier",
                "gold",
                "region",
                "emea",
                "language",
                "en",
                "zone",
                "Europe/Berlin",
                "currency",
                "EUR",
                "serviceLevel",
                "standard",
                "standing",
                "ACTIVE",
                more,
                more.equals("manager") ? world.staff(Role.MANAGER).person().id().toString() : "0");
    }

    /** Somebody new stands in, so that it never overlaps with another one's time. */
    private Call substitution() {
        var month = 1 + world.number() % 12;
        var year = 2030 + world.number() % 900;
        var day = "%d-%02d-".formatted(year, month);
        return call(
                world.staff(Role.DIRECTOR),
                "/partners/" + world.company(Side.ALPHA).id() + "/substitutions",
                Map.of(
                        "substitute", world.newManager().person().id().toString(),
                        "from", day + "01",
                        "until", day + "02"));
    }

    private void deals() {
        add("/deals/new/draft", "customer", () -> newDeal("/deals/new/draft"));
        add("/deals/new/preview", "customer", () -> newDeal("/deals/new/preview"));
        add("/deals/new", "customer", () -> newDeal("/deals/new"));
        add("/deals/{id}/resubmit/draft", "need", () -> again("/draft"));
        add("/deals/{id}/resubmit", "need", () -> again(""));
        step("withdraw", "reason", world::inReview);
        step("update", "nextStep", world::approved);
        step("extension", "reason", world::approved);
        step("amendment", "reason", world::approved);
        step("won", "orderReference", world::approved);
        step("lost", "remark", world::approved);
        step("information", "need", world::asked);
        add(
                "/deals/{id}/location",
                "location",
                () -> call(
                        world.sales(Side.ALPHA),
                        "/deals/" + world.submitted(Side.ALPHA) + "/location",
                        Map.of("location", world.location(Side.ALPHA))));
        add("/deals/{id}/choice/draft", "remark", () -> choice("/draft"));
        add("/deals/{id}/choice", "remark", () -> choice(""));
    }

    /** The customer's written choice, with its letter. */
    private Call choice(String suffix) {
        return new Call(
                world.sales(Side.ALPHA),
                "/deals/" + world.inReview(Side.ALPHA) + "/choice" + suffix,
                Map.of(
                        "contactName",
                        "Carla Customer",
                        "chosenOn:date",
                        "2026-02-27",
                        "remark",
                        "They know us.",
                        Visitor.FILE_FIELD,
                        "evidenceFiles"),
                "We choose Alpha.");
    }

    private void agreements() {
        add("/agreements/{id}/sign", "capacity", () -> {
            var one = world.unsigned();
            return call(
                    one.admin(),
                    "/agreements/" + one.agreement() + "/sign",
                    Map.of(
                            "name",
                            one.admin().person().name(),
                            "capacity",
                            "Director",
                            "authority",
                            "true",
                            "document",
                            one.document()));
        });
        add("/agreements/{id}/again", "reason", () -> vendorDoes("/again"));
        add("/agreements/{id}/withdraw", "reason", () -> vendorDoes("/withdraw"));
        add(
                "/agreements/templates/{name}",
                "title",
                () -> call(
                        world.staff(Role.DESIGNER),
                        "/agreements/templates/distributor-de",
                        Map.of(
                                "title",
                                "Vertrag",
                                "body",
                                "Mit {{partner}}.",
                                "after",
                                world.ask("select max(edition) from agreement_template"
                                                + " where template_key = 'distributor' and language = 'de'")
                                        .get(0))));
    }

    private Call vendorDoes(String act) {
        return call(
                world.staff(Role.MANAGER),
                "/agreements/" + world.unsigned().agreement() + act,
                Map.of("reason", "Not now."));
    }

    private void distribution() {
        add("/resellers", "sentence", () -> {
            var by = world.traders(false).distributor();
            return call(by, "/resellers", Map.of("address", "somebody.example", "sentence", "We deliver to you."));
        });
        add("/resellers/{id}/withdraw", "reason", () -> {
            var two = world.traders(false);
            return call(two.distributor(), "/resellers/" + two.link() + "/withdraw", Map.of());
        });
        add("/resellers/{id}/end", "reason", () -> {
            var two = world.traders(true);
            return call(two.distributor(), "/resellers/" + two.link() + "/end", Map.of("reason", "Enough."));
        });
        add("/distributors/{id}/accept", "shared", () -> {
            var two = world.traders(false);
            return call(two.reseller(), "/distributors/" + two.link() + "/accept", Map.of("shared", "DEALS"));
        });
        add("/distributors/{id}/reject", "reason", () -> {
            var two = world.traders(false);
            return call(two.reseller(), "/distributors/" + two.link() + "/reject", Map.of());
        });
        for (var act : Map.of("share", Map.of("shared", "DEALS"), "end", Map.of("reason", "Enough."))
                .entrySet()) {
            var word = act.getValue().keySet().iterator().next();
            add("/distributors/{id}/" + act.getKey(), word, () -> {
                var two = world.traders(true);
                return call(two.reseller(), "/distributors/" + two.link() + "/" + act.getKey(), act.getValue());
            });
        }
        add("/deals/{id}/distributor", "through", () -> {
            var one = world.purchase();
            return call(
                    one.reseller(),
                    "/deals/" + one.deal() + "/distributor",
                    Map.of("through", one.link().toString()));
        });
    }

    private void disputes() {
        for (var suffix : new String[] {"", "/draft"}) {
            add(
                    "/deals/{id}/dispute" + suffix,
                    "reason",
                    () -> call(
                            world.sales(Side.ALPHA),
                            "/deals/" + world.refused(Side.ALPHA, Side.CHARLIE) + "/dispute" + suffix,
                            Map.of("reason", "We were first.")));
            add("/disputes/{id}/evidence" + suffix, "words", () -> inDispute("/evidence" + suffix, this::disputed));
            add("/disputes/{id}/withdraw" + suffix, "reason", () -> inDispute("/withdraw" + suffix, this::disputed));
            add("/disputes/{id}/appeal" + suffix, "reason", () -> inDispute("/appeal" + suffix, this::settled));
        }
        add("/disputes/{id}/done", "reason", () -> inDispute("/done", this::disputed));
        add("/disputes/{id}/waive", "reason", () -> inDispute("/waive", this::settled));
    }

    private void onboarding() {
        add(
                "/onboarding/partners/{id}/begin",
                "signer",
                () -> call(
                        world.staff(Role.MANAGER),
                        "/onboarding/partners/" + world.newcomers(false) + "/begin",
                        Map.of("signer", "")));
        add(
                "/onboarding/partners/{id}/steps",
                "remark",
                () -> call(
                        world.staff(Role.MANAGER),
                        "/onboarding/partners/" + world.newcomers(true) + "/steps",
                        Map.of("step", "KICK_OFF")));
        add("/onboarding/walk/begin", "from", () -> call(world.onTheWay(), "/onboarding/walk/begin", Map.of()));
        add("/onboarding/walk/leave", "from", () -> {
            var by = world.onTheWay();
            call(by, "/onboarding/walk/begin", Map.of()).send();
            return call(by, "/onboarding/walk/leave", Map.of());
        });
        for (var suffix : new String[] {"", "/draft"}) {
            add(
                    "/onboarding/practice/new" + suffix,
                    "customer",
                    () -> call(
                            world.onTheWay(),
                            "/onboarding/practice/new" + suffix,
                            newDeal("").fields()));
            add(
                    "/onboarding/profile" + suffix,
                    "about",
                    () -> call(
                            world.onTheWay(),
                            "/onboarding/profile" + suffix,
                            Map.of("website", "new.example", "about", "We sell to schools.")));
            add(
                    "/onboarding/plan/new" + suffix,
                    "markets",
                    () -> call(
                            world.onTheWay(),
                            "/onboarding/plan/new" + suffix,
                            Map.of(
                                    "revenue",
                                    "250000",
                                    "newCustomers",
                                    "12",
                                    "markets",
                                    "Schools",
                                    "people",
                                    "Paula",
                                    "activities:row",
                                    "0",
                                    "activities[0].what",
                                    "Seminar",
                                    "activities[0].when:date",
                                    "2026-05-04",
                                    "firstReview:date",
                                    "2026-06-01")));
        }
        add(
                "/training/{course}/quiz",
                "q0",
                () -> call(
                        world.onTheWay(),
                        "/training/portal/quiz",
                        Map.of("version", "1", "q0", "1", "q1", "0", "q2", "1", "q3", "0", "q4", "1", "q5", "0")));
        add("/training/{course}/lessons/{place}/edit", "titleEn", () -> {
            var newest = world.ask("select cast(coalesce(max(number), 1) as text) from training_version")
                    .get(0);
            return call(
                    world.staff(Role.DESIGNER),
                    "/training/portal/lessons/4/edit",
                    Map.of(
                            "titleEn", "More",
                            "titleDe", "Mehr",
                            "textEn", "Text.",
                            "textDe", "Text.",
                            "quizEn", "? Who?\n* me\n- you",
                            "quizDe", "? Wer?\n* ich\n- du",
                            "version", newest));
        });
    }

    private void recruitment() {
        for (var suffix : List.of("", "/draft")) {
            add(
                    "/campaigns/new" + suffix,
                    "name",
                    () -> call(world.newManager(), "/campaigns/new" + suffix, campaignPlan()));
            add(
                    "/campaigns/{id}/edit" + suffix,
                    "name",
                    () -> call(
                            world.staff(Role.MANAGER), "/campaigns/" + planned() + "/edit" + suffix, campaignPlan()));
            add(
                    "/campaigns/{id}/brief" + suffix,
                    "reason",
                    () -> call(
                            world.staff(Role.MANAGER),
                            "/campaigns/" + planned() + "/brief" + suffix,
                            Map.of("reason", "We are too few.", "markets", "DE", "segments", "health")));
            add(
                    "/campaigns/{id}/candidates/new" + suffix,
                    "company",
                    () -> call(
                            world.staff(Role.MANAGER),
                            "/campaigns/" + planned() + "/candidates/new" + suffix,
                            Map.of("company", world.fresh("Candidate "), "country", "DE")));
            add(
                    "/candidates/{id}/edit" + suffix,
                    "company",
                    () -> onCandidate("edit" + suffix, Map.of("company", world.fresh("Candidate "), "country", "AT")));
        }
        add("/campaigns/{id}/start", "reason", () -> {
            var path = "/campaigns/" + recruitment.briefed(recruiter()) + "/start";
            return call(world.staff(Role.MANAGER), path, Map.of());
        });
        add("/campaigns/{id}/outreach", "reason", () -> {
            var campaign = recruitment.running(recruiter());
            recruitment.candidate(recruiter(), campaign);
            return call(world.staff(Role.MANAGER), "/campaigns/" + campaign + "/outreach", Map.of());
        });
        add("/campaigns/{id}/end", "reason", () -> {
            var path = "/campaigns/" + recruitment.running(recruiter()) + "/end";
            return call(world.staff(Role.MANAGER), path, Map.of());
        });
        add(
                "/campaigns/{id}/spent",
                "spent",
                () -> call(world.staff(Role.MANAGER), "/campaigns/" + planned() + "/spent", Map.of("spent", "100")));
        add(
                "/campaigns/{id}/imports",
                "note",
                () -> new Call(
                        world.staff(Role.MANAGER),
                        "/campaigns/" + planned() + "/imports",
                        Map.of(),
                        "company,country\n" + world.fresh("Listed ") + ",DE\n"));
        for (var act : List.of("write", "answered", "reject", "withdraw", "opt-out")) {
            add("/candidates/{id}/" + act, "reason", () -> onCandidate(act, Map.of()));
        }
        add("/candidates/{id}/reopen", "reason", () -> {
            var rejected = onCandidate("reject", Map.of());
            rejected.send();
            return call(rejected.by(), rejected.path().replace("/reject", "/reopen"), Map.of());
        });
        add("/candidates/{id}/join", "reason", () -> onCandidate("join", Map.of("campaign", planned())));
        add(
                "/candidates/{id}/merge",
                "reason",
                () -> onCandidate("merge", Map.of("other", candidate().toString())));
        add(
                "/become-a-partner",
                "company",
                () -> call(
                        world.stranger(),
                        "/become-a-partner",
                        Map.of(
                                "company",
                                world.fresh("Caller "),
                                "website",
                                world.fresh("caller-") + ".com",
                                "country",
                                "DE",
                                "contact",
                                "Ina",
                                "email",
                                "ina@" + world.fresh("caller-") + ".com")));
        add(
                "/opt-out/{token}",
                "reason",
                () -> call(world.stranger(), "/opt-out/" + recruitment.link(candidate()), Map.of()));
    }

    private Actor recruiter() {
        return world.staff(Role.MANAGER).person().actor();
    }

    private String planned() {
        return recruitment.planned(recruiter()).toString();
    }

    private CandidateId candidate() {
        return recruitment.candidate(recruiter(), recruitment.running(recruiter()));
    }

    private Call onCandidate(String act, Map<String, String> fields) {
        return call(world.staff(Role.MANAGER), "/candidates/" + candidate() + "/" + act, fields);
    }

    private Map<String, String> campaignPlan() {
        return Map.of(
                "name",
                world.fresh("Campaign "),
                "startsOn:date",
                "2026-03-01",
                "endsOn:date",
                "2026-12-31",
                "budget",
                "1000",
                "currency",
                "EUR",
                "language",
                "en",
                "owner",
                recruiter().person().toString());
    }

    private void applications() {
        add("/apply", "businessName", this::application);
        add("/apply/{token}/withdraw", "reason", () -> call(world.stranger(), link() + "/withdraw", Map.of()));
        add("/apply/{token}/link", "reason", () -> call(world.stranger(), link() + "/link", Map.of()));
        // Its domain is not asked about before the jobs run.
        for (var step : List.of("code", "proof")) {
            all.put(
                    "/apply/{token}/" + step,
                    new Recipe(
                            () -> call(world.stranger(), link() + "/" + step, Map.of("mailbox", "postmaster")),
                            "mailbox",
                            true,
                            false));
        }
        // Nothing has been asked of this applicant.
        all.put(
                "/apply/{token}/answer",
                new Recipe(
                        () -> call(world.stranger(), link() + "/answer", Map.of("answer", "We sell to hospitals.")),
                        "answer",
                        true,
                        false));
    }

    private Call application() {
        var domain = world.fresh("applicant-").toLowerCase(Locale.ROOT) + ".com";
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("businessName", world.fresh("Applicant "));
        answers.put("street", "Hauptstraße 1");
        answers.put("city", "Berlin");
        answers.put("country", "DE");
        answers.put("telephone", "+49 30 123456");
        answers.put("contactName", "Carla Contact");
        answers.put("contactEmail", "carla@" + domain);
        answers.put("domain", domain);
        answers.put("primaryDns", "ns1." + domain);
        answers.put("secondaryDns", "ns2." + domain);
        answers.put("products", "platform");
        answers.put("partnerType", "reseller");
        answers.put("serviceLevel", "standard");
        answers.put("size", "10-49");
        return call(world.stranger(), "/apply", answers);
    }

    /** The private page of a new application; its address is in the mail and nowhere else. */
    private String link() {
        var application = application();
        application.send();
        var mail = world.ask(
                        "select text_body from outbox_mail where recipient = ? order by position",
                        application.fields().get("contactEmail"))
                .get(0);
        return mail.replaceFirst("(?s).*(/apply/[A-Za-z0-9_-]{43}).*", "$1");
    }

    private DisputeId disputed() {
        return world.dispute(Side.ALPHA, Side.CHARLIE);
    }

    private DisputeId settled() {
        return world.settled(disputed());
    }

    private Call inDispute(String act, Supplier<DisputeId> dispute) {
        var fields = act.startsWith("/evidence")
                ? Map.of("kind", "meeting", "words", "We have met them.")
                : Map.of("reason", "We see it so.");
        var asked = act.equals("/done") || act.equals("/waive") ? Map.<String, String>of() : fields;
        return call(world.sales(Side.ALPHA), "/disputes/" + dispute.get() + act, asked);
    }

    private void step(String step, String word, Function<Side, DealId> deal) {
        for (var suffix : new String[] {"", "/draft"}) {
            add(
                    "/deals/{id}/" + step + suffix,
                    word,
                    () -> call(
                            world.sales(Side.ALPHA),
                            "/deals/" + deal.apply(Side.ALPHA) + "/" + step + suffix,
                            step.equals("information")
                                    ? Map.of("need", "Now with all that was asked for, and a little more")
                                    : closing(step)));
        }
    }

    /** What the form of a step asks. */
    static Map<String, String> closing(String step) {
        return switch (step) {
            case "withdraw" -> Map.of("reason", "The customer has gone.");
            case "update" -> Map.of("stage", "DEMONSTRATE", "nextStep", "Show it to the board");
            case "extension" ->
                Map.of("reason", "The customer decides after the summer", "expectedClose:date", "2026-09-30");
            case "amendment" ->
                Map.of(
                        "customer", "Renamed customer GmbH",
                        "website", "renamed-customer.de",
                        "products", "security",
                        "amount", "90000",
                        "currency", "EUR",
                        "reason", "They want much more of it");
            case "won" ->
                Map.of("orderReference", "PO-1", "orderedOn:date", "2026-04-01", "amount", "30000", "currency", "EUR");
            case "lost" -> Map.of("reason", "PRICE", "remark", "Too dear");
            default -> throw new IllegalArgumentException(step);
        };
    }

    private Call newDeal(String path) {
        world.anHourLater();
        return call(world.newcomer(Side.ALPHA, Role.PARTNER_SALES), path, registration(RouteWorld.freshCustomer()));
    }

    private Call again(String suffix) {
        var deal = world.rejected(Side.ALPHA);
        return call(
                world.sales(Side.ALPHA),
                "/deals/" + deal + "/resubmit" + suffix,
                registration(RouteWorld.freshCustomer()));
    }

    static Map<String, String> registration(String customer) {
        return Map.ofEntries(
                Map.entry("customer", customer + " GmbH"),
                Map.entry("website", customer + ".de"),
                Map.entry("country", "DE"),
                Map.entry("postcode", "10115"),
                Map.entry("contactName", "Conny Contact"),
                Map.entry("contactEmail", "conny@" + customer + ".de"),
                Map.entry("products", "security"),
                Map.entry("amount", "30000"),
                Map.entry("currency", "EUR"),
                Map.entry("expectedClose:date", "2026-08-31"),
                Map.entry("need", "A firewall for the head office and two branches"),
                Map.entry("source", "own-research"));
    }

    private void accounts() {
        add("/accounts/reserve", "customer", () -> {
            world.anHourLater();
            var customer = RouteWorld.freshCustomer();
            return call(
                    world.sales(Side.ALPHA),
                    "/accounts/reserve",
                    Map.of("customer", customer + " GmbH", "website", customer + ".de", "country", "DE"));
        });
        add("/accounts", "name", () -> call(world.staff(Role.MANAGER), "/accounts", account()));
        add("/accounts/designations", "account", () -> {
            var account = new LinkedHashMap<>(account());
            account.put("segment", "strategic");
            call(world.staff(Role.MANAGER), "/accounts", account).send();
            return call(
                    world.staff(Role.MANAGER),
                    "/accounts/designations",
                    Map.of(
                            "version",
                            world.ask("select id_ from act_re_decision_def where key_ = 'account-designation'"
                                            + " order by version_ desc limit 1")
                                    .get(0),
                            "account",
                            world.ask("select cast(id as text) from account where name = ?", account.get("name"))
                                    .get(0)));
        });
        add("/accounts/{id}", "name", () -> {
            var account = account();
            call(world.staff(Role.MANAGER), "/accounts", account).send();
            var id = world.ask("select cast(id as text) from account where name = ?", account.get("name"));
            return call(world.staff(Role.MANAGER), "/accounts/" + id.get(0), account())
                    .with("version", "0");
        });
        add("/accounts/{id}/move", "to", () -> {
            var one = written();
            return shown("/accounts/" + one + "/move", Map.of("to", written()));
        });
        add("/accounts/{id}/merge", "to", () -> {
            var one = written();
            return shown("/accounts/" + one + "/merge", Map.of("to", written()));
        });
        add(
                "/accounts/{id}/split",
                "name",
                () -> shown("/accounts/" + written() + "/split", Map.of("name", world.fresh("Part "))));
        add(
                "/accounts/{id}/names",
                "name",
                () -> call(
                        world.staff(Role.MANAGER),
                        "/accounts/" + written() + "/names",
                        Map.of("kind", "TRADING", "name", "Also " + world.fresh("known"), "version", "0")));
        add("/accounts/{id}/names/remove", "name", () -> {
            var names = "/accounts/" + written() + "/names";
            call(world.staff(Role.MANAGER), names, Map.of("kind", "TRADING", "name", "Also here", "version", "0"))
                    .send();
            return call(
                    world.staff(Role.MANAGER),
                    names + "/remove",
                    Map.of("kind", "TRADING", "name", "Also here", "version", "1"));
        });
        add(
                "/accounts/imports",
                "note",
                () -> new Call(
                        world.staff(Role.OPERATOR),
                        "/accounts/imports",
                        Map.of(),
                        "name,country\n" + world.fresh("Imported ") + ",DE\n"));
        add("/accounts/imports/{id}/start", "charset", () -> {
            var upload = new Call(
                    world.staff(Role.OPERATOR), "/accounts/imports", Map.of(), "name,country\nStarted here,DE\n");
            var path = upload.send().location().replaceFirst("https?://[^/]+", "");
            return call(upload.by(), path + "/start", Map.of("column-NAME", "0", "charset", "UTF-8"));
        });
        add("/operations/mail/{position}/retry", "reason", () -> {
            var mail = world.ask("select position from outbox_mail order by 1 limit 1");
            return call(world.staff(Role.OPERATOR), "/operations/mail/" + mail.get(0) + "/retry", Map.of());
        });
        add("/accounts/reservations/{id}/release", "reason", () -> {
            world.reserve(Side.ALPHA);
            // One nobody waits for: who asks a colleague is told that the claim has ended.
            var claim = world.ask(
                    "select cast(id as text) from account_claim where purpose = 'RESERVATION' "
                            + "and partner_id = ? and ended_at is null"
                            + " and id not in (select claim_id from account_colleague_request)"
                            + " order by starts_at desc limit 1",
                    world.company(Side.ALPHA).id().id());
            return call(world.sales(Side.ALPHA), "/accounts/reservations/" + claim.get(0) + "/release", Map.of());
        });
        add("/accounts/claims/{id}/colleagues", "reason", () -> {
            world.reserve(Side.ALPHA);
            var claim = world.ask(
                    "select cast(id as text) from account_claim where purpose = 'RESERVATION' "
                            + "and partner_id = ? and ended_at is null order by starts_at desc limit 1",
                    world.company(Side.ALPHA).id().id());
            return call(
                    world.newcomer(Side.ALPHA, Role.PARTNER_SALES),
                    "/accounts/claims/" + claim.get(0) + "/colleagues",
                    Map.of("wish", "JOIN"));
        });
        add("/accounts/colleagues/{id}/answer", "reason", () -> {
            world.colleagueAsks(Side.ALPHA);
            var request = world.ask(
                    "select cast(id as text) from account_colleague_request where partner_id = ?"
                            + " order by asked_at desc limit 1",
                    world.company(Side.ALPHA).id().id());
            return call(
                    world.of(Side.ALPHA, Role.PARTNER_ADMIN),
                    "/accounts/colleagues/" + request.get(0) + "/answer",
                    Map.of("agree", "true"));
        });
        add("/operations/questions/{asker}/block", "reason", () -> {
            var asker = world.newcomer(Side.ALPHA, Role.PARTNER_SALES).person().id();
            return call(
                    world.staff(Role.OPERATOR),
                    "/operations/questions/" + asker + "/block",
                    Map.of("reason", "Asks through the alphabet"));
        });
        add("/operations/questions/{asker}/unblock", "reason", () -> {
            var asker = world.newcomer(Side.ALPHA, Role.PARTNER_SALES).person().id();
            var path = "/operations/questions/" + asker;
            call(world.staff(Role.DIRECTOR), path + "/block", Map.of("reason", "Asks through the alphabet"))
                    .send();
            return call(world.staff(Role.DIRECTOR), path + "/unblock", Map.of("reason", "We talked"));
        });
        add("/accounts/{id}/review", "reason", () -> {
            var id = world.houseAccount();
            var word = world.ask(
                    "select cast(id as text) from account_designation where account_id = cast(? as uuid)", id);
            return call(
                    world.staff(Role.MANAGER),
                    "/accounts/" + id + "/review",
                    Map.of("outcome", "stays", "word", word.get(0), "reviewOn", "2030-01-01"));
        });
        add("/accounts/{id}/designation", "reason", () -> {
            world.reserve(Side.ALPHA);
            var account =
                    world.ask("select cast(account_id as text) from account_claim order by starts_at desc limit 1");
            return call(
                    world.staff(Role.DIRECTOR),
                    "/accounts/" + account.get(0) + "/designation",
                    Map.of("designation", "HOUSE", "from", "2027-01-01", "reason", "Served by us"));
        });
    }

    /** A new account's id. */
    private String written() {
        var account = account();
        call(world.staff(Role.MANAGER), "/accounts", account).send();
        return world.ask("select cast(id as text) from account where name = ?", account.get("name"))
                .get(0);
    }

    /** What is done after a look at what it would do. */
    private Call shown(String path, Map<String, String> fields) {
        var query = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var page = world.staff(Role.MANAGER).get(path + "?" + query).body();
        var stamp = page.replaceFirst("(?s).*name=\"stamp\" value=\"([0-9a-f]+)\".*", "$1");
        return call(world.staff(Role.MANAGER), path, fields).with("stamp", stamp);
    }

    private Map<String, String> account() {
        var name = world.fresh("Account ");
        return Map.of(
                "name",
                name,
                "kind",
                "LEGAL_ENTITY",
                "domain",
                name.replace(' ', '-').toLowerCase(Locale.ROOT) + ".de",
                "country",
                "DE");
    }

    private void tasks() {
        task("/claim", Map.of());
        add("/tasks/{id}/release", "reason", () -> {
            var call = onTask("/claim", Map.of());
            call.send();
            return new Call(call.by(), call.path().replace("/claim", "/release"), Map.of(), null);
        });
        add("/tasks/next", "reason", () -> {
            var taken = onTask("/claim", Map.of());
            taken.send();
            new Call(taken.by(), taken.path().replace("/claim", "/release"), Map.of(), null).send();
            return call(taken.by(), "/tasks/next", Map.of());
        });
        task("/draft", Map.of("decision", "approve"));
        task("/decide", Map.of("decision", "approve"));
        task("/comment", Map.of("words", "Looks good to me."));
        task("/follow-up", Map.of("date", "2026-05-05"));
        add("/tasks/{id}/assign", "person", () -> {
            var to = world.newManager().person().id().toString();
            var call = onTask("/assign", Map.of());
            return call.with("person", to);
        });
        add("/tasks/{id}/files", "note", () -> {
            var call = onTask("/files", Map.of());
            return new Call(call.by(), call.path(), call.fields(), "name,country\nSomething,DE\n");
        });
        add(
                "/tasks/filters",
                "name",
                () -> call(
                        world.staff(Role.MANAGER),
                        "/tasks/filters",
                        Map.of("name", world.fresh("filter"), "search", "x")));
        add("/tasks/filters/{id}/remove", "reason", () -> {
            var name = world.fresh("filter");
            world.staff(Role.MANAGER).post("/tasks/filters", Map.of("name", name));
            var id = world.ask("select cast(id as text) from task_filter where name = ?", name);
            return call(world.staff(Role.MANAGER), "/tasks/filters/" + id.get(0) + "/remove", Map.of());
        });
        add("/tasks/deputies", "until", this::deputy);
        add("/tasks/deputies/{id}/end", "reason", () -> {
            var wanted = deputy();
            wanted.send();
            var id = world.ask(
                    "select cast(id as text) from deputy where deputy = cast(? as uuid)",
                    wanted.fields().get("deputy"));
            return call(wanted.by(), "/tasks/deputies/" + id.get(0) + "/end", Map.of());
        });
        for (var suffix : new String[] {"", "/draft"}) {
            add(
                    "/cases/start/{process}" + suffix,
                    "pieces",
                    () -> call(
                            world.newManager(),
                            "/cases/start/request-sample" + suffix,
                            Map.of("customer", "Acme", "pieces", "3", "kind", "usual")));
        }
        add("/tasks/bulk/preview", "task", () -> bulk("/tasks/bulk/preview"));
        add("/tasks/bulk", "task", () -> bulk("/tasks/bulk"));
    }

    private Call deputy() {
        return call(
                world.newManager(),
                "/tasks/deputies",
                Map.of(
                        "deputy",
                        world.newManager().person().id().toString(),
                        "from",
                        "2030-01-01",
                        "until",
                        "2030-01-31"));
    }

    private Call bulk(String path) {
        var task = world.tasks(world.inReview(Side.ALPHA)).get(0);
        return call(
                world.staff(Role.MANAGER),
                path,
                Map.of("task", task, "version", Long.toString(world.version(task)), "act", "choice:approve"));
    }

    private void task(String suffix, Map<String, String> fields) {
        add("/tasks/{id}" + suffix, fields.isEmpty() ? "reason" : "decision", () -> onTask(suffix, fields));
    }

    private Call onTask(String suffix, Map<String, String> fields) {
        var task = world.tasks(world.inReview(Side.ALPHA)).get(0);
        return call(world.staff(Role.MANAGER), "/tasks/" + task + suffix, fields)
                .with("_version", Long.toString(world.version(task)));
    }
}

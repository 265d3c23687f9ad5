package io.handsel.routes;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.accounts.AccountQuestion;
import io.handsel.accounts.AccountReservations;
import io.handsel.accounts.ClaimOutcome;
import io.handsel.agreements.AgreementFixtures;
import io.handsel.agreements.AgreementId;
import io.handsel.deals.DealEvidence;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealId;
import io.handsel.deals.DealLocations;
import io.handsel.disputes.DisputeId;
import io.handsel.disputes.DisputeNotFound;
import io.handsel.disputes.DisputeOpening;
import io.handsel.disputes.DisputeOutcome;
import io.handsel.disputes.EvidenceDesk;
import io.handsel.disputes.EvidenceKind;
import io.handsel.disputes.PutEvidence;
import io.handsel.distribution.BoughtThrough;
import io.handsel.distribution.DistributionFixtures;
import io.handsel.distribution.DistributionFixtures.Company;
import io.handsel.distribution.LinkId;
import io.handsel.distribution.SharedPart;
import io.handsel.engine.DueJobs;
import io.handsel.engine.ModelDeployment;
import io.handsel.forms.Attachment;
import io.handsel.forms.FormValues;
import io.handsel.kernel.CountryCode;
import io.handsel.kernel.EmailAddress;
import io.handsel.onboarding.GuidedWalk;
import io.handsel.onboarding.PartnerOnboarding;
import io.handsel.partner.ContactKind;
import io.handsel.partner.LocationFacts;
import io.handsel.partner.LocationOutcome;
import io.handsel.partner.NewContact;
import io.handsel.partner.PartnerContacts;
import io.handsel.partner.PartnerFixtures;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerLocations;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.LocationId;
import io.handsel.security.NewPerson;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.tasklist.DeskOutcome;
import io.handsel.tasklist.TaskDesk;
import io.handsel.territory.Territories;
import io.handsel.territory.TerritoryFixtures;
import io.handsel.territory.TerritoryView;
import io.handsel.training.Courses;
import io.handsel.training.Training;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Three partners with everything they can have, and the vendor's people who care for them. Whatever belongs to
 * {@link Side#BRAVO} bears the word {@value #CANARY}: where anybody of another partner reads it, something leaks.
 */
final class RouteWorld implements ApplicationListener<WebServerInitializedEvent> {

    static final String CANARY = "zebra";
    /** What Bravo's deals are worth. */
    static final String CANARY_VALUE = "77771";

    private static final Duration NO_UPDATE = Duration.ofDays(33);

    private final Territories territories;
    private final Partners partners;
    private final PartnerContacts contacts;
    private final People people;
    private final DealFixtures deals;
    private final DealEvidence evidence;
    private final DisputeOpening opening;
    private final EvidenceDesk evidenceDesk;
    private final DueJobs jobs;
    private final TaskDesk desk;
    private final AccountReservations reservations;
    private final PartnerOnboarding onboarding;
    private final GuidedWalk walk;
    private final Training training;
    private final ModelDeployment models;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final MovableClock clock;
    private final AgreementFixtures agreements;
    private final PartnerLocations locations;
    private final DealLocations moving;
    private final DistributionFixtures trade;
    private final BoughtThrough bought;

    private final Map<Side, PartnerView> companies = new EnumMap<>(Side.class);
    private final Map<Side, Map<Role, Visitor>> partnerPeople = new EnumMap<>(Side.class);
    private final Map<Side, PersonId> spare = new EnumMap<>(Side.class);
    private final Map<Role, Visitor> staff = new EnumMap<>(Role.class);
    private final Map<Side, Map<String, DealId>> registered = new EnumMap<>(Side.class);
    private final Map<Side, DisputeId> disputes = new EnumMap<>(Side.class);
    private final Map<Side, AgreementId> signed = new EnumMap<>(Side.class);
    private @Nullable DisputeId sharedDispute;
    private @Nullable LocationId north;
    private @Nullable LocationId south;
    private String site = "";
    private boolean built;
    private int count;

    RouteWorld(
            Territories territories,
            Partners partners,
            PartnerContacts contacts,
            People people,
            DealFixtures deals,
            DealEvidence evidence,
            DisputeOpening opening,
            EvidenceDesk evidenceDesk,
            DueJobs jobs,
            TaskDesk desk,
            AccountReservations reservations,
            PartnerOnboarding onboarding,
            GuidedWalk walk,
            Training training,
            ModelDeployment models,
            JdbcClient jdbc,
            TransactionOperations transaction,
            MovableClock clock,
            BeanFactory beans) {
        this.territories = territories;
        this.partners = partners;
        this.contacts = contacts;
        this.people = people;
        this.deals = deals;
        this.evidence = evidence;
        this.opening = opening;
        this.evidenceDesk = evidenceDesk;
        this.jobs = jobs;
        this.desk = desk;
        this.reservations = reservations;
        this.onboarding = onboarding;
        this.walk = walk;
        this.training = training;
        this.models = models;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.agreements = AgreementFixtures.in(beans);
        this.locations = beans.getBean(PartnerLocations.class);
        this.moving = beans.getBean(DealLocations.class);
        this.trade = DistributionFixtures.in(beans);
        this.bought = beans.getBean(BoughtThrough.class);
    }

    /** The partners: the one who looks, the one who must not be seen, and another one like that. */
    enum Side {
        ALPHA("Alpha Systems", "alpha"),
        BRAVO("Zebra Bravo Systems", CANARY),
        CHARLIE("Yakyak Charlie Systems", "yakyak"),
        /** A location of the one who looks, with people who are limited to it. */
        SOUTH("Alpha Systems", "quagga");

        private final String company;
        private final String word;

        Side(String company, String word) {
            this.company = company;
            this.word = word;
        }

        String company() {
            return company;
        }

        /** The word that is in everything this side has. */
        String word() {
            return word;
        }
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        site = "http://localhost:" + event.getWebServer().getPort();
    }

    /** This world, built at the first call. */
    synchronized RouteWorld open() {
        if (!built) {
            built = true;
            build();
        }
        return this;
    }

    private void build() {
        var manager = someone(Role.MANAGER);
        var director = someone(Role.DIRECTOR);
        Stream.of(Role.FINANCE, Role.DESIGNER, Role.OPERATOR).forEach(this::someone);
        var germany = TerritoryFixtures.germany()
                .managedBy(manager.id())
                .directedBy(director.id())
                .registeredIn(territories, people);
        for (var side : List.of(Side.ALPHA, Side.BRAVO, Side.CHARLIE)) {
            companies.put(side, company(side.company, germany));
            partnerPeople.put(side, new EnumMap<>(Role.class));
            Role.PARTNER.forEach(role -> colleague(side, role));
            signed.put(
                    side,
                    agreements.signedBy(
                            company(side), of(side, Role.PARTNER_ADMIN).person().actor()));
            spare.put(side, person(side, Role.PARTNER_SALES).id());
            registered.put(side, new TreeMap<>());
        }
        List.of(Side.ALPHA, Side.BRAVO).forEach(this::taught);
        for (var side : List.of(Side.ALPHA, Side.BRAVO)) {
            registered.get(side).put("expired", approved(side));
        }
        // Nobody says how they stand, so they lapse.
        clock.advance(NO_UPDATE);
        jobs.run();
        for (var side : List.of(Side.ALPHA, Side.BRAVO)) {
            var deals = registered.get(side);
            deals.put("in review", inReview(side));
            deals.put("asked", asked(side));
            deals.put("approved", approved(side));
            deals.put("won", closed(side, "won"));
            deals.put("lost", closed(side, "lost"));
            deals.put("withdrawn", closed(side, "withdraw"));
            deals.put("rejected", rejected(side));
            deals.put("submitted", submitted(side));
            deals.put("chosen", chosen(side));
            attach(side, deals.get("in review"));
        }
        List.of(Side.ALPHA, Side.BRAVO).forEach(this::reserve);
        List.of(Side.ALPHA, Side.BRAVO).forEach(this::colleagueAsks);
        for (var side : List.of(Side.ALPHA, Side.BRAVO)) {
            disputes.put(side, dispute(side, Side.CHARLIE));
        }
        sharedDispute = settled(dispute(Side.ALPHA, Side.BRAVO));
        south();
        linked();
        imported();
        houseAccount();
        designed();
        var formulas = company("=cmd|' /C calc'!A0", germany);
        var risky = people.register(NewPerson.ofPartner(
                formulas.id().organisation(), "formula", "+Formula", address("formula"), Role.PARTNER_SALES));
        for (var start : List.of("=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1")) {
            deals.register(
                    risky.actor(),
                    wish(Side.CHARLIE)
                            .with("customer", start + " " + CompanyNames.next())
                            .deal());
        }
        jobs.run();
    }

    /** Alpha gets two locations: what it has had so far goes to the one, and people of the other have their own. */
    private void south() {
        var alpha = company(Side.ALPHA);
        north = newLocation(alpha.id(), "North");
        companies.put(Side.SOUTH, alpha);
        south = newLocation(alpha.id(), "South");
        partnerPeople.put(Side.SOUTH, new EnumMap<>(Role.class));
        Role.PARTNER.forEach(role -> colleague(Side.SOUTH, role));
        signed.put(Side.SOUTH, agreement(Side.ALPHA));
        spare.put(Side.SOUTH, person(Side.SOUTH, Role.PARTNER_SALES).id());
        registered.put(Side.SOUTH, new TreeMap<>());
        registered.get(Side.SOUTH).put("in review", inReview(Side.SOUTH));
        registered.get(Side.SOUTH).put("approved", approved(Side.SOUTH));
        attach(Side.SOUTH, deal(Side.SOUTH, "in review"));
        reserve(Side.SOUTH);
        colleagueAsks(Side.SOUTH);
        disputes.put(Side.SOUTH, dispute(Side.SOUTH, Side.CHARLIE));
        putBack();
    }

    /** Alpha's deals are where they belong, whatever other proofs have moved. */
    void putBack() {
        var mover = sales(Side.ALPHA).person().actor();
        for (var side : List.of(Side.ALPHA, Side.SOUTH)) {
            var home = Objects.requireNonNull(side == Side.SOUTH ? south : north);
            deals(side).stream()
                    .filter(deal -> !ask(
                                    "select 'away' from deal where id = cast(? as uuid)"
                                            + " and location_id is distinct from cast(? as uuid)",
                                    deal.toString(),
                                    home.toString())
                            .isEmpty())
                    .forEach(deal -> moving.move(mover, deal, home));
        }
    }

    LocationId newLocation(PartnerId partner, String name) {
        var added = locations.add(
                staff(Role.OPERATOR).person().actor(),
                partner,
                new LocationFacts(name, CountryCode.of("DE"), "Berlin"));
        if (added instanceof LocationOutcome.Done done) {
            return done.location().id();
        }
        throw new AssertionError("Not added: " + added);
    }

    /** A location of this side's company: the own one, where it has one. */
    String location(Side side) {
        if (side == Side.SOUTH) {
            return Objects.requireNonNull(south).toString();
        }
        return ask(
                        "select cast(id as text) from partner_location where partner_id = ? and name <> 'South' and open"
                                + " order by name_key limit 1",
                        company(side).id().id())
                .stream()
                .findFirst()
                .orElseGet(() ->
                        newLocation(company(side).id(), side.word + " place").toString());
    }

    /** Null where the people of this side are of all locations. */
    private @Nullable LocationId limit(Side side) {
        return side == Side.SOUTH ? south : null;
    }

    /** Claims of this side, and of no other location of its company. */
    List<String> claims(Side side, String which) {
        var theirs = side == Side.SOUTH ? "=" : "is distinct from";
        return ask(
                "select cast(id as text) from account_claim where partner_id = ? and location_id " + theirs
                        + " cast(? as uuid) and " + which,
                company(side).id().id(),
                south == null ? new UUID(0, 0).toString() : south.toString());
    }

    /**
     * Both sides buy through one distributor, and distribute to one reseller: neither is to learn of the other. Alpha has
     * invited Bravo too, which has not answered.
     */
    private void linked() {
        Map<Side, Company> traders = new EnumMap<>(Side.class);
        for (var side : List.of(Side.ALPHA, Side.BRAVO)) {
            traders.put(
                    side,
                    trade.known(
                            company(side),
                            "trader-" + side.ordinal() + ".example",
                            of(side, Role.PARTNER_ADMIN).person().actor(),
                            sales(side).person().actor()));
        }
        var distributor = trade.distributor();
        var reseller = trade.reseller();
        traders.forEach((side, trader) -> {
            var link = trade.linked(distributor, trader, SharedPart.values());
            bought.choose(trader.sales(), deal(side, "approved"), link);
        });
        for (var side : traders.keySet()) {
            transaction.executeWithoutResult(
                    status -> jdbc.sql("update partner set partner_type = 'distributor' where id = ?")
                            .param(company(side).id().id())
                            .update());
            if (side == Side.ALPHA) {
                trade.invited(traders.get(side), traders.get(Side.BRAVO));
            }
            var link = trade.linked(traders.get(side), reseller, SharedPart.values());
            bought.choose(reseller.sales(), trade.deal(reseller), link);
        }
    }

    /** Links of a side, by the column it stands in. */
    Stream<String> links(Side side, String column) {
        return ask(
                "select cast(id as text) from reseller_link where " + column + " = ?",
                company(side).id().id())
                .stream();
    }

    /** A distributor and a reseller whom nobody needs, the one invited or linked. */
    Traders traders(boolean accepted) {
        var distributor = trade.distributor();
        var reseller = trade.reseller();
        var link = accepted ? trade.linked(distributor, reseller) : trade.invited(distributor, reseller);
        return new Traders(link, visitor(distributor), visitor(reseller));
    }

    /** A deal of a reseller that nobody needs, not yet bought through its distributor. */
    Purchase purchase() {
        var reseller = trade.reseller();
        var link = trade.linked(trade.distributor(), reseller);
        anHourLater();
        return new Purchase(link, visitor(reseller), trade.deal(reseller));
    }

    private Visitor visitor(Company company) {
        return Visitor.signedIn(
                site,
                "administrator of " + company.domain(),
                people.get(company.admin().person()));
    }

    /** The administrators of a distributor and of a reseller. */
    record Traders(LinkId link, Visitor distributor, Visitor reseller) {}

    /** The administrator of a reseller, and a deal of theirs. */
    record Purchase(LinkId link, Visitor reseller, DealId deal) {}

    /** A file that is taken in, so that there is a list and a run to look at; its names are formulas. */
    private void imported() {
        var answer = staff(Role.OPERATOR)
                .send(
                        HttpMethod.POST,
                        "/accounts/imports",
                        Map.of(),
                        "name,country\n\"=cmd|' /C calc'!A0 import\",DE\n+2,DE\n-3,XX\n");
        if (answer.status() != 302) {
            throw new AssertionError("Not taken in: " + answer);
        }
    }

    /** A customer of the vendor's own, who is to be looked at again. */
    String houseAccount() {
        var name = fresh("House account ");
        staff(Role.MANAGER)
                .send(
                        HttpMethod.POST,
                        "/accounts",
                        Map.of("name", name, "kind", "LEGAL_ENTITY", "country", "DE"),
                        null);
        var id =
                ask("select cast(id as text) from account where name = ?", name).get(0);
        var laid = staff(Role.DIRECTOR)
                .send(
                        HttpMethod.POST,
                        "/accounts/" + id + "/designation",
                        Map.of("designation", "HOUSE", "from", "2020-01-01", "reviewOn", "2020-02-01"),
                        null);
        if (laid.status() != 302) {
            throw new AssertionError("Not laid down: " + laid);
        }
        return id;
    }

    /** A process of a designer that managers may begin. */
    private void designed() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Map.of(
                        "processes/samples/request-sample.bpmn", "request-sample.bpmn",
                        "processes/samples/sample-route.dmn", "sample-route.dmn",
                        "forms/samples/ask-sample.form", "ask-sample.form",
                        "forms/samples/check-sample.form", "check-sample.form")
                .forEach((place, file) -> {
                    try {
                        files.put(place, new ClassPathResource("tasklist/" + file).getContentAsByteArray());
                    } catch (IOException missing) {
                        throw new UncheckedIOException(missing);
                    }
                });
        models.publish("samples", files).orElseThrow();
    }

    private PersonView someone(Role role) {
        var person = people.register(PersonFixtures.someone(role));
        staff.put(role, Visitor.signedIn(site, role.group(), person));
        return person;
    }

    private PartnerView company(String name, TerritoryView territory) {
        var partner = PartnerFixtures.aPartner()
                .named(name)
                .managedBy(staff(Role.MANAGER).person().id())
                .covering(territory)
                .registeredIn(partners, people);
        begin(partner.id());
        return partners.become(staff(Role.MANAGER).person().actor(), partner.id(), PartnerStanding.ACTIVE);
    }

    private void begin(PartnerId partner) {
        var by = staff(Role.MANAGER).person().actor();
        partners.become(by, partner, PartnerStanding.APPLICANT);
        partners.become(by, partner, PartnerStanding.ONBOARDING);
        onboarding.begin(by, partner, null);
    }

    /** A company in onboarding that nobody needs, begun or not. */
    PartnerId newcomers(boolean begun) {
        var id = PartnerFixtures.aPartner()
                .named(fresh("Newcomers "))
                .ofType("distributor")
                .managedBy(staff(Role.MANAGER).person().id())
                .registeredIn(partners, people)
                .id();
        if (begun) {
            begin(id);
        } else {
            var by = staff(Role.MANAGER).person().actor();
            partners.become(by, id, PartnerStanding.APPLICANT);
            partners.become(by, id, PartnerStanding.ONBOARDING);
        }
        return id;
    }

    /** The administrator of a company on its way to its first deal. */
    Visitor onTheWay() {
        var company = newcomers(true);
        var name = fresh("new-admin-");
        var person = people.register(
                NewPerson.ofPartner(company.organisation(), name, name, address(name), Role.PARTNER_ADMIN)
                        .speaking(Locale.ENGLISH)
                        .withPassword(PersonFixtures.PASSWORD));
        return Visitor.signedIn(site, name, person);
    }

    /** What everybody of a side has of the way to the first deal: a practice deal and a certificate. */
    private void taught(Side side) {
        for (var role : Role.PARTNER) {
            var actor = of(side, role).person().actor();
            walk.practise(actor, side.word + " practice", side == Side.BRAVO ? CANARY_VALUE : "100");
            training.answer(actor, Courses.PORTAL, 1, Map.of(0, 1, 1, 0, 2, 1, 3, 0, 4, 1, 5, 0));
        }
    }

    /** The certificates of a side. */
    Stream<String> certificates(Side side) {
        return ask(
                "select cast(id as text) from training_certificate where partner_id = ? limit 4",
                company(side).id().id())
                .stream();
    }

    /** Another partner whom nobody needs. */
    PartnerId newCompany(String name) {
        return PartnerFixtures.aPartner()
                .named(name)
                .managedBy(staff(Role.MANAGER).person().id())
                .activeIn(partners, people)
                .id();
    }

    private void colleague(Side side, Role role) {
        partnerPeople.get(side).put(role, newcomer(side, role));
    }

    private static EmailAddress address(String name) {
        return EmailAddress.parse(name + "@partner.example");
    }

    String site() {
        return site;
    }

    PartnerView company(Side side) {
        return companies.get(side);
    }

    Visitor of(Side side, Role role) {
        return partnerPeople.get(side).get(role);
    }

    Visitor sales(Side side) {
        return of(side, Role.PARTNER_SALES);
    }

    Visitor staff(Role role) {
        return staff.get(role);
    }

    Visitor stranger() {
        return Visitor.stranger(site);
    }

    /** What this partner has signed. */
    AgreementId agreement(Side side) {
        return signed.get(side);
    }

    /** A partner that was asked to sign and has not yet; its administrator is who may. */
    Unsigned unsigned() {
        var one = agreements.asked(
                wish -> wish.managedBy(staff(Role.MANAGER).person().id()));
        return new Unsigned(
                one.agreement(),
                agreements.document(one),
                Visitor.signedIn(
                        site,
                        "a new partner's administrator",
                        people.get(one.admin().person())));
    }

    /** An agreement nobody has signed. */
    record Unsigned(AgreementId agreement, String document, Visitor admin) {}

    /** Something the manager wrote down about this partner, the first time somebody asks for it. */
    String contact(Side side) {
        return ask(
                        "select cast(id as text) from partner_contact where partner_id = ? and struck_at is null limit 1",
                        company(side).id().id())
                .stream()
                .findFirst()
                .orElseGet(() -> newContact(side));
    }

    String newContact(Side side) {
        var words = fresh(side.word + " called ");
        contacts.note(
                staff(Role.MANAGER).person().actor(),
                company(side).id(),
                new NewContact(ContactKind.CALL_RECEIVED, LocalDate.of(2026, 1, 7), words));
        return ask("select cast(id as text) from partner_contact where words = ?", words)
                .get(0);
    }

    /** Somebody else of this partner, in their own browser. */
    Visitor newcomer(Side side, Role role) {
        var name = side.word + "-" + role.group() + "-" + ++count;
        var person = people.register(NewPerson.ofPartner(
                        company(side).id().organisation(), name, side.word + " " + name, address(name), role)
                .limitedTo(limit(side))
                .speaking(Locale.ENGLISH)
                .withPassword(PersonFixtures.PASSWORD));
        return Visitor.signedIn(site, side + " " + role, person);
    }

    /** Somebody of this partner whom nobody needs: they may be changed and let go. */
    PersonId spare(Side side) {
        return spare.get(side);
    }

    /** Somebody new of this partner who never signs in. */
    PersonView person(Side side, Role role) {
        var name = side.word + "-" + role.group() + "-" + ++count;
        return people.register(NewPerson.ofPartner(
                        company(side).id().organisation(), name, side.word + " " + name, address(name), role)
                .limitedTo(limit(side)));
    }

    Visitor newManager() {
        return Visitor.signedIn(site, "another manager", people.register(PersonFixtures.someone(Role.MANAGER)));
    }

    /** The people of two partners and of the vendor, and a stranger. */
    List<Visitor> everybody() {
        var everybody = new ArrayList<Visitor>();
        for (var side : List.of(Side.ALPHA, Side.BRAVO, Side.SOUTH)) {
            everybody.addAll(partnerPeople.get(side).values());
        }
        everybody.addAll(staff.values());
        everybody.add(stranger());
        return everybody;
    }

    /** Deals of this partner, one in each state. */
    List<DealId> deals(Side side) {
        return List.copyOf(registered.get(side).values());
    }

    DealId deal(Side side, String state) {
        return registered.get(side).get(state);
    }

    private DealFixtures.Wish wish(Side side) {
        var number = ++count;
        var customer = customerOf(side);
        var host = customer.replace(' ', '-').toLowerCase(Locale.ROOT);
        return DealFixtures.aDeal()
                .with("customer", customer + " GmbH")
                .with("website", host + ".de")
                .with("contactName", side.word + " contact")
                .with("contactEmail", side.word + "-contact@" + host + ".de")
                .with("need", side.word + " needs a new firewall for the head office")
                .with("ownReference", side.word.toUpperCase(Locale.ROOT) + "-REF-" + number)
                .with("amount", new BigDecimal(side == Side.BRAVO ? CANARY_VALUE : "30000"));
    }

    DealId submitted(Side side) {
        anHourLater();
        return deals.register(sales(side).person().actor(), wish(side).deal());
    }

    DealId inReview(Side side) {
        var deal = submitted(side);
        jobs.run();
        return deal;
    }

    DealId asked(Side side) {
        var deal = inReview(side);
        decide(deal, Map.of("decision", "ask-for-information", "marked", List.of("need"), "text", "Please say more."));
        return deal;
    }

    DealId approved(Side side) {
        return approved(inReview(side));
    }

    private DealId approved(DealId deal) {
        // High values have more than one decider.
        while (!tasks(deal).isEmpty()) {
            decide(deal, Map.of("decision", "approve"));
        }
        return deal;
    }

    /** Rejected because another partner has the customer. */
    DealId refused(Side side, Side first) {
        var customer = CompanyNames.next();
        registered.get(first).put(customer, approved(inReview(first, customer)));
        var deal = inReview(side, customer);
        registered.get(side).put(customer, deal);
        return deal;
    }

    private DealId inReview(Side side, String customer) {
        anHourLater();
        var host = customer.replace(' ', '-').toLowerCase(Locale.ROOT);
        var wish = wish(side).with("customer", customer + " GmbH").with("website", host + ".de");
        var deal = deals.register(sales(side).person().actor(), wish.deal());
        jobs.run();
        return deal;
    }

    /** A dispute this partner has with another one; both have put evidence. */
    DisputeId dispute(Side side, Side against) {
        var actor = sales(side).person().actor();
        var outcome = opening.open(actor, refused(side, against), side.word + " was first");
        if (!(outcome instanceof DisputeOutcome.Done done)) {
            throw new AssertionError("Not opened: " + outcome);
        }
        for (var each : List.of(side, against)) {
            var piece = new PutEvidence(EvidenceKind.MEETING, null, each.word + " attendee", each.word + " met them");
            evidenceDesk.put(sales(each).person().actor(), done.dispute(), piece, pdf(each.word + "-minutes.pdf"));
        }
        jobs.run();
        return done.dispute();
    }

    /** The same, decided so that both may appeal. */
    DisputeId settled(DisputeId dispute) {
        for (var side : partnerPeople.keySet()) {
            try {
                evidenceDesk.done(sales(side).person().actor(), dispute);
            } catch (DisputeNotFound nothingOfTheirs) {
                continue;
            }
        }
        jobs.run();
        decide(
                dispute.toString(),
                Map.of("verdict", "both-keep", "reason", "Both have worked on it.", "text", "We have looked at it."));
        return dispute;
    }

    DisputeId dispute(Side side) {
        return disputes.get(side);
    }

    /** The one the two partners have with each other; each sees its own side of it. */
    DisputeId sharedDispute() {
        return Objects.requireNonNull(sharedDispute);
    }

    DealId rejected(Side side) {
        var deal = inReview(side);
        decide(deal, Map.of("decision", "reject", "reason", "too-early", "text", "Come back later."));
        return deal;
    }

    private DealId closed(Side side, String step) {
        var deal = step.equals("withdraw") ? inReview(side) : approved(side);
        var answer = sales(side).post("/deals/" + deal + "/" + step, Recipes.closing(step));
        if (answer.status() != 302) {
            throw new AssertionError("Cannot close by " + step + ": " + answer);
        }
        jobs.run();
        return deal;
    }

    /** A deal whose customer has chosen in writing; somebody has to look at the letter. */
    private DealId chosen(Side side) {
        var deal = inReview(side);
        var letter = Map.of(
                "contactName",
                side.word + " decider",
                "chosenOn:date",
                "2026-02-27",
                "remark",
                side.word + " has always served us",
                Visitor.FILE_FIELD,
                "evidenceFiles");
        var answer = sales(side).send(HttpMethod.POST, "/deals/" + deal + "/choice", letter, side.word + " it is.");
        if (answer.status() != 302) {
            throw new AssertionError("No choice is filed: " + answer);
        }
        jobs.run();
        return deal;
    }

    private void decide(DealId deal, Map<String, Object> answers) {
        decide(deal.toString(), answers);
    }

    private void decide(String caseKey, Map<String, Object> answers) {
        var id = tasks(caseKey).get(0);
        var role = jdbc.sql("select candidates from task_entry where task_id = ?")
                .param(id)
                .query(String.class)
                .single();
        var decider = staff.entrySet().stream()
                .filter(entry ->
                        Arrays.asList(role.split(",")).contains(entry.getKey().group()))
                .findFirst()
                .orElseThrow()
                .getValue();
        var outcome = desk.decide(decider.person().actor(), id, version(id), new FormValues(answers), Map.of());
        if (!(outcome instanceof DeskOutcome.Done)) {
            throw new AssertionError("Not decided: " + outcome);
        }
        jobs.run();
    }

    /** The open tasks of a case. */
    List<String> tasks(DealId deal) {
        return tasks(deal.toString());
    }

    private List<String> tasks(String caseKey) {
        return jdbc.sql("select task_id from task_entry where case_key = ? order by created")
                .param(caseKey)
                .query(String.class)
                .list();
    }

    long version(String task) {
        return jdbc.sql("select version from task_entry where task_id = ?")
                .param(task)
                .query(Long.class)
                .single();
    }

    /** A customer this partner has just reserved, by a name that says nothing of who it was. */
    String reservedBy(Side side) {
        var customer = CompanyNames.next();
        reserve(side, customer);
        return customer;
    }

    void reserve(Side side) {
        reserve(side, customerOf(side));
    }

    /** A customer nobody else has named, with the word in its name by which a leak is seen. */
    private static String customerOf(Side side) {
        var name = CompanyNames.next().split(" ");
        // The letter between them keeps the word from going on as what somebody searches for.
        return name[0] + " " + side.word + "x" + name[1].toLowerCase(Locale.ROOT);
    }

    /** A customer nobody has named, in one word that can stand in an address. */
    static String freshCustomer() {
        return CompanyNames.next().replace(' ', '-').toLowerCase(Locale.ROOT);
    }

    private void reserve(Side side, String customer) {
        anHourLater();
        var domain = customer.toLowerCase(Locale.ROOT).replace(' ', '-') + ".de";
        var outcome = reservations.reserve(sales(side).person().actor(), AccountQuestion.about(customer, domain, "DE"));
        if (!(outcome instanceof ClaimOutcome.Granted)) {
            throw new AssertionError("Not reserved: " + outcome);
        }
    }

    /** A colleague wants to share the side's newest reservation, and waits for the answer. */
    void colleagueAsks(Side side) {
        var claim = claims(side, "purpose = 'RESERVATION' and ended_at is null order by starts_at desc, id limit 1");
        var answer = newcomer(side, Role.PARTNER_SALES)
                .post("/accounts/claims/" + claim.get(0) + "/colleagues", Map.of("wish", "JOIN"));
        if (answer.status() != 302) {
            throw new AssertionError("Not asked: " + answer);
        }
    }

    private void attach(Side side, DealId deal) {
        evidence.keep(sales(side).person().actor(), deal, Map.of("evidenceFiles", List.of(pdf(side.word + ".pdf"))));
    }

    private static Attachment pdf(String name) {
        var content = "%PDF-1.7 evidence".getBytes(StandardCharsets.US_ASCII);
        return Attachment.received(name, "application/pdf", content.length, () -> new ByteArrayInputStream(content));
    }

    /** A text nobody has used before. */
    String fresh(String word) {
        return word + ++count;
    }

    /** As if the partners had asked nothing for an hour: their questions are counted. */
    void anHourLater() {
        transaction.executeWithoutResult(
                status -> jdbc.sql("delete from account_question").update());
    }

    /** A number nobody has had before. */
    synchronized int number() {
        return ++count;
    }

    /** The first column of a question to the database. */
    List<String> ask(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(String.class).list();
    }

    void jobs() {
        jobs.run();
    }
}

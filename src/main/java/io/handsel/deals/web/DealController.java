package io.handsel.deals.web;

import io.handsel.audit.CaseReference;
import io.handsel.deals.CustomersWord;
import io.handsel.deals.DealAction;
import io.handsel.deals.DealCard;
import io.handsel.deals.DealColleagues;
import io.handsel.deals.DealDetails;
import io.handsel.deals.DealEvidence;
import io.handsel.deals.DealId;
import io.handsel.deals.DealList;
import io.handsel.deals.DealListPage;
import io.handsel.deals.DealLocations;
import io.handsel.deals.DealOverview;
import io.handsel.deals.SecondRegistrants;
import io.handsel.engine.BusinessKey;
import io.handsel.partner.PartnerId;
import io.handsel.security.Actor;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.shell.Download;
import io.handsel.shell.EveryPage;
import io.handsel.tasklist.CaseStory;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A partner's deals: the list, and one deal with everything about it. */
@Controller
@RequestMapping("/deals")
@Allow({Role.PARTNER_ADMIN, Role.PARTNER_SALES, Role.PARTNER_MARKETING, Role.PARTNER_FINANCE})
class DealController {

    private static final int PAGE_SIZE = 50;

    private final DealList list;
    private final DealOverview overview;
    private final CaseStory story;
    private final DealEvidence evidence;
    private final CustomersWord word;
    private final DealColleagues colleagues;
    private final SecondRegistrants seconds;
    private final DealLocations locations;
    private final People people;
    private final List<DealCard> cards;
    private final CurrentActor current;

    DealController(
            DealList list,
            DealOverview overview,
            CaseStory story,
            DealEvidence evidence,
            CustomersWord word,
            DealColleagues colleagues,
            SecondRegistrants seconds,
            DealLocations locations,
            People people,
            List<DealCard> cards,
            CurrentActor current) {
        this.list = list;
        this.overview = overview;
        this.evidence = evidence;
        this.word = word;
        this.colleagues = colleagues;
        this.seconds = seconds;
        this.locations = locations;
        this.people = people;
        this.cards =
                cards.stream().sorted(Comparator.comparingInt(DealCard::order)).toList();
        this.story = story;
        this.current = current;
    }

    @GetMapping
    String list(DealListQuery query, Model model) {
        var actor = current.get();
        model.addAttribute("page", list.page(actor, query.filter(actor), PAGE_SIZE));
        model.addAttribute("counts", list.counts(actor));
        model.addAttribute("query", query);
        model.addAttribute("mayRegister", mayRegister(actor));
        model.addAttribute("ofAllLocations", actor.isOfAllLocations());
        return "deals/list";
    }

    /** The list in view as CSV. */
    @GetMapping("/export")
    ResponseEntity<byte[]> export(DealListQuery query) {
        var actor = current.get();
        var names = actor.partner().stream()
                .flatMap(partner -> people.ofOrganisation(partner).stream())
                .collect(Collectors.toMap(PersonView::id, PersonView::name));
        var filter = query.filter(actor);
        var found = EveryPage.of(
                after -> list.page(actor, filter.behind(after), EveryPage.SIZE),
                DealListPage::deals,
                DealListPage::next);
        return Download.ofCsv("deals.csv", DealExport.written(found, names));
    }

    /** Something the partner may do with the deal now, and the page for it. */
    record Way(DealAction action, String path) {

        /** What waits for the partner comes first; giving the deal up comes last. */
        private static final Map<DealAction, String> PATHS = new EnumMap<>(Map.of(
                DealAction.PROVIDE_INFORMATION, "information",
                DealAction.UPDATE, "update",
                DealAction.CLOSE_WON, "won",
                DealAction.CLOSE_LOST, "lost",
                DealAction.REQUEST_EXTENSION, "extension",
                DealAction.AMEND, "amendment",
                DealAction.RESUBMIT, "resubmit",
                DealAction.FILE_CHOICE, "choice",
                DealAction.WITHDRAW, "withdraw"));

        static List<Way> of(DealDetails deal) {
            return PATHS.entrySet().stream()
                    .filter(way -> deal.actions().contains(way.getKey()))
                    .map(way -> new Way(way.getKey(), way.getValue()))
                    .toList();
        }
    }

    @GetMapping("/{id}")
    String details(@PathVariable DealId id, Model model) {
        var actor = current.get();
        var deal = overview.details(actor, id);
        model.addAttribute("deal", deal);
        model.addAttribute("next", "deals.next." + next(deal));
        model.addAttribute("drawing", story.drawing(BusinessKey.of(id.id()), "deals.step."));
        model.addAttribute("history", story.told(new CaseReference("deal", id.id()), "deals.happened."));
        model.addAttribute("choice", word.newest(actor, id).orElse(null));
        model.addAttribute(
                "team",
                colleagues
                        .of(PartnerId.of(actor.partner().orElseThrow()), deal.location(), id, deal.registrant())
                        .stream()
                        .map(PersonView::name)
                        .toList());
        model.addAttribute("whereabouts", locations.of(actor, deal).orElse(null));
        model.addAttribute("mayMove", mayRegister(actor) && actor.isOfAllLocations());
        model.addAttribute("share", seconds.of(actor, id).orElse(null));
        model.addAttribute("files", evidence.of(actor, id));
        model.addAttribute("ways", mayRegister(actor) ? Way.of(deal) : List.of());
        model.addAttribute("cards", contributed(actor, deal));
        return "deals/details";
    }

    /** What another module shows on the page. */
    record Part(String fragment, Object content) {}

    private List<Part> contributed(Actor actor, DealDetails deal) {
        return cards.stream()
                .filter(card -> card.roles().stream().anyMatch(actor::is))
                .flatMap(card ->
                        card.content().apply(actor, deal).stream().map(content -> new Part(card.fragment(), content)))
                .toList();
    }

    /** What happens next depends on how the deal came to where it stands. */
    private static String next(DealDetails deal) {
        return switch (deal.status()) {
            case ACTION_REQUIRED -> deal.placeKeptUntil() == null ? "PLACE_LOST" : "ACTION_REQUIRED";
            case EXPIRED -> deal.approvedAt() == null ? "LAPSED" : "EXPIRED";
            default -> deal.status().name();
        };
    }

    @GetMapping("/{id}/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable DealId id, @PathVariable UUID file) {
        var content = evidence.open(current.get(), id, file).orElseThrow(() -> FileNotFound.with(file));
        return Download.ofForeign(content.file().fileName(), content.file().mimeType(), content.bytes());
    }

    private static boolean mayRegister(Actor actor) {
        return actor.is(Role.PARTNER_ADMIN) || actor.is(Role.PARTNER_SALES);
    }

    /** The receipt as text, to keep in one's own files. */
    @GetMapping(path = "/{id}/receipt", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> receipt(@PathVariable DealId id) {
        var receipt = overview.details(current.get(), id).receipt();
        return Download.ofText("receipt-" + receipt.number() + ".txt", receipt.text() + "\n");
    }
}

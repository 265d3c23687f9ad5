package io.handsel.deals.web;

import io.handsel.deals.CustomersWord;
import io.handsel.deals.DealAction;
import io.handsel.deals.DealCard;
import io.handsel.deals.DealColleagues;
import io.handsel.deals.DealDetails;
import io.handsel.deals.DealEvidence;
import io.handsel.deals.DealId;
import io.handsel.deals.DealList;
import io.handsel.deals.DealOverview;
import io.handsel.deals.SecondRegistrants;
import io.handsel.partner.PartnerId;
import io.handsel.security.Actor;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
    private static final int MOST_EXPORTED = 10_000;

    private final DealList list;
    private final DealOverview overview;
    private final DealPage pages;
    private final DealEvidence evidence;
    private final CustomersWord word;
    private final DealColleagues colleagues;
    private final SecondRegistrants seconds;
    private final People people;
    private final List<DealCard> cards;
    private final CurrentActor current;

    DealController(
            DealList list,
            DealOverview overview,
            DealPage pages,
            DealEvidence evidence,
            CustomersWord word,
            DealColleagues colleagues,
            SecondRegistrants seconds,
            People people,
            List<DealCard> cards,
            CurrentActor current) {
        this.list = list;
        this.overview = overview;
        this.evidence = evidence;
        this.word = word;
        this.colleagues = colleagues;
        this.seconds = seconds;
        this.people = people;
        this.cards =
                cards.stream().sorted(Comparator.comparingInt(DealCard::order)).toList();
        this.pages = pages;
        this.current = current;
    }

    @GetMapping
    String list(DealListQuery query, Model model) {
        var actor = current.get();
        model.addAttribute("page", list.page(actor, query.filter(actor), PAGE_SIZE));
        model.addAttribute("counts", list.counts(actor));
        model.addAttribute("query", query);
        model.addAttribute("mayRegister", mayRegister(actor));
        return "deals/list";
    }

    /** The list in view as CSV. */
    @GetMapping("/export")
    ResponseEntity<String> export(DealListQuery query) {
        var actor = current.get();
        var names = actor.partner().stream()
                .flatMap(partner -> people.ofOrganisation(partner).stream())
                .collect(Collectors.toMap(PersonView::id, PersonView::name));
        var name = ContentDisposition.attachment().filename("deals.csv").build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(DealExport.written(list.all(actor, query.filter(actor), MOST_EXPORTED), names));
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
        model.addAttribute("drawing", pages.drawing(deal));
        model.addAttribute("history", pages.history(deal));
        model.addAttribute("choice", word.newest(actor, id).orElse(null));
        model.addAttribute(
                "team",
                colleagues.of(PartnerId.of(actor.partner().orElseThrow()), id, deal.registrant()).stream()
                        .map(PersonView::name)
                        .toList());
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

    /** Always handed over as a file to keep, never shown: what came from outside must not run under our name. */
    @GetMapping("/{id}/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable DealId id, @PathVariable UUID file) {
        var content = evidence.open(current.get(), id, file).orElseThrow(() -> FileNotFound.with(file));
        var name = ContentDisposition.attachment()
                .filename(content.file().fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, content.file().mimeType())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(content.bytes());
    }

    private static boolean mayRegister(Actor actor) {
        return actor.is(Role.PARTNER_ADMIN) || actor.is(Role.PARTNER_SALES);
    }

    /** The receipt as text, to keep in one's own files. */
    @GetMapping(path = "/{id}/receipt", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> receipt(@PathVariable DealId id) {
        var receipt = overview.details(current.get(), id).receipt();
        var name = ContentDisposition.attachment()
                .filename("receipt-" + receipt.number() + ".txt", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(receipt.text() + "\n");
    }
}

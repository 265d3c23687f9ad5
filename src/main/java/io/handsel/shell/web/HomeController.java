package io.handsel.shell.web;

import io.handsel.security.Actor;
import io.handsel.security.AllowAnyone;
import io.handsel.security.AllowSignedIn;
import io.handsel.security.CurrentActor;
import io.handsel.security.SignInPage;
import io.handsel.shell.HomeAction;
import io.handsel.shell.HomeCard;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of everybody, put together from what the modules contribute. */
@Controller
class HomeController {

    private final List<HomeAction> actions;
    private final List<HomeCard> cards;
    private final CurrentActor currentActor;
    private final Frame frame;

    HomeController(List<HomeAction> actions, List<HomeCard> cards, CurrentActor currentActor, Frame frame) {
        this.actions = actions.stream()
                .sorted(Comparator.comparingInt(HomeAction::order))
                .toList();
        this.cards =
                cards.stream().sorted(Comparator.comparingInt(HomeCard::order)).toList();
        this.currentActor = currentActor;
        this.frame = frame;
    }

    record Part(String fragment, Object content) {}

    @GetMapping("/")
    @AllowAnyone(because = "it only sends everybody to the page where they start")
    String start() {
        return "redirect:" + currentActor.find().map(frame::landing).orElse(SignInPage.PATH);
    }

    @GetMapping("/home")
    @AllowSignedIn
    String home(Model model) {
        Actor actor = currentActor.get();
        model.addAttribute(
                "actions",
                actions.stream()
                        .filter(action -> Frame.isFor(actor, action.roles()))
                        .toList());
        List<HomeCard> mine =
                cards.stream().filter(card -> Frame.isFor(actor, card.roles())).toList();
        model.addAttribute("head", parts(mine.stream().filter(card -> card.order() < 0), actor));
        model.addAttribute("cards", parts(mine.stream().filter(card -> card.order() >= 0), actor));
        return "shell/home";
    }

    private static List<Part> parts(Stream<HomeCard> cards, Actor actor) {
        return cards.map(card -> new Part(card.fragment(), card.content().apply(actor)))
                .toList();
    }
}

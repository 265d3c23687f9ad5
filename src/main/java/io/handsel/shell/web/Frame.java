package io.handsel.shell.web;

import io.handsel.security.Actor;
import io.handsel.security.CurrentActor;
import io.handsel.security.CurrentPerson;
import io.handsel.security.Role;
import io.handsel.shell.NavigationEntry;
import io.handsel.shell.PageHint;
import io.handsel.shell.ShellSettings;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** What the layout asks while it is drawn: who reads, where they may go, and what has just been done. */
@Component
class Frame {

    /** Only sentences meant for it can be said by an address. */
    private static final Pattern SENTENCE = Pattern.compile("[a-z]+\\.said\\.[A-Za-z0-9_.]+");

    private final List<NavigationEntry> entries;
    private final CurrentActor currentActor;
    private final ObjectProvider<CurrentPerson> currentPerson;
    private final ObjectProvider<PageHint> hints;
    private final ShellSettings settings;
    private final HttpServletRequest request;

    Frame(
            List<NavigationEntry> entries,
            CurrentActor currentActor,
            ObjectProvider<CurrentPerson> currentPerson,
            ObjectProvider<PageHint> hints,
            ShellSettings settings,
            HttpServletRequest request) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
        this.currentActor = currentActor;
        this.currentPerson = currentPerson;
        this.hints = hints;
        this.settings = settings;
        this.request = request;
    }

    record Link(String path, String label, long count, boolean current) {}

    public String getName() {
        return settings.name();
    }

    public boolean isAccented() {
        return settings.accent() != null;
    }

    public boolean isWithLogo() {
        return settings.logo() != null;
    }

    public @Nullable Actor getPerson() {
        return currentActor.find().orElse(null);
    }

    /** Whether this person does without single keys, which some ways of typing hit by accident. */
    public boolean isWithoutKeys() {
        return currentPerson.stream()
                .flatMap(current -> current.find().stream())
                .anyMatch(person -> !person.singleKeys());
    }

    /** The next thing to do for somebody who is guided through the portal. */
    public PageHint.@Nullable Line getHint() {
        return currentActor
                .find()
                .filter(Actor::isPartner)
                .flatMap(actor -> hints.orderedStream()
                        .flatMap(hint -> hint.on(actor).stream())
                        .findFirst())
                .orElse(null);
    }

    public List<Link> getNavigation() {
        return currentActor.find().map(this::links).orElse(List.of());
    }

    /** Where this person starts: partners on the home page, staff at their first work. */
    String landing(Actor actor) {
        return actor.isPartner()
                ? "/home"
                : visible(actor).stream().findFirst().map(NavigationEntry::path).orElse("/home");
    }

    /**
     * Key of the sentence about what has just been done, carried by the address so that a replay says it again. Read from
     * there alone: where a body is too large or broken, asking for a parameter fails, and the page that says so with it.
     */
    public @Nullable String getSaid() {
        String said = UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .getFirst("said");
        return said != null && SENTENCE.matcher(said).matches() ? said : null;
    }

    /** The address of the page one is on, to come back to. */
    public String getAddress() {
        return address().build().toUriString();
    }

    /** This page with one parameter of its address changed: for paging and filters. */
    public String with(String parameter, Object setting) {
        return address()
                .replaceQueryParam(parameter, UriUtils.encode(setting.toString(), StandardCharsets.UTF_8))
                .build()
                .toUriString();
    }

    /** This page without one parameter of its address. */
    public String without(String parameter) {
        return address().replaceQueryParam(parameter).build().toUriString();
    }

    /** This page sorted by a column, or the other way round when it already is; from the first page. */
    public String sortedBy(String column) {
        String next = column.equals(request.getParameter("sort")) ? "-" + column : column;
        return address()
                .replaceQueryParam("after")
                .replaceQueryParam("sort", next)
                .build()
                .toUriString();
    }

    /** For {@code aria-sort}. */
    public @Nullable String sorting(String column) {
        String sort = request.getParameter("sort");
        return column.equals(sort) ? "ascending" : ("-" + column).equals(sort) ? "descending" : null;
    }

    private UriComponentsBuilder address() {
        String path = Stream.of(RequestDispatcher.ERROR_REQUEST_URI, RequestDispatcher.FORWARD_REQUEST_URI)
                .map(request::getAttribute)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(request.getRequestURI())
                .toString();
        String query = request.getQueryString();
        return UriComponentsBuilder.fromPath(path).query(query).replaceQueryParam("said");
    }

    private List<Link> links(Actor actor) {
        String here = request.getRequestURI();
        List<NavigationEntry> visible = visible(actor);
        // Of an entry and another one below it, the nearer one is where one is.
        String current = visible.stream()
                .map(NavigationEntry::path)
                .filter(path -> here.equals(path) || here.startsWith(path + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return visible.stream()
                .map(entry -> new Link(
                        entry.path(),
                        entry.label(),
                        entry.count().applyAsLong(actor),
                        entry.path().equals(current)))
                .toList();
    }

    private List<NavigationEntry> visible(Actor actor) {
        return entries.stream()
                .filter(entry -> isFor(actor, entry.roles()) && entry.concerns().test(actor))
                .toList();
    }

    static boolean isFor(Actor actor, Set<Role> roles) {
        return !Collections.disjoint(actor.roles(), roles);
    }
}

package io.handsel.accounts.web;

import io.handsel.accounts.AccountId;
import io.handsel.accounts.AccountKind;
import io.handsel.accounts.AccountName;
import io.handsel.accounts.AccountNameKind;
import io.handsel.accounts.ClaimId;
import io.handsel.accounts.TreeDeed.AccountMark;
import io.handsel.accounts.TreeDeed.Place;
import io.handsel.accounts.TreeDeed.Split;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What is to leave an account, as marked.
 *
 * @param names kind, colon, name
 * @param marks kind, colon, number or domain
 */
record SplitForm(
        String name,
        String kind,
        String place,
        List<String> names,
        List<String> marks,
        List<String> children,
        List<String> claims) {

    /** As sent. Spring would take a comma in a name for the border between two. */
    static SplitForm of(MultiValueMap<String, String> sent) {
        return new SplitForm(
                first(sent, "name", "").strip(),
                first(sent, "kind", AccountKind.LEGAL_ENTITY.name()),
                first(sent, "place", Place.BESIDE.name()),
                sent.getOrDefault("names", List.of()),
                sent.getOrDefault("marks", List.of()),
                sent.getOrDefault("children", List.of()),
                sent.getOrDefault("claims", List.of()));
    }

    private static String first(MultiValueMap<String, String> sent, String field, String otherwise) {
        var text = sent.getFirst(field);
        return text == null ? otherwise : text;
    }

    /** What is asked for; what is none of the page's choices is left out, and nothing of it happens. */
    Split toDeed(AccountId account) {
        return new Split(
                account,
                name,
                constant(AccountKind.values(), kind).orElse(AccountKind.LEGAL_ENTITY),
                constant(Place.values(), place).orElse(Place.BESIDE),
                pairs(
                        names,
                        (first, second) -> constant(AccountNameKind.values(), first)
                                .map(known -> new AccountName(known, second))
                                .orElse(null)),
                pairs(marks, AccountMark::new),
                ids(children, AccountId::parse),
                ids(claims, ClaimId::parse));
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findAny();
    }

    private static <T> Set<T> pairs(List<String> texts, BiFunction<String, String, @Nullable T> pair) {
        return texts.stream()
                .map(text -> text.split(":", 2))
                .filter(parts -> parts.length == 2)
                .flatMap(parts -> Optional.ofNullable(pair.apply(parts[0], parts[1])).stream())
                .collect(Collectors.toSet());
    }

    private static <T> Set<T> ids(List<String> texts, Function<String, T> parse) {
        return texts.stream()
                .filter(text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(parse)
                .collect(Collectors.toSet());
    }
}

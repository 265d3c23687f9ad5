package io.handsel.journey;

import com.microsoft.playwright.Page;
import io.handsel.routes.Routes;
import io.handsel.routes.Routes.Route;
import io.handsel.security.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Where a page leads: every link and every button of it goes somewhere its reader may go. */
class Signposts {

    /** What answers there is no controller of ours. */
    private static final Set<String> SIGNING = Set.of("POST /sign-in", "POST /sign-out");

    private static final String FILES = "/assets/";

    private static final String SIGNPOSTS = """
            () => {
              const links = [...document.querySelectorAll('a[href]')].map(link => ['GET', link.href]);
              const buttons = [...document.querySelectorAll('button:not([type=button])')]
                .filter(button => button.form && button.form.method !== 'dialog')
                .map(button => [button.form.method.toUpperCase(),
                  button.hasAttribute('formaction') ? button.formAction : button.form.action]);
              const parts = ['get', 'post'].flatMap(method => [...document.querySelectorAll(`[hx-${method}]`)]
                .map(part => [method.toUpperCase(), new URL(part.getAttribute(`hx-${method}`), location).href]));
              return [...new Set([...links, ...buttons, ...parts]
                .map(([method, address]) => [method, new URL(address)])
                .filter(([, address]) => address.origin === location.origin)
                .map(([method, address]) => method + ' ' + address.pathname))];
            }""";

    /** A route with its pattern, as the dispatcher compares it with a path. */
    private record Way(PathPattern pattern, Route route) {}

    private final List<Way> ways;

    Signposts(Routes routes) {
        ways = routes.all().stream()
                .map(route -> new Way(PathPatternParser.defaultInstance.parse(route.pattern()), route))
                .sorted(Comparator.comparing(Way::pattern))
                .toList();
    }

    /** What of the page leads nowhere, or where somebody with this role is turned away. */
    List<String> wrongFor(@Nullable Role reader, Page page) {
        return ((List<?>) page.evaluate(SIGNPOSTS))
                .stream()
                        .map(String::valueOf)
                        .filter(sign -> !SIGNING.contains(sign) && !sign.contains(" " + FILES))
                        .flatMap(sign -> wrong(reader, sign).stream())
                        .toList();
    }

    private Optional<String> wrong(@Nullable Role reader, String sign) {
        var method = sign.split(" ")[0];
        var path = PathContainer.parsePath(sign.split(" ")[1]);
        var way = ways.stream()
                .filter(one ->
                        one.route().method().matches(method) && one.pattern().matches(path))
                .findFirst();
        if (way.isEmpty()) {
            return Optional.of("leads nowhere: " + sign);
        }
        return way.get().route().admits(reader) ? Optional.empty() : Optional.of("leads to a closed door: " + sign);
    }
}

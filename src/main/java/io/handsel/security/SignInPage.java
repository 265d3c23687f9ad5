package io.handsel.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** The ways to the sign-in page and on from it. */
public final class SignInPage {

    public static final String PATH = "/sign-in";

    /** Where the page is shown once more, with what was typed. */
    public static final String REFUSED_PATH = "/sign-in/refused";

    /** Request attribute: why the sign-in was refused, the end of a message key. */
    public static final String PROBLEM = "io.handsel.security.signInProblem";

    private SignInPage() {}

    /** A path within this site, whatever was asked for: nobody is sent elsewhere by a link to our sign-in page. */
    public static String pathWithin(String wish) {
        var isPath = wish.startsWith("/") && !wish.startsWith("//");
        var isPlain = wish.chars().allMatch(c -> c > ' ' && c != '\\' && c != 0x7f);
        return isPath && isPlain && !wish.startsWith(PATH) ? wish : "/";
    }

    /** Nobody is signed in: pages lead to the sign-in, everything else is told so. */
    static void askFirst(HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException {
        var isFragment = request.getHeader("HX-Request") != null;
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        var wantsPage = accepted == null
                || accepted.contains(MediaType.TEXT_HTML_VALUE)
                || accepted.contains(MediaType.ALL_VALUE) && !accepted.contains(MediaType.APPLICATION_JSON_VALUE);
        var page = request.getContextPath() + PATH;
        if (isFragment) {
            // htmx then loads the whole page, which leads back here.
            response.setHeader("HX-Redirect", page);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (wantsPage) {
            response.sendRedirect(page + wayBack(request));
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    static void goOn(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        var wish = request.getParameter("to");
        response.sendRedirect(request.getContextPath() + (wish == null ? "/" : pathWithin(wish)));
    }

    static void askAgain(HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws ServletException, IOException {
        request.setAttribute(PROBLEM, problem instanceof LockedException ? "wait" : "wrong");
        request.getRequestDispatcher(REFUSED_PATH).forward(request, response);
    }

    private static String wayBack(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return "";
        }
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var query = request.getQueryString();
        var wish = query == null ? path : path + "?" + query;
        return pathWithin(wish).equals("/") ? "" : "?to=" + URLEncoder.encode(wish, StandardCharsets.UTF_8);
    }
}

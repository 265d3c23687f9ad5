package io.handsel.shell.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes the end of a line one character again, as which the browser's field counts it: it sends two. What fits the field
 * would be refused as too long else, and what comes back from the database would differ from what was typed.
 */
@Component
@Order(OncePerKey.INSIDE_SECURITY)
class LineBreaks extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Typed(request), response);
    }

    private static String typed(String sent) {
        return sent.replace("\r\n", "\n");
    }

    private static final class Typed extends HttpServletRequestWrapper {

        Typed(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            var sent = super.getParameter(name);
            return sent == null ? null : typed(sent);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            var sent = super.getParameterValues(name);
            return sent == null
                    ? null
                    : Arrays.stream(sent).map(LineBreaks::typed).toArray(String[]::new);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> typed = new LinkedHashMap<>();
            super.getParameterMap().keySet().forEach(name -> typed.put(name, getParameterValues(name)));
            return typed;
        }
    }
}

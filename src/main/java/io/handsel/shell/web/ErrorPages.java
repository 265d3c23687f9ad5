package io.handsel.shell.web;

import io.handsel.security.PersonNotFound;
import io.handsel.shell.NotFound;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Every failure as a page in the reader's language that says what to do. Of what a controller may throw, three are
 * expected: not found, somebody else was faster, an id that is none; the rest is a fault of ours and a 500.
 */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorPages implements ErrorViewResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 405, 409, 413, 429, 500, 503);
    private static final Set<String> NOT_TYPED = Set.of("_csrf", OncePerKey.PARAMETER);
    /** A code that proves something is one of some kind; a territory's code and a postcode are no secrets. */
    private static final Pattern SECRET = Pattern.compile("(?i:.*(?:password|token|secret).*)|.+(?:C|-c|_c)odes?");

    @ExceptionHandler({NotFound.class, PersonNotFound.class, NoResourceFoundException.class})
    ModelAndView notFound(HttpServletRequest request) {
        return page(request, HttpStatus.NOT_FOUND);
    }

    /** An id in an address that is none leads nowhere; elsewhere the request is malformed. */
    @ExceptionHandler
    ModelAndView malformed(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        boolean inThePath = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
        return page(request, inThePath ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST);
    }

    /** What claims to be a file upload and is none; too large a file has an answer of its own. */
    @ExceptionHandler
    ModelAndView noUpload(MultipartException broken, HttpServletRequest request) {
        boolean tooLarge = broken instanceof MaxUploadSizeExceededException;
        return page(request, tooLarge ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST);
    }

    /** A field of ours named as if it had parts, which only somebody who tries things out sends. */
    @ExceptionHandler
    ModelAndView noSuchField(InvalidPropertyException wrong, HttpServletRequest request) {
        return page(request, HttpStatus.BAD_REQUEST);
    }

    /** A constraint that two people reach for at once refuses the second one just as a version does. */
    @ExceptionHandler({ConcurrencyFailureException.class, DataIntegrityViolationException.class})
    ModelAndView somebodyWasFaster(DataAccessException faster, HttpServletRequest request) {
        LOG.info("SHELL-011 Somebody was faster: {}", faster.getClass().getSimpleName());
        return page(request, HttpStatus.CONFLICT);
    }

    /** The engine reports the same by an exception of its own, which only its module may know by type. */
    @ExceptionHandler
    ModelAndView unforeseen(RuntimeException failure, HttpServletRequest request) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().equals("OptimisticLockingException")) {
                return page(request, HttpStatus.CONFLICT);
            }
        }
        throw failure;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return page(request, status);
    }

    private static ModelAndView page(HttpServletRequest request, HttpStatusCode status) {
        ModelAndView page = new ModelAndView("shell/error");
        page.setStatus(status);
        page.addObject("trouble", trouble(request, status.value()));
        page.addObject("entry", status.value() == HttpStatus.CONFLICT.value() ? entry(request) : Map.of());
        return page;
    }

    private static String trouble(HttpServletRequest request, int status) {
        if (request.getAttribute(OncePerKey.OTHER_CONTENT) != null) {
            return "other";
        }
        if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException
                || request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof CsrfException) {
            return "old";
        }
        int known = EXPLAINED.contains(status) ? status : status < 500 ? 400 : 500;
        return Integer.toString(known);
    }

    /** What was typed is given back, so that nobody types it twice. */
    private static Map<String, @Nullable String> entry(HttpServletRequest request) {
        Map<String, @Nullable String> entry = new TreeMap<>();
        request.getParameterMap().forEach((name, entered) -> {
            String text = String.join(", ", Arrays.asList(entered)).strip();
            if (!NOT_TYPED.contains(name) && !SECRET.matcher(name).matches() && !text.isEmpty()) {
                entry.put(name, text);
            }
        });
        return entry;
    }
}

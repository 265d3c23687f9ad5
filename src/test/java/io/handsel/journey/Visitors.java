package io.handsel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import io.handsel.Chromium;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.transaction.support.TransactionOperations;

/** The people of one test, each in a browser of their own. No page of theirs may complain. */
class Visitors {

    private final Browser browser;
    private final String address;
    private final List<Visitor> arrived = new ArrayList<>();

    private Visitors(Browser browser, String address) {
        this.browser = browser;
        this.address = address;
    }

    /** Somebody whom nobody knows. */
    Visitor anybody() {
        return anybody(Locale.UK);
    }

    /** Somebody whom nobody knows, with a browser in this language. */
    Visitor anybody(Locale reading) {
        var context = browser.newContext(
                new Browser.NewContextOptions().setBaseURL(address).setLocale(reading.toLanguageTag()));
        var visitor = new Visitor(context);
        arrived.add(visitor);
        return visitor;
    }

    /** One of the demonstration's people, past the sign-in page. */
    Visitor signedIn(String signInName) {
        return anybody().signIn(signInName);
    }

    /** Somebody without a mouse. */
    Keyboard atTheKeyboard() {
        return new Keyboard(anybody());
    }

    private void leave() {
        var complaints = arrived.stream()
                .flatMap(visitor -> visitor.complaints().stream())
                // A draft on its way when the page is left is cut off, and htmx says so.
                .filter(complaint -> !complaint.contains("htmx:sendAbort") && !complaint.contains("htmx:afterRequest"))
                .toList();
        arrived.forEach(Visitor::leave);
        assertThat(complaints).as("what browsers complained of").isEmpty();
    }

    /** Gives every test its visitors, and all of them one browser. */
    static class Browsers implements ParameterResolver, AfterEachCallback {

        private static final Namespace HERE = Namespace.create(Visitors.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Visitors.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            var application = SpringExtension.getApplicationContext(test);
            var port = application.getEnvironment().getRequiredProperty("local.server.port");
            var chromium = test.getRoot()
                    .getStore(HERE)
                    .computeIfAbsent(Chromium.class, key -> Chromium.open(), Chromium.class);
            forgetQuestions(application);
            return test.getStore(HERE)
                    .computeIfAbsent(
                            Visitors.class,
                            key -> new Visitors(chromium.browser(), "http://localhost:" + port),
                            Visitors.class);
        }

        /** As if nobody had asked for a customer in the last hour: all journeys share one application and its quotas. */
        private static void forgetQuestions(ApplicationContext application) {
            var jdbc = application.getBean(JdbcClient.class);
            application
                    .getBean(TransactionOperations.class)
                    .executeWithoutResult(
                            status -> jdbc.sql("delete from account_question").update());
        }

        @Override
        public void afterEach(ExtensionContext test) {
            var visitors = test.getStore(HERE).get(Visitors.class, Visitors.class);
            if (visitors != null) {
                visitors.leave();
            }
        }
    }
}

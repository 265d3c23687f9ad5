package io.handsel.crash;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Connection.KeyVal;
import org.jsoup.helper.HttpConnection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A form on a page, filled in as a person does: what is not touched stays as the page offers it. */
final class Form {

    private final FormElement element;
    private final List<KeyVal> content;

    private Form(FormElement element) {
        this.element = element;
        this.content = new ArrayList<>(element.formData());
    }

    /** The page's form that is sent to this address. */
    static Form on(Document page, String action) {
        return page.forms().stream()
                .filter(form -> form.attr("action").startsWith(action))
                .findFirst()
                .map(Form::new)
                .orElseThrow(() -> new IllegalStateException("No form for " + action + " on " + page.text()));
    }

    /** The page's form that asks this. */
    static Form asking(String field, Document page) {
        return page.forms().stream()
                .filter(form -> !form.select("[name=" + field + "]").isEmpty())
                .findFirst()
                .map(Form::new)
                .orElseThrow(() -> new IllegalStateException("Nobody asks " + field + " on " + page.text()));
    }

    Form fill(String field, String text) {
        content.removeIf(entry -> entry.key().equals(field));
        content.add(HttpConnection.KeyVal.create(field, text));
        return this;
    }

    /** Takes the first thing there is to choose; options may have secret names. */
    Form chooseAny(String field) {
        return choose(field, "");
    }

    /** Takes what is called so. */
    Form choose(String field, String label) {
        Element chosen = element.select("select[name=" + field + "] option").stream()
                .filter(option -> !option.attr("value").isEmpty())
                .filter(option -> option.text().contains(label))
                .findFirst()
                .or(() -> element.select("input[name=" + field + "]").stream()
                        .filter(input -> label.isEmpty()
                                || input.parent() != null
                                        && input.parent().text().contains(label))
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("Nothing to choose for " + field));
        return fill(field, chosen.attr("value"));
    }

    /** Without one, a form is sent to its page. */
    String action() {
        var action = element.attr("action");
        return action.isEmpty() ? element.baseUri() : action;
    }

    List<KeyVal> content() {
        return List.copyOf(content);
    }
}

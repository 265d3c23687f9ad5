package io.handsel.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** Finds forms by name, read and ready: the newest of their name, or as they were when a running case began. */
@Service
public class FormCatalogue {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MOST_KEPT = 500;

    private final List<FormSource> sources;
    private final SchemaParser parser;
    private final Map<String, FormSchema> readings = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FormSchema> eldest) {
            return size() > MOST_KEPT;
        }
    };

    FormCatalogue(List<FormSource> sources, SchemaParser parser) {
        this.sources = List.copyOf(sources);
        this.parser = parser;
    }

    /** The newest form of a name with its module, such as {@code deals/register-deal}. */
    public FormSchema newest(String name) {
        return find(name).orElseThrow(() -> FormNotFound.named(name));
    }

    public Optional<FormSchema> find(String name) {
        String[] parts = name.split("/", -1);
        return parts.length == 2 && isName(parts[0]) && isName(parts[1])
                ? first(source -> source.newest(parts[0], parts[1]))
                : Optional.empty();
    }

    /**
     * The form a running case began with.
     *
     * @param deployment the engine's id of the case's deployment
     * @param name the form's name, as in {@code review-deal}
     */
    public FormSchema deployed(String deployment, String name) {
        return Optional.of(name)
                .filter(FormCatalogue::isName)
                .flatMap(form -> first(source -> source.deployed(deployment, form)))
                .orElseThrow(() -> FormNotFound.named(name));
    }

    private Optional<FormSchema> first(Function<FormSource, Optional<String>> search) {
        return sources.stream()
                .map(search)
                .flatMap(Optional::stream)
                .findFirst()
                .map(this::reading);
    }

    /** Kept by text, so that a form is read once however many cases show it. */
    private FormSchema reading(String text) {
        synchronized (readings) {
            FormSchema known = readings.get(text);
            if (known != null) {
                return known;
            }
        }
        FormSchema fresh = parser.parse(text);
        synchronized (readings) {
            readings.put(text, fresh);
        }
        return fresh;
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}

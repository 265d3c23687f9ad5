package io.handsel.programs;

import static java.util.stream.Collectors.toMap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The shipped models with what a designer changed for other programs: rows and columns from {@code tables.yaml},
 * diagrams and forms as whole files, each case in a folder of {@code src/test/resources/programs}.
 */
public final class ProgramModels {

    private static final Path CHANGES = Path.of("src/test/resources/programs");

    private final Map<String, Map<String, byte[]>> modules = new TreeMap<>();

    private ProgramModels() {}

    /** Files by name, by module. */
    static Map<String, Map<String, byte[]>> all() {
        return changedBy(list(CHANGES));
    }

    /** The same with these cases alone. */
    public static Map<String, Map<String, byte[]>> with(String... cases) {
        return changedBy(Stream.of(cases).map(CHANGES::resolve).toList());
    }

    private static Map<String, Map<String, byte[]>> changedBy(List<Path> cases) {
        var models = new ProgramModels();
        Stream.of("deals", "accounts", "incentives").forEach(models::ship);
        cases.forEach(models::change);
        return models.modules;
    }

    private void ship(String module) {
        var files = Stream.of("processes", "forms")
                .map(kind -> Path.of(kind, module))
                .filter(Files::isDirectory)
                .flatMap(folder -> list(folder).stream());
        modules.put(module, new TreeMap<>(files.collect(toMap(Path::toString, ProgramModels::bytes))));
    }

    private void change(Path folder) {
        for (var file : list(folder)) {
            var name = file.getFileName().toString();
            if (name.equals("tables.yaml")) {
                tables(file)
                        .forEach((table, changes) -> change(folder.getFileName().toString(), table, changes));
            } else {
                modules.get("deals")
                        .put((name.endsWith(".form") ? "forms" : "processes") + "/deals/" + name, bytes(file));
            }
        }
    }

    private void change(String program, String table, List<Map<String, Object>> changes) {
        var parts = table.split("/");
        modules.get(parts[0])
                .computeIfPresent(
                        "processes/" + table + ".dmn",
                        (name, content) -> ChangedTable.of(content).with(program, changes));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<Map<String, Object>>> tables(Path file) {
        var read = new Yaml(new SafeConstructor(new LoaderOptions())).load(new ByteArrayInputStream(bytes(file)));
        return (Map<String, List<Map<String, Object>>>) read;
    }

    private static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

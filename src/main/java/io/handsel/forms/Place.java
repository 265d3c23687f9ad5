package io.handsel.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One component where it stands in a filled form: a component of a list stands once in each row. */
record Place(
        Component component,
        String name,
        List<Object> path,
        Map<String, Object> context,
        boolean hidden,
        boolean readonly,
        List<Place> children,
        List<List<Place>> rows) {

    static List<Place> all(List<Place> places) {
        List<Place> all = new ArrayList<>();
        for (Place place : places) {
            all.add(place);
            all.addAll(all(place.children()));
            place.rows().forEach(row -> all.addAll(all(row)));
        }
        return all;
    }
}

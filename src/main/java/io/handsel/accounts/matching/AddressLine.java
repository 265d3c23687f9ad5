package io.handsel.accounts.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A line as people write it under their name: department, organisation, city, country, in any order and number. It is
 * taken apart at its commas; what names a place tells where, and each other piece is a name of its own.
 */
final class AddressLine {

    private static final Pattern COMMAS = Pattern.compile("\\s*[,;，、]\\s*|\\s+[-–—/|]\\s+|/");
    private static final Pattern FOOTNOTE = Pattern.compile("(?<=\\p{L}) \\d{1,2}(?= |$)|^\\d+ ");
    private static final int MOST_PIECES = 14;

    private final List<Piece> pieces = new ArrayList<>();
    private String country = "";
    private String city = "";

    AddressLine(String line, List<Shelf> shelves) {
        var texts = new ArrayList<String>();
        for (var text : COMMAS.split(FOOTNOTE.matcher(line).replaceAll(" ").strip())) {
            if (!text.isBlank()) {
                texts.add(text);
            }
        }
        var names = new ArrayList<String>();
        for (int i = 0; i < texts.size(); i++) {
            var place = NameReader.SHARED.place(texts.get(i));
            var letters = i > 0 ? Countries.letters(place) : null;
            if (letters != null) {
                country = letters;
            } else if (i > 0 && i >= texts.size() - 3 && isKnown(place, shelves)) {
                city = city.isEmpty() ? texts.get(i) : city;
                names.add(texts.get(i));
            } else {
                names.add(texts.get(i));
            }
        }
        cut(names);
    }

    private static boolean isKnown(String place, List<Shelf> shelves) {
        return shelves.stream().anyMatch(shelf -> shelf.table().placeNumber(place) >= 0);
    }

    private void cut(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            float place = names.size() == 1 ? 1 : (float) i / (names.size() - 1);
            boolean isCity = i > 0 && names.get(i).equals(city);
            if (!isCity) {
                add(names.get(i), 1, place, seen);
                inner(names.get(i), place, seen);
            }
            if (i > 0) {
                add(names.get(i - 1) + " " + names.get(i), 0.97f, place, seen);
            }
        }
    }

    /** "Ajou University School of Medicine" is part of "Ajou University"; "School of Law University of Oslo" too. */
    private void inner(String name, float place, Set<String> seen) {
        var reader = NameReader.SHARED;
        var words = reader.written(name);
        for (int i = 0; i < words.size(); i++) {
            var standing = reader.standing(words.get(i));
            if (standing.length == 0 || !WHOLE.contains(standing[0])) {
                continue;
            }
            if (i > 0 && i < words.size() - 1) {
                add(String.join(" ", words.subList(0, i + 1)), 0.93f, place, seen);
            }
            if (i > 0) {
                add(String.join(" ", words.subList(i, words.size())), 0.95f, place, seen);
            }
        }
        int and = name.toLowerCase(Locale.ROOT).lastIndexOf(" and ");
        if (and > 0) {
            add(name.substring(0, and), 0.9f, place, seen);
            add(name.substring(and + 5), 0.9f, place, seen);
        }
    }

    private static final Set<String> WHOLE = Set.of("university", "hospital", "college", "academy", "institute");

    private void add(String text, float trust, float place, Set<String> seen) {
        if (pieces.size() < MOST_PIECES && seen.add(text)) {
            pieces.add(new Piece(text, trust, place));
        }
    }

    List<Piece> pieces() {
        return pieces;
    }

    String country() {
        return country;
    }

    String city() {
        return city;
    }

    /**
     * @param trust how much a match with it is worth, against a match with a piece as it was written
     * @param place where it stands in the line, from 0 to 1
     */
    record Piece(String text, float trust, float place) {}
}

package io.handsel.accounts.matching;

import java.util.List;

/** Where the company asked about is, as each shelf numbers its places. */
final class Places {

    /** So many names the weights were learnt from. */
    private static final int MANY = 40_000;

    private final String city;
    private final String country;
    private final int[] cities;
    private final int[] countries;
    private int names;
    private int namesInCity;

    Places(NameQuestion question, List<Shelf> shelves) {
        this.city = NameReader.SHARED.place(question.city());
        this.country = NameReader.SHARED.place(question.country());
        this.cities = new int[shelves.size()];
        this.countries = new int[shelves.size()];
        for (int shelf = 0; shelf < cities.length; shelf++) {
            var table = shelves.get(shelf).table();
            cities[shelf] = table.placeNumber(city);
            countries[shelf] = table.placeNumber(country);
            names += table.size();
            if (cities[shelf] >= 0) {
                namesInCity += table.byCity.count(NameTable.cityKey(cities[shelf], countries[shelf]));
            }
        }
    }

    String city() {
        return city;
    }

    String country() {
        return country;
    }

    boolean hasCity() {
        return !city.isEmpty();
    }

    boolean hasCountry() {
        return !country.isEmpty();
    }

    /** Whether any account is there. */
    boolean isKnownCity() {
        for (int number : cities) {
            if (number >= 0) {
                return true;
            }
        }
        return false;
    }

    int cityOn(int shelf) {
        return cities[shelf];
    }

    int countryOn(int shelf) {
        return countries[shelf];
    }

    /**
     * How many names there are in the city; more where few are known at all: that a small register knows one company in
     * Berlin does not make it the one meant.
     */
    int namesInCity() {
        return namesInCity * Math.max(1, MANY / Math.max(1, names));
    }
}

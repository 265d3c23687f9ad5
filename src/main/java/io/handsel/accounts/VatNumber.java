package io.handsel.accounts;

import static java.util.Map.entry;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value added tax number with its country in front, as it is compared: capitals and digits only. Where the country's
 * check digits are published they must be right, so that a slip of the finger makes no second company.
 */
record VatNumber(String text) {

    private static final Pattern LABEL = Pattern.compile(
            "^(VAT(REG|REGISTRATION)?(NO|NR|NUMBER|ID)?|(UST|UMSATZSTEUER)ID(ENT|ENTIFIKATIONS)?(NR|NUMMER)?|UID(NR)?"
                    + "|(N|NO)?TVA|BTW(NR|NUMMER)?|(PARTITA|P)?IVA|NIF|CIF|TAX(ID|NO))");
    private static final Pattern LETTERS_IN_FRONT = Pattern.compile("^[A-Z]*");
    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}[A-Z0-9]{2,14}");

    /** By the two letters in front: whether what follows them is well formed and its check digits are right. */
    private static final Map<String, Predicate<String>> CHECKS = Map.ofEntries(
            entry("AT", number -> number.matches("U\\d{8}") && austrian(number.substring(1))),
            entry(
                    "BE",
                    number ->
                            number.matches("[01]\\d{9}") && modulo(number.substring(0, 8), 97) + last(number, 2) == 97),
            entry("BG", number -> number.matches("\\d{10}") || (number.matches("\\d{9}") && bulgarian(number))),
            entry("CH", number -> number.matches("E\\d{9}") && swiss(number.substring(1))),
            entry("CY", number -> number.matches("\\d{8}[A-Z]")),
            entry(
                    "CZ",
                    number -> number.matches("\\d{9,10}")
                            || (number.matches("\\d{8}")
                                    && (11 - sum(number, 8, 7, 6, 5, 4, 3, 2) % 11) % 10 == last(number, 1))),
            entry("DE", number -> number.matches("[1-9]\\d{8}") && isHybrid(number)),
            entry("DK", number -> number.matches("\\d{8}") && sum(number, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
            entry(
                    "EE",
                    number -> number.matches("\\d{9}")
                            && (10 - sum(number, 3, 7, 1, 3, 7, 1, 3, 7) % 10) % 10 == last(number, 1)),
            entry(
                    "EL",
                    number -> number.matches("\\d{9}")
                            && sum(number, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == last(number, 1)),
            entry("ES", number -> number.matches("[A-Z0-9]\\d{7}[A-Z0-9]") && spanish(number)),
            entry(
                    "FI",
                    number -> number.matches("\\d{8}")
                            && (11 - sum(number, 7, 9, 10, 5, 8, 4, 2) % 11) % 11 == last(number, 1)),
            entry("FR", number -> number.matches("[A-HJ-NP-Z0-9]{2}\\d{9}") && french(number)),
            entry(
                    "GB",
                    number -> number.matches("(GD[0-4]|HA[5-9])\\d\\d")
                            || (number.matches("\\d{9}(\\d{3})?") && british(number))),
            entry("HR", number -> number.matches("\\d{11}") && isHybrid(number)),
            entry(
                    "HU",
                    number -> number.matches("\\d{8}")
                            && (10 - sum(number, 9, 7, 3, 1, 9, 7, 3) % 10) % 10 == last(number, 1)),
            entry(
                    "IE",
                    number -> number.matches("\\d{7}[A-W][A-I]?") && irish(number)
                            || number.matches("\\d[A-Z+*]\\d{5}[A-W]")),
            entry("IT", number -> number.matches("\\d{11}") && isLuhn(number)),
            entry("LT", number -> number.matches("\\d{9}|\\d{12}")),
            entry("LU", number -> number.matches("\\d{8}") && modulo(number.substring(0, 6), 89) == last(number, 2)),
            entry("LV", number -> number.matches("\\d{11}")),
            entry(
                    "MT",
                    number -> number.matches("\\d{8}") && 37 - sum(number, 3, 4, 6, 7, 8, 9) % 37 == last(number, 2)),
            entry("NL", number -> number.matches("\\d{9}B\\d{2}") && dutch(number)),
            entry(
                    "NO",
                    number -> number.matches("\\d{9}(MVA)?")
                            && (11 - sum(number, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11
                                    == Character.digit(number.charAt(8), 10)),
            entry(
                    "PL",
                    number -> number.matches("\\d{10}")
                            && sum(number, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == last(number, 1)),
            entry(
                    "PT",
                    number -> number.matches("\\d{9}")
                            && (11 - sum(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 % 10 == last(number, 1)),
            entry("RO", number -> number.matches("\\d{2,10}") && romanian(number)),
            entry("SE", number -> number.matches("\\d{10}\\d{2}") && isLuhn(number.substring(0, 10))),
            entry(
                    "SI",
                    number -> number.matches("[1-9]\\d{7}")
                            && sum(number, 8, 7, 6, 5, 4, 3, 2) % 11 != 0
                            && (11 - sum(number, 8, 7, 6, 5, 4, 3, 2) % 11) % 10 == last(number, 1)),
            entry("SK", number -> number.matches("\\d{10}") && modulo(number, 11) == 0));

    /**
     * The number as typed; where its country is missing the customer's own is put in front.
     *
     * @param country ISO 3166-1 alpha-2 of the customer, if it is known
     */
    static Optional<VatNumber> find(@Nullable String typed, @Nullable String country) {
        if (typed == null) {
            return Optional.empty();
        }
        var plain = TypedText.number(typed);
        var bare = withoutLabel(plain);
        return checked(plain, country)
                .or(() -> behindWords(plain).filter(VatNumber::isChecked).findFirst())
                .or(() -> Stream.of(bare, prefix(country) + bare)
                        .filter(VatNumber::isRight)
                        .findFirst())
                .map(VatNumber::asCompared)
                .map(VatNumber::new);
    }

    /**
     * Every number the text may mean; more than one where nothing says of which country it is. Somebody is found by any
     * of them.
     */
    static Set<VatNumber> possible(String typed, @Nullable String country) {
        var plain = TypedText.number(typed);
        var certain = checked(plain, country).isPresent();
        return behindWords(plain)
                .flatMap(number -> Stream.concat(
                        Stream.of(number, prefix(country) + number),
                        certain ? Stream.empty() : CHECKS.keySet().stream().map(code -> code + number)))
                .filter(VatNumber::isRight)
                .map(VatNumber::asCompared)
                .map(VatNumber::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A number whose country has published its check digits, and they are right. */
    private static Optional<String> checked(String plain, @Nullable String country) {
        var bare = withoutLabel(plain);
        return Stream.of(plain, bare, prefix(country) + bare, prefix(country) + plain)
                .filter(VatNumber::isChecked)
                .findFirst();
    }

    /** What is left if the first letters are only words in front of the number. */
    private static Stream<String> behindWords(String plain) {
        var letters = LETTERS_IN_FRONT.matcher(plain);
        int end = letters.find() ? letters.end() : 0;
        return IntStream.rangeClosed(0, end).mapToObj(plain::substring);
    }

    private static String withoutLabel(String plain) {
        return LABEL.matcher(plain).replaceFirst("");
    }

    private static String prefix(@Nullable String country) {
        return "GR".equals(country) ? "EL" : country == null ? "" : country;
    }

    private static boolean isChecked(String number) {
        return number.length() > 2 && CHECKS.containsKey(asCompared(number).substring(0, 2)) && isRight(number);
    }

    /** Without the country's letters in front. */
    String national() {
        return text.substring(2);
    }

    private static boolean isRight(String number) {
        if (!SHAPE.matcher(number).matches()) {
            return false;
        }
        var compared = asCompared(number);
        // A country without published check digits is taken at its word, if there is a number at all.
        return CHECKS.getOrDefault(compared.substring(0, 2), other -> other.matches(".*\\d{4}.*"))
                .test(compared.substring(2));
    }

    /** The ways in which one number is written. */
    private static String asCompared(String number) {
        if (number.startsWith("GR")) {
            return "EL" + number.substring(2);
        }
        if (number.matches("BE\\d{9}")) {
            return "BE0" + number.substring(2);
        }
        if (number.matches("EL\\d{8}")) {
            return "EL0" + number.substring(2);
        }
        return number.replaceFirst("^(CHE\\d{9})(MWST|TVA|IVA|TPV)$", "$1").replaceFirst("^(NO\\d{9})MVA$", "$1");
    }

    private static int digit(String number, int at) {
        return Character.digit(number.charAt(at), 10);
    }

    private static int last(String number, int digits) {
        return Integer.parseInt(number.substring(number.length() - digits));
    }

    private static int sum(String number, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(number, i);
        }
        return sum;
    }

    private static int modulo(String number, int divisor) {
        return (int) (Long.parseLong(number) % divisor);
    }

    private static boolean isLuhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = digit(number, number.length() - 1 - i);
            sum += i % 2 == 0 ? digit : digit / 5 + digit * 2 % 10;
        }
        return sum % 10 == 0;
    }

    /** ISO 7064, modulo 11 and 10. */
    private static boolean isHybrid(String number) {
        int product = 10;
        for (int i = 0; i < number.length() - 1; i++) {
            int sum = (digit(number, i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == last(number, 1);
    }

    private static boolean austrian(String number) {
        int sum = 4;
        for (int i = 0; i < 7; i++) {
            int digit = digit(number, i);
            sum += i % 2 == 0 ? digit : digit / 5 + digit * 2 % 10;
        }
        return (10 - sum % 10) % 10 == last(number, 1);
    }

    private static boolean bulgarian(String number) {
        int check = sum(number, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
        if (check == 10) {
            check = sum(number, 3, 4, 5, 6, 7, 8, 9, 10) % 11 % 10;
        }
        return check == last(number, 1);
    }

    private static boolean swiss(String number) {
        return (11 - sum(number, 5, 4, 3, 2, 7, 6, 5, 4) % 11) % 11 == last(number, 1);
    }

    private static boolean spanish(String number) {
        var letters = "TRWAGMYFPDXBNJZSQVHLCKE";
        var end = number.charAt(8);
        var start = number.charAt(0);
        int foreigner = "XYZ".indexOf(start);
        if (Character.isDigit(start) || foreigner >= 0) {
            var digits = (foreigner >= 0 ? String.valueOf(foreigner) : String.valueOf(start)) + number.substring(1, 8);
            return end == letters.charAt(modulo(digits, 23));
        }
        int sum = 0;
        for (int i = 1; i <= 7; i++) {
            int digit = digit(number, i);
            sum += i % 2 == 0 ? digit : digit / 5 + digit * 2 % 10;
        }
        int check = (10 - sum % 10) % 10;
        return end == Character.forDigit(check, 10) || end == "JABCDEFGHI".charAt(check);
    }

    private static boolean french(String number) {
        var siren = number.substring(2);
        var key = number.substring(0, 2);
        return !key.matches("\\d\\d") || Integer.parseInt(key) == (12 + 3 * modulo(siren, 97)) % 97;
    }

    private static boolean british(String number) {
        int sum = sum(number, 8, 7, 6, 5, 4, 3, 2) + Integer.parseInt(number.substring(7, 9));
        return sum % 97 == 0 || (sum + 55) % 97 == 0;
    }

    private static boolean irish(String number) {
        int second = number.length() == 9 ? number.charAt(8) - 'A' + 1 : 0;
        return "WABCDEFGHIJKLMNOPQRSTUV".charAt((sum(number, 8, 7, 6, 5, 4, 3, 2) + 9 * second) % 23)
                == number.charAt(7);
    }

    private static boolean dutch(String number) {
        if (sum(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == digit(number, 8)) {
            return true;
        }
        // Sole traders since 2020: N is 23, L is 21, B is 11.
        return modulo("2321" + number.replace("B", "11"), 97) == 1;
    }

    private static boolean romanian(String number) {
        var padded = "0".repeat(10 - number.length()) + number;
        return sum(padded, 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == last(number, 1);
    }
}

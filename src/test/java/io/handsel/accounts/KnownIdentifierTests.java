package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.accounts.CheckedAccount.Fine;
import io.handsel.accounts.Identifier.Kind;
import io.handsel.accounts.matching.LiveIndex;
import java.net.IDN;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * A known identifier is never answered with "nobody", in whatever form, case and field it is typed and whatever stands
 * beside it. The index of names knows nobody here: only the identifier can find the account.
 */
class KnownIdentifierTests {

    private static final int TRIES = 200;

    /** Numbers as each country writes them: # is a digit, @ a letter. */
    private static final Map<String, List<String>> VAT_SHAPES = Map.ofEntries(
            Map.entry("AT", List.of("U########")),
            Map.entry("BE", List.of("0#########", "1#########")),
            Map.entry("BG", List.of("#########", "##########")),
            Map.entry("CH", List.of("E#########", "E#########MWST", "E#########TVA", "E#########IVA")),
            Map.entry("CY", List.of("########@")),
            Map.entry("CZ", List.of("########", "#########", "##########")),
            Map.entry("DE", List.of("#########")),
            Map.entry("DK", List.of("########")),
            Map.entry("EE", List.of("#########")),
            Map.entry("EL", List.of("#########")),
            Map.entry("ES", List.of("@########", "########@", "X#######@", "@#######@")),
            Map.entry("FI", List.of("########")),
            Map.entry("FR", List.of("###########", "@##########", "#@#########")),
            Map.entry("GB", List.of("#########", "############", "GD###", "HA###")),
            Map.entry("HR", List.of("###########")),
            Map.entry("HU", List.of("########")),
            Map.entry("IE", List.of("#######@", "#######@@", "#@#####@")),
            Map.entry("IT", List.of("###########")),
            Map.entry("LT", List.of("#########", "############")),
            Map.entry("LU", List.of("########")),
            Map.entry("LV", List.of("###########")),
            Map.entry("MT", List.of("########")),
            Map.entry("NL", List.of("#########B##")),
            Map.entry("NO", List.of("#########", "#########MVA")),
            Map.entry("PL", List.of("##########")),
            Map.entry("PT", List.of("#########")),
            Map.entry("RO", List.of("##########", "########", "######")),
            Map.entry("SE", List.of("##########01")),
            Map.entry("SI", List.of("########")),
            Map.entry("SK", List.of("##########")),
            Map.entry("US", List.of("#########")),
            Map.entry("IN", List.of("############")));

    private static final Set<String> UNCHECKED = Set.of("US", "IN");

    private static final List<String> BETWEEN = List.of(
            "", "", "", " ", ".", "-", "/", ". ", "\u00a0", "\u2009", "\u202f", "\u2011", "\u2013", "\u200b", "\u00ad");
    private static final List<String> VAT_LABELS = List.of(
            "",
            "",
            "VAT ",
            "VAT no. ",
            "VAT No.: ",
            "VAT ID ",
            "VAT Reg. No. ",
            "VAT number: ",
            "VAT-Nr. ",
            "USt-IdNr. ",
            "USt-IdNr.: ",
            "UID: ",
            "USt.-Id. ",
            "TVA ",
            "N° TVA ",
            "BTW ",
            "BTW-nr. ",
            "P. IVA ",
            "Partita IVA: ",
            "NIF ",
            "CIF: ",
            "VAT №",
            "Umsatzsteuer-ID ",
            "Tax ID ");
    private static final List<String> DUNS_LABELS = List.of(
            "", "", "DUNS ", "D-U-N-S ", "D-U-N-S®-Nr. ", "DUNS no. ", "D-U-N-S® Number: ", "duns:", "DUNS-Nummer ");
    private static final List<String> SUFFIXES = List.of(
            "de", "com", "co.uk", "com.au", "co.jp", "gov.uk", "info", "museum", "gmbh", "com.br", "xn--p1ai", "中国");
    private static final List<String> LABELS = List.of(
            "acme", "acme-works", "4you", "bücher", "straße", "московия", "日本会社", "faß", "çelik", "xn-x", "ελλάς");
    private static final List<String> COUNTRIES = List.of("", "DE", "FR", "GB", "US", "GR", "XX", "de", "Germany");

    record Way(int between, int every, int label, boolean lower, boolean wide, boolean prefixed, boolean inDunsField) {

        String write(String number, List<String> labels) {
            var text = new StringBuilder();
            var separator = BETWEEN.get(between % BETWEEN.size());
            for (int at = 0; at < number.length(); at++) {
                if (at > 0 && at % every == 0) {
                    text.append(separator);
                }
                text.append(number.charAt(at));
            }
            var written =
                    labels.get(label % labels.size()) + (lower ? text.toString().toLowerCase(Locale.ROOT) : text);
            return "\u00a0" + (wide ? wide(written) : written) + "\u200b ";
        }

        private static String wide(String text) {
            return text.chars()
                    .map(letter -> letter > ' ' && letter < 0x7f ? letter + 0xfee0 : letter)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
        }
    }

    /** What stands beside the identifier and must not distract from it. */
    record Beside(
            @Nullable String name,
            @Nullable String country,
            @Nullable String city) {}

    record Vat(String country, String number) {

        String full() {
            return country + number;
        }

        String iso() {
            return country.equals("EL") ? "GR" : country;
        }
    }

    @Provide
    Arbitrary<Way> ways() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.of(false, true),
                        Arbitraries.of(false, true),
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(false, false, true))
                .as(Way::new);
    }

    @Provide
    Arbitrary<Beside> besides() {
        return Combinators.combine(
                        Arbitraries.of("", "Acme GmbH", "Zzyzx Holding", "123456789", "ACME.de"),
                        Arbitraries.of(COUNTRIES),
                        Arbitraries.of("", "Berlin", "Paris"))
                .as(Beside::new);
    }

    @Provide
    Arbitrary<Vat> vats() {
        return Combinators.combine(
                        Arbitraries.of(VAT_SHAPES.keySet().stream().sorted().toList()),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.longs())
                .as((country, shape, seed) -> {
                    var shapes = VAT_SHAPES.get(country);
                    return valid(country, shapes.get(shape % shapes.size()), new Random(seed));
                });
    }

    private static Vat valid(String country, String shape, Random random) {
        while (true) {
            var number = shape.chars()
                    .map(sign -> sign == '#' ? '0' + random.nextInt(10) : sign == '@' ? 'A' + random.nextInt(26) : sign)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            // ESI61591831 is no Spanish number, but has a Slovenian one in it.
            if (VatNumber.find(country + number, null)
                    .filter(found -> found.text().startsWith(country))
                    .isPresent()) {
                return new Vat(country, number);
            }
        }
    }

    @Provide
    Arbitrary<String> domains() {
        return Combinators.combine(Arbitraries.of(LABELS), Arbitraries.of(SUFFIXES))
                .as((label, suffix) -> label + "." + suffix);
    }

    @Property(tries = TRIES * 3)
    void a_vat_number_is_known_however_it_is_typed(
            @ForAll("vats") Vat vat, @ForAll("ways") Way way, @ForAll("besides") Beside beside) {
        var known = registered(new NewAccount(
                null,
                AccountKind.LEGAL_ENTITY,
                "Known",
                Set.of(),
                vat.iso(),
                null,
                null,
                null,
                Set.of(),
                null,
                vat.full(),
                null));

        assertKnown(known, vat, way, beside);
    }

    /** A partner's question made the account; another partner's must find it, whatever either typed. */
    @Property(tries = TRIES * 3)
    void a_vat_number_a_partner_typed_is_known_however_another_types_it(
            @ForAll("vats") Vat vat,
            @ForAll("ways") Way first,
            @ForAll("ways") Way way,
            @ForAll("besides") Beside beside) {
        assertKnown(asked(typed(vat, first, new Beside(null, vat.iso(), null))), vat, way, beside);
    }

    private void assertKnown(Registered known, Vat vat, Way way, Beside beside) {
        // Where a country has published no check digits, nothing but its letters or itself can say whose number it is.
        Assume.that(way.prefixed()
                || !UNCHECKED.contains(vat.country())
                || vat.country().equals(country(beside)));
        // Where the number is right for the country beside it, it is that country's number and another one.
        Assume.that(way.prefixed()
                || VatNumber.find(vat.number(), country(beside))
                        .filter(other ->
                                !other.equals(VatNumber.find(vat.full(), null).orElseThrow()))
                        .isEmpty());

        assertKnown(known, typed(vat, way, beside));
    }

    private static AccountQuestion typed(Vat vat, Way way, Beside beside) {
        var text = way.write(way.prefixed() ? vat.full() : vat.number(), VAT_LABELS);
        return question(beside, null, way.inDunsField() ? text : null, way.inDunsField() ? null : text);
    }

    private static @Nullable String country(Beside beside) {
        return question(beside, null, null, null).country();
    }

    @Property(tries = TRIES)
    void a_duns_number_is_known_however_it_is_typed(
            @ForAll("ways") Way way, @ForAll("besides") Beside beside, @ForAll long seed) {
        var duns = String.format("%09d", new Random(seed).nextInt(1_000_000_000));
        var known = registered(new NewAccount(
                null, AccountKind.LEGAL_ENTITY, "Known", Set.of(), "DE", null, null, null, Set.of(), duns, null, null));
        var text = way.write(duns, DUNS_LABELS);

        assertKnown(known, question(beside, null, way.inDunsField() ? text : null, way.inDunsField() ? null : text));
    }

    @Property(tries = TRIES)
    void a_registry_number_is_known_however_it_is_typed(
            @ForAll("ways") Way way, @ForAll("besides") Beside beside, @ForAll long seed) {
        var random = new Random(seed);
        var number = String.valueOf(1000 + random.nextInt(99_999));
        var registry = List.of(
                        "HRB " + number + " München", "HRA " + number, "SC" + number, "FN " + number + "k", number)
                .get(random.nextInt(5));
        var known = registered(new NewAccount(
                null,
                AccountKind.LEGAL_ENTITY,
                "Known",
                Set.of(),
                "DE",
                null,
                null,
                null,
                Set.of(),
                null,
                null,
                registry));
        var own = new Beside(beside.name(), "DE", beside.city());
        var text = way.write(registry, List.of(""));

        assertKnown(known, question(own, null, way.inDunsField() ? text : null, way.inDunsField() ? null : text));
    }

    @Property(tries = TRIES * 3)
    void a_domain_is_known_however_it_is_typed(
            @ForAll("domains") String domain, @ForAll("besides") Beside beside, @ForAll long first, @ForAll long then) {
        var known = asked(question(new Beside("Known", null, null), web(domain, new Random(first)), null, null));

        assertKnown(known, question(beside, web(domain, new Random(then)), null, null));
    }

    private static String web(String domain, Random random) {
        var host = pick(random, "", "", "www.", "www2.", "shop.", "a.b-c.", "WWW.") + domain;
        var scripted = random.nextInt(3) == 0 ? ascii(host) : host;
        var cased = pick(random, scripted, scripted.toUpperCase(Locale.ROOT), capitalised(scripted));
        var written = random.nextInt(6) == 0 && host.matches("[ -~]*") ? Way.wide(cased) : cased;
        var dotted = written + pick(random, "", "", ".");
        var before = pick(
                random,
                "",
                "",
                "https://",
                "HTTP://",
                "http://user:pw@",
                "//",
                "sales@",
                "mailto:sales@",
                "Sales <sales@",
                "\u00a0",
                "\u200b",
                "<",
                "\"",
                "ftp://");
        var after = pick(
                random,
                "",
                "",
                "/",
                "/de/über-uns?x=1#top",
                ":8443",
                ":8443/a@b",
                "?q=x",
                "#top",
                "\u00a0",
                ">",
                "\"",
                ",",
                " ",
                ";",
                "/a b");
        return before + dotted + after;
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** As browsers write it, which tell ß from ss. */
    private static String ascii(String host) {
        return IDN.toASCII(host.replace("straße", "xn--strae-oqa").replace("faß", "xn--fa-hia"), IDN.ALLOW_UNASSIGNED);
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static AccountQuestion question(
            Beside beside, @Nullable String domain, @Nullable String duns, @Nullable String vat) {
        return new AccountQuestion(beside.name(), domain, beside.country(), beside.city(), null, null, duns, vat);
    }

    private static Registered registered(NewAccount wanted) {
        return new Registered(((Fine) CheckedAccount.of(wanted))
                .account().identifiers().stream()
                        .filter(identifier -> identifier.kind() != Kind.NAME)
                        .toList());
    }

    private static Registered asked(AccountQuestion question) {
        var identifiers = Identifier.of(question).stream()
                .filter(identifier -> identifier.kind() != Kind.NAME)
                .toList();
        assertThat(identifiers).as("what %s recognises", question).isNotEmpty();
        return new Registered(identifiers);
    }

    private static void assertKnown(Registered known, AccountQuestion question) {
        var nobody = LiveIndex.of(Collections.emptyIterator(), read -> {});
        var matching = new AccountRecogniser(known, () -> Optional.of(nobody)).match(question);

        assertThat(matching.isNobody())
                .as("%s is nobody beside %s", question, known.identifiers())
                .isFalse();
    }

    /** One account, in memory; what is looked up is found as the database finds it. */
    private record Registered(List<Identifier> identifiers) implements RegisteredAccounts {

        private static final AccountView ACCOUNT = account();

        private static AccountView account() {
            var id = AccountId.create();
            return new AccountView(id, null, id, id + "/", AccountKind.LEGAL_ENTITY, "Known", "DE", null, null, null);
        }

        @Override
        public List<Hit> identified(Collection<Identifier> asked) {
            return identifiers.stream()
                    .filter(known -> asked.stream().anyMatch(one -> isSame(known, one)))
                    .map(known -> new Hit(known.kind(), ACCOUNT))
                    .toList();
        }

        private static boolean isSame(Identifier known, Identifier asked) {
            return known.kind() == asked.kind()
                    && known.text().equals(asked.text())
                    && (asked.scope().isEmpty() || Set.of(asked.scope(), "").contains(known.scope()));
        }

        @Override
        public boolean hasIdentifier(AccountId account, Kind kind) {
            return identifiers.stream().anyMatch(identifier -> identifier.kind() == kind);
        }

        @Override
        public List<AccountView> all(Collection<AccountId> ids) {
            return ids.contains(ACCOUNT.id()) ? List.of(ACCOUNT) : List.of();
        }
    }
}

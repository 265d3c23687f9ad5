package io.handsel.accounts.matching;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;

/**
 * Makes many accounts of few: {@code ManyAccounts ACCOUNTS.csv MANY.csv COUNT}. The given ones come first; each further
 * one takes the beginning of one name, the end of another and the place of a third, so that words stay as rare as they
 * are.
 */
final class ManyAccounts {

    private ManyAccounts() {}

    public static void main(String[] arguments) throws IOException {
        var accounts = MatchingFiles.accounts(Path.of(arguments[0]));
        int count = Integer.parseInt(arguments[2]);
        var random = new Random(11);
        var csv = CSVFormat.DEFAULT
                .builder()
                .setHeader("ref_id", "name", "country", "city")
                .setRecordSeparator('\n')
                .get();
        try (var writer = Files.newBufferedWriter(Path.of(arguments[1]), StandardCharsets.UTF_8);
                var rows = csv.print(writer)) {
            for (var account : accounts) {
                rows.printRecord(account.id(), account.names().get(0), account.country(), account.city());
            }
            for (int i = accounts.size(); i < count; i++) {
                var place = any(accounts, random);
                rows.printRecord("M" + i, name(accounts, random), place.country(), place.city());
            }
        }
    }

    private static String name(List<KnownAccount> accounts, Random random) {
        var first = words(accounts, random);
        var second = words(accounts, random);
        var words = new ArrayList<>(first.subList(0, (first.size() + 1) / 2));
        words.addAll(second.subList(second.size() / 2, second.size()));
        return String.join(" ", words);
    }

    private static List<String> words(List<KnownAccount> accounts, Random random) {
        return List.of(any(accounts, random).names().get(0).split(" "));
    }

    private static KnownAccount any(List<KnownAccount> accounts, Random random) {
        return accounts.get(random.nextInt(accounts.size()));
    }
}

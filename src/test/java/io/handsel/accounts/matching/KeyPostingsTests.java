package io.handsel.accounts.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyPostingsTests {

    @Test
    void gives_back_what_was_filed_under_each_key_in_its_order() {
        var postings = new KeyPostings();
        Map<Long, List<Integer>> expected = new HashMap<>();
        var random = new Random(3);
        for (int number = 0; number < 5_000; number++) {
            long key = random.nextInt(700) - 1L;
            postings.file(key, number);
            expected.computeIfAbsent(key, unknown -> new ArrayList<>()).add(number);
        }
        // Key 0 and key 1 share a place: the empty slot is marked by 0.
        var shared = new ArrayList<>(expected.remove(0L));
        shared.addAll(expected.remove(1L));
        shared.sort(Integer::compare);
        expected.put(1L, shared);

        postings.close();

        expected.forEach((key, numbers) -> assertThat(filedUnder(postings, key)).isEqualTo(numbers));
        assertThat(filedUnder(postings, 123_456)).isEmpty();
    }

    private static List<Integer> filedUnder(KeyPostings postings, long key) {
        var numbers = new ArrayList<Integer>();
        int slot = postings.slotOf(key);
        for (int at = postings.start(slot); at < postings.end(slot); at++) {
            numbers.add(postings.number(at));
        }
        return numbers;
    }
}

package io.handsel.recruitment;

import io.handsel.kernel.EmailAddress;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decides and writes some hundred rows of a file at once: one look at what is known of all of them, then one batch per
 * table. What two rows of the same batch have to do with each other is kept in memory between the two.
 */
@Component
class CandidateImportBatch {

    private static final int LONGEST = 200;

    private final CandidateIntake intake;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CandidateImportBatch(CandidateIntake intake, JdbcClient jdbc, JdbcTemplate batches) {
        this.intake = intake;
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** What the candidates of a batch are recognised by. */
    private static final class Register {

        private final Map<String, UUID> domains = new HashMap<>();
        private final Map<String, UUID> addresses = new HashMap<>();
        private final Map<String, List<Named>> names = new HashMap<>();

        private record Named(UUID id, @Nullable String domain) {}

        void add(UUID id, @Nullable String domain, @Nullable String address, String key, String country) {
            if (domain != null) {
                domains.put(domain, id);
            }
            if (address != null) {
                addresses.put(address, id);
            }
            names.computeIfAbsent(country + key, name -> new ArrayList<>()).add(new Named(id, domain));
        }

        Optional<UUID> same(CheckedCandidate candidate) {
            return Optional.ofNullable(domains.get(candidate.domain()))
                    .or(() -> Optional.ofNullable(candidate.email()).map(email -> addresses.get(email.address())))
                    .or(() -> names.getOrDefault(candidate.country() + candidate.key(), List.of()).stream()
                            .filter(named -> candidate.domain() == null || named.domain() == null)
                            .map(Named::id)
                            .findFirst());
        }
    }

    private record Result(
            CandidateDraft draft,
            String result,
            @Nullable String reason,
            @Nullable UUID candidate) {}

    private record Fresh(UUID id, CheckedCandidate candidate, CandidateFit fit, OutreachState outreach) {}

    /** @return how many rows had which result */
    Map<String, Long> take(
            CandidateImportId run,
            Campaign campaign,
            List<CandidateDraft> drafts,
            IdealProfile.Reading profile,
            Instant now) {
        intake.lock();
        var register = lookUp(drafts);
        var closed = closed(drafts);
        var results = new ArrayList<Result>();
        var fresh = new ArrayList<Fresh>();
        for (var draft : drafts) {
            var candidate = draft.candidate();
            if (candidate == null) {
                results.add(new Result(draft, "REFUSED", draft.problem(), null));
                continue;
            }
            var known = register.same(candidate);
            if (known.isPresent()) {
                results.add(new Result(draft, "KNOWN", null, known.get()));
                continue;
            }
            var address = candidate.email() == null ? null : candidate.email().address();
            var isClosed = address != null && closed.contains(address);
            var added = new Fresh(
                    UUID.randomUUID(),
                    candidate,
                    profile.of(campaign, candidate),
                    isClosed ? OutreachState.OPTED_OUT : OutreachState.NONE);
            fresh.add(added);
            register.add(added.id(), candidate.domain(), address, candidate.key(), candidate.country());
            results.add(new Result(draft, isClosed ? "OPTED_OUT" : "CREATED", null, added.id()));
        }
        write(run, campaign, fresh, results, now);
        return results.stream().collect(Collectors.groupingBy(Result::result, Collectors.counting()));
    }

    private Register lookUp(List<CandidateDraft> drafts) {
        var register = new Register();
        var candidates = candidates(drafts);
        known(
                register,
                "domain",
                candidates.stream().map(CheckedCandidate::domain).toList());
        known(register, "email", addresses(candidates));
        known(
                register,
                "company_key",
                candidates.stream().map(CheckedCandidate::key).toList());
        return register;
    }

    private void known(Register register, String column, Collection<@Nullable String> wanted) {
        var texts = wanted.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        if (texts.isEmpty()) {
            return;
        }
        jdbc.sql("select id, domain, email, company_key, country from candidate where merged_into is null and " + column
                        + " in (:texts)")
                .param("texts", texts)
                .query((row, number) -> {
                    register.add(
                            row.getObject("id", UUID.class),
                            row.getString("domain"),
                            row.getString("email"),
                            row.getString("company_key"),
                            row.getString("country"));
                    return number;
                })
                .list();
    }

    /** The addresses among these that want no mails. */
    private Set<String> closed(List<CandidateDraft> drafts) {
        var addresses =
                addresses(candidates(drafts)).stream().filter(Objects::nonNull).collect(Collectors.toSet());
        return addresses.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("""
                                select address from outreach_address
                                where standing = 'OPTED_OUT' and address in (:addresses)
                                """)
                        .param("addresses", addresses)
                        .query(String.class)
                        .list());
    }

    private static List<CheckedCandidate> candidates(List<CandidateDraft> drafts) {
        return drafts.stream()
                .map(CandidateDraft::candidate)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<@Nullable String> addresses(List<CheckedCandidate> candidates) {
        return candidates.stream()
                .map(CheckedCandidate::email)
                .map(email -> email == null ? null : email.address())
                .toList();
    }

    private void write(CandidateImportId run, Campaign campaign, List<Fresh> fresh, List<Result> results, Instant now) {
        batches.batchUpdate(
                """
                insert into candidate (id, version, campaign_id, company, company_key, domain, country, contact, email,
                    telephone, language, segment, employees, technicians, services, complementary, rival, source, state,
                    outreach, score, advice, criteria, added_at)
                values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'CSV', 'IDENTIFIED', ?, ?, ?, ?, ?)
                """, fresh.stream().map(each -> row(campaign, each, now)).toList(), TYPES);
        batches.batchUpdate(
                """
                insert into candidate_import_row (import_id, row_number, company, result, reason, candidate_id)
                values (?, ?, ?, ?, ?, ?)
                """,
                results.stream()
                        .map(each -> Arrays.asList(
                                        run.id(),
                                        each.draft().number(),
                                        cut(each.draft().company()),
                                        each.result(),
                                        each.reason(),
                                        each.candidate())
                                .toArray())
                        .toList());
    }

    private static final int[] TYPES = {
        Types.OTHER,
        Types.OTHER,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.INTEGER,
        Types.INTEGER,
        Types.BOOLEAN,
        Types.BOOLEAN,
        Types.BOOLEAN,
        Types.VARCHAR,
        Types.INTEGER,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.TIMESTAMP_WITH_TIMEZONE
    };

    private static Object[] row(Campaign campaign, Fresh fresh, Instant now) {
        var candidate = fresh.candidate();
        var traits = candidate.traits();
        EmailAddress email = candidate.email();
        return Arrays.asList(
                        fresh.id(),
                        campaign.id().id(),
                        candidate.company(),
                        candidate.key(),
                        candidate.domain(),
                        candidate.country(),
                        candidate.contact(),
                        email == null ? null : email.address(),
                        candidate.telephone(),
                        candidate.language(),
                        traits.segment(),
                        traits.employees(),
                        traits.technicians(),
                        traits.services(),
                        traits.complementary(),
                        traits.rival(),
                        fresh.outreach().name(),
                        fresh.fit().score(),
                        fresh.fit().advice().name(),
                        fresh.fit().criteria(),
                        CandidateImportStore.moment(now))
                .toArray();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}

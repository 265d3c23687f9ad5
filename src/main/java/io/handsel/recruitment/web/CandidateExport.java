package io.handsel.recruitment.web;

import io.handsel.recruitment.CandidateSummary;
import io.handsel.shell.HarmlessCsv;
import java.util.List;

/** The board as a file for spreadsheets. */
final class CandidateExport {

    private CandidateExport() {}

    static String of(List<CandidateSummary> candidates) {
        var text = new StringBuilder();
        var file = new HarmlessCsv(
                text,
                "company",
                "domain",
                "country",
                "contact",
                "email",
                "source",
                "state",
                "outreach",
                "score",
                "advice",
                "criteria",
                "added");
        candidates.forEach(candidate -> file.row(
                candidate.company(),
                candidate.domain(),
                candidate.country(),
                candidate.contact(),
                candidate.email(),
                candidate.source(),
                candidate.state(),
                candidate.outreach(),
                candidate.fit().score(),
                candidate.fit().advice(),
                candidate.fit().criteria(),
                candidate.addedAt()));
        return text.toString();
    }
}

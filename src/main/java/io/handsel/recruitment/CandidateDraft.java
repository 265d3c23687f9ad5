package io.handsel.recruitment;

import io.handsel.imports.ImportCells;
import io.handsel.imports.ImportRow;
import io.handsel.recruitment.CheckedCandidate.Result.Checked;
import io.handsel.recruitment.CheckedCandidate.Result.Wrong;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file as far as it can be understood by itself.
 *
 * @param problem why it is refused; there is no candidate then
 */
record CandidateDraft(
        long number,
        String company,
        @Nullable CheckedCandidate candidate,
        @Nullable String problem) {

    private static final int LONGEST_NUMBER = 8;

    static CandidateDraft of(ImportRow row, int columnCount, Map<CandidateColumn, Integer> columns, Campaign campaign) {
        var number = row.number();
        if (row.cells() instanceof ImportCells.Unreadable unreadable) {
            return new CandidateDraft(number, "", null, unreadable.problem().name());
        }
        var cells = ((ImportCells.Cells) row.cells()).texts();
        if (cells.size() != columnCount) {
            return new CandidateDraft(number, "", null, ImportCells.Problem.WRONG_CELL_COUNT.name());
        }
        var company = Objects.requireNonNullElse(CandidateColumn.COMPANY.of(cells, columns), "");
        if (columns.values().stream().map(cells::get).anyMatch(CandidateDraft::isFormula)) {
            return new CandidateDraft(number, company, null, ImportCells.Problem.FORMULA.name());
        }
        try {
            var checked = CheckedCandidate.check(wish(company, cells, columns), campaign);
            return checked instanceof Wrong wrong
                    ? new CandidateDraft(number, company, null, wrong.reason().name())
                    : new CandidateDraft(number, company, ((Checked) checked).candidate(), null);
        } catch (NumberFormatException noNumber) {
            return new CandidateDraft(number, company, null, RecruitmentRefusal.NO_NUMBER.name());
        }
    }

    /** A telephone number may begin with a plus and have brackets. */
    private static boolean isFormula(String cell) {
        return ImportCells.isFormula(cell) && !cell.strip().matches("\\+[0-9 ()/.-]+");
    }

    private static NewCandidate wish(String company, List<String> cells, Map<CandidateColumn, Integer> columns) {
        var language = CandidateColumn.LANGUAGE.of(cells, columns);
        var segment = CandidateColumn.SEGMENT.of(cells, columns);
        return new NewCandidate(
                company,
                CandidateColumn.WEBSITE.of(cells, columns),
                Objects.requireNonNullElse(CandidateColumn.COUNTRY.of(cells, columns), ""),
                CandidateColumn.CONTACT.of(cells, columns),
                CandidateColumn.EMAIL.of(cells, columns),
                CandidateColumn.TELEPHONE.of(cells, columns),
                language == null ? null : language.toLowerCase(Locale.ROOT),
                new CandidateTraits(
                        segment == null ? null : segment.toLowerCase(Locale.ROOT),
                        count(CandidateColumn.EMPLOYEES.of(cells, columns)),
                        count(CandidateColumn.TECHNICIANS.of(cells, columns)),
                        yes(CandidateColumn.SERVICES.of(cells, columns)),
                        yes(CandidateColumn.COMPLEMENTARY.of(cells, columns)),
                        yes(CandidateColumn.RIVAL.of(cells, columns))));
    }

    private static @Nullable Integer count(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var digits = text.replaceAll("(?<=\\d)[., '](?=\\d{3}(\\D|$))", "");
        if (!digits.matches("\\d{1," + LONGEST_NUMBER + "}")) {
            throw new NumberFormatException("Not a count: " + text);
        }
        return Integer.valueOf(digits);
    }

    /** What is neither is not known. */
    private static @Nullable Boolean yes(@Nullable String text) {
        return text == null ? null : ImportCells.yesOrNo(text).orElse(null);
    }
}

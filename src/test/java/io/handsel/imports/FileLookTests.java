package io.handsel.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.imports.ImportCells.Problem;
import io.handsel.imports.ImportCells.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileLookTests {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    @Test
    void most_rows_say_how_a_file_is_written_and_one_of_another_kind_spoils_nothing() throws IOException {
        assertThat(look("name\nMüller\nMeier\nBäcker\n", "Köhler\n", WESTERN)
                        .writing()
                        .charset())
                .isEqualTo(StandardCharsets.UTF_8);
        assertThat(look("name\nMeier\n", "Köhler\nBäcker\n", WESTERN).writing().charset())
                .isEqualTo(WESTERN);
        assertThat(look("name\nMeier\n", "", WESTERN).writing().charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {"a,b;c,d#,", "a;b;c#;", "a|b#|", "name#,"})
    void the_headings_say_what_separates_cells(String headings, char delimiter) throws IOException {
        assertThat(look(headings + "\n", "", WESTERN).writing().delimiter()).isEqualTo(delimiter);
    }

    @Test
    void counts_the_rows_below_the_headings() throws IOException {
        var look = look("\uFEFFname,country\n\nAcme,DE\n  \n\"Two\nlines\",DE\n", "", WESTERN);

        assertThat(look.headings()).containsExactly("name", "country");
        assertThat(look.rows()).isEqualTo(2);
    }

    @Test
    void headings_that_cannot_be_read_are_none() throws IOException {
        assertThat(look("a,\"b\nAcme,DE\n", "", WESTERN).headings()).isEmpty();
        var endless = look("x".repeat(BoundedRecords.LONGEST + 1) + "\nAcme\n", "", WESTERN);
        assertThat(endless.headings()).isEmpty();
        assertThat(endless.headingsTooLong()).isTrue();
        assertThat(FileLook.at(new ByteArrayInputStream(new byte[0]))).isEmpty();
    }

    /** No database keeps a zero character: the row is refused, and not the batch it is in. */
    @Test
    void a_row_with_a_zero_character_cannot_be_read() throws IOException {
        var row = "Ac\0me".getBytes(StandardCharsets.UTF_8);
        try (var records = new BoundedRecords(new ByteArrayInputStream(row))) {
            assertThat(new ImportCells(StandardCharsets.UTF_8, ',').read(records.next()))
                    .isEqualTo(new Unreadable(Problem.MALFORMED));
        }
    }

    @Test
    void reads_over_a_line_of_a_gigabyte_without_keeping_it() throws IOException {
        try (var records = new BoundedRecords(new Letters(1L << 30))) {
            var record = records.next();

            assertThat(record.tooLong()).isTrue();
            assertThat(record.bytes()).isEmpty();
            assertThat(records.next()).isNull();
        }
    }

    private static FileLook look(String unicode, String other, Charset charset) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(unicode.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(other.getBytes(charset));
        return FileLook.at(new ByteArrayInputStream(bytes.toByteArray())).orElseThrow();
    }
}

package io.handsel.forms;

import io.handsel.forms.Component.Container;
import io.handsel.forms.Component.DateSubtype;
import io.handsel.forms.Component.DateTimeField;
import io.handsel.forms.Component.DynamicList;
import io.handsel.forms.Component.Field;
import io.handsel.forms.Component.FilePicker;
import io.handsel.forms.Component.Group;
import io.handsel.forms.Component.NumberField;
import io.handsel.forms.Component.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One visible component of a filled form: what a template needs, nothing it has to compute. */
public record FormPart(
        Component component,
        String name,
        boolean readonly,
        Wording wording,
        Entry entry,
        List<FormError> errors,
        List<FormPart> children,
        List<FormRow> rows,
        TableRows table) {

    private static final Pattern NOT_IN_IDS = Pattern.compile("[^\\p{L}\\p{N}_]+");

    /** The answer as the page shows it; what could not be read stays as it was typed. */
    public record Entry(String text, String date, String time, boolean checked, String label, List<Offer> offers) {

        static final Entry NONE = new Entry("", "", "", false, "", List.of());
    }

    /** A choice. */
    public record Offer(String id, String token, String label, boolean chosen) {}

    /** A row of a list. */
    public record FormRow(int number, String name, List<FormPart> parts) {

        public List<List<FormPart>> lines() {
            return FormPart.lines(parts);
        }

        FormRow with(String field, FormError error) {
            return new FormRow(
                    number,
                    name,
                    parts.stream().map(part -> part.with(field, error)).toList());
        }
    }

    /** What a table shows, and how many rows it leaves out. */
    public record TableRows(List<String> headings, List<List<String>> cells, int leftOut) {

        static final TableRows NONE = new TableRows(List.of(), List.of(), 0);
    }

    public String kind() {
        return component.type();
    }

    public String id() {
        String base = component instanceof Field || component instanceof Container && !name.isEmpty() ? name : "";
        return "f-" + NOT_IN_IDS.matcher(base.isEmpty() ? component.id() : base).replaceAll("-");
    }

    public boolean invalid() {
        return !errors.isEmpty();
    }

    public boolean required() {
        return component instanceof Field field && field.binding().validation().required();
    }

    public boolean disabled() {
        return component instanceof Field field && field.binding().disabled();
    }

    /** For controls that know no read-only state; the server keeps their value anyway. */
    public boolean locked() {
        return disabled() || readonly;
    }

    /** The ids that describe the control, only those on the page; null for none. */
    public @Nullable String describedBy() {
        List<String> ids = new ArrayList<>();
        if (!wording.hint().isEmpty()) {
            ids.add(id() + "-hint");
        }
        if (invalid()) {
            ids.add(id() + "-error");
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    public String inputType() {
        if (component instanceof TextField text) {
            return text.binding().validation().emailWanted()
                    ? "email"
                    : text.binding().validation().phoneWanted() ? "tel" : "text";
        }
        return "text";
    }

    public String inputMode() {
        Integer digits = component instanceof NumberField number ? number.decimalDigits() : null;
        return digits != null && digits == 0 ? "numeric" : "decimal";
    }

    public @Nullable String autocomplete() {
        return component.common().extras().autocomplete();
    }

    /** Whether "is it free?" is asked beside this field. */
    public boolean accountCheck() {
        return component.common().extras().accountCheck();
    }

    public boolean hasDate() {
        return component instanceof DateTimeField field && field.subtype().hasDate();
    }

    public boolean hasTime() {
        return component instanceof DateTimeField field && field.subtype().hasTime();
    }

    public boolean dateAndTime() {
        return component instanceof DateTimeField field && field.subtype() == DateSubtype.DATETIME;
    }

    public int seconds() {
        return component instanceof DateTimeField field ? field.timeInterval() * 60 : 60;
    }

    public boolean searchable() {
        return component instanceof Component.Choice choice && choice.searchable();
    }

    /** Many tags are found by typing, a few are simply shown. */
    public boolean manyOffers() {
        return entry.offers().size() > 12;
    }

    public List<Offer> chosen() {
        return entry.offers().stream().filter(Offer::chosen).toList();
    }

    public List<Offer> notChosen() {
        return entry.offers().stream().filter(offer -> !offer.chosen()).toList();
    }

    public boolean severalFiles() {
        return component instanceof FilePicker picker && !picker.multiple().equals("false");
    }

    public boolean outlined() {
        return component instanceof Group group && group.showOutline()
                || component instanceof DynamicList list && list.showOutline();
    }

    public boolean changesRows() {
        return component instanceof DynamicList list && list.allowAddRemove();
    }

    public String action() {
        return component instanceof Component.Button button ? button.action() : "submit";
    }

    public String width() {
        Integer columns = component.common().layout().columns();
        return columns == null ? "share" : "of16-" + columns;
    }

    public List<List<FormPart>> lines() {
        return lines(children);
    }

    FormPart with(String field, FormError error) {
        return new FormPart(
                component,
                name,
                readonly,
                wording,
                entry,
                component instanceof Field && name.equals(field) ? List.of(error) : errors,
                children.stream().map(child -> child.with(field, error)).toList(),
                rows.stream().map(row -> row.with(field, error)).toList(),
                table);
    }

    /** This part and all below it. */
    List<FormPart> all() {
        List<FormPart> all = new ArrayList<>(List.of(this));
        children.forEach(child -> all.addAll(child.all()));
        rows.forEach(row -> row.parts().forEach(part -> all.addAll(part.all())));
        return all;
    }

    /** Siblings of the same row share a line, wherever they stand; without a row each has its own. */
    static List<List<FormPart>> lines(List<FormPart> parts) {
        Map<String, List<FormPart>> lines = new LinkedHashMap<>();
        for (FormPart part : parts) {
            String row = part.component().common().layout().row();
            String line = row == null ? "own " + part.component().id() : "row " + row;
            lines.computeIfAbsent(line, fresh -> new ArrayList<>()).add(part);
        }
        return List.copyOf(lines.values());
    }
}

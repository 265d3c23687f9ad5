package io.handsel.territory;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps a working week as one readable text: it is always read and written whole. */
@Converter
class WorkingWeekConverter implements AttributeConverter<WorkingWeek, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable WorkingWeek week) {
        return week == null ? null : week.written();
    }

    @Override
    public @Nullable WorkingWeek convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : WorkingWeek.parse(column);
    }
}

package io.handsel.forms;

/** What a part of a form says; empty texts are not shown. Markup is sanitised. */
public record Wording(
        String label,
        String hint,
        String help,
        String prefix,
        String suffix,
        String dateLabel,
        String timeLabel,
        String html,
        String source,
        String alt,
        String accept) {}

package io.handsel.accounts;

import java.util.List;
import java.util.Map;

/** The beginning of an uploaded file, for saying which column holds what. */
public record ImportPreview(List<String> headings, List<List<String>> rows, Map<ImportField, Integer> guess) {}

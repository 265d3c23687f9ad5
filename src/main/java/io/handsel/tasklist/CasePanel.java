package io.handsel.tasklist;

/**
 * The owning module's part of the task page.
 *
 * @param fragment the Thymeleaf fragment, such as {@code deals/_panel :: panel}; it reads {@code ${panel.content}}
 * @param content the view record the fragment shows
 */
public record CasePanel(String fragment, Object content) {}

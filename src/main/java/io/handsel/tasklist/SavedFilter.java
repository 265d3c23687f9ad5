package io.handsel.tasklist;

import java.util.UUID;

/**
 * A filter somebody keeps under a name.
 *
 * @param mine whether the reader saved it, and may remove it
 * @param shared whether everybody who works with the list sees it
 */
public record SavedFilter(UUID id, String name, TaskFilter filter, boolean mine, boolean shared) {}

package io.handsel.tasklist;

import io.handsel.engine.BusinessKey;
import io.handsel.engine.UserTask;
import io.handsel.forms.FormValues;
import io.handsel.security.Actor;

/**
 * The situation in which somebody decides.
 *
 * @param actor who decides; as a deputy, with the absentee's roles for this task
 * @param answers all checked answers, also those a designer added that no Java knows
 */
public record TaskContext(UserTask task, BusinessKey key, Actor actor, FormValues answers) {}

package io.handsel.tasklist.web;

import io.handsel.forms.FormData;
import io.handsel.forms.FormFilling;
import io.handsel.forms.FormInput;
import io.handsel.forms.Submission;
import io.handsel.forms.Viewer;
import io.handsel.security.Actor;
import io.handsel.tasklist.Choice;
import io.handsel.tasklist.DeskOutcome;
import io.handsel.tasklist.DeskOutcome.Done;
import io.handsel.tasklist.TaskDesk;
import io.handsel.tasklist.TaskDossier;
import io.handsel.tasklist.TaskDossiers;
import io.handsel.tasklist.TaskNotFound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One act on many tasks. Each task has a transaction of its own, so that what fails for one leaves the others done; few
 * such requests run at a time, because each holds a second connection.
 */
@Component
class ManyTasks {

    private static final String CHOICE = "choice:";
    private static final int MOST_AT_A_TIME = 3;

    private final TaskDesk desk;
    private final TaskDossiers dossiers;
    private final TaskPages pages;
    private final FormFilling filling;
    private final MessageSource messages;
    private final TransactionTemplate alone;
    private final Semaphore places = new Semaphore(MOST_AT_A_TIME);

    ManyTasks(
            TaskDesk desk,
            TaskDossiers dossiers,
            TaskPages pages,
            FormFilling filling,
            MessageSource messages,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.dossiers = dossiers;
        this.pages = pages;
        this.filling = filling;
        this.messages = messages;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param sentence why not, where it is not ok */
    record Row(String id, long version, String title, String name, boolean ok, String sentence) {}

    Row foresee(Actor actor, String id, String act) {
        return row(actor, id, dossier -> {
            var entry = dossier.entry();
            if (act.equals("claim")) {
                return dossier.obstacle()
                        .orElseGet(() -> entry.assignee() == null || entry.isHeldBy(actor.person())
                                ? new Done()
                                : desk.fate(actor, id));
            }
            if (act.equals("release")) {
                return entry.isHeldBy(actor.person())
                        ? new Done()
                        : new DeskOutcome.Refused(DeskOutcome.Reason.NOT_YOURS);
            }
            return decided(actor, dossier, act, accepted -> desk.foresee(actor, entry, accepted.values()));
        });
    }

    Row act(Actor actor, String id, long version, String act) {
        return row(actor, id, dossier -> {
            if (dossier.entry().version() != version) {
                return desk.fate(actor, id);
            }
            return switch (act) {
                case "claim" -> desk.claim(actor, id);
                case "release" -> desk.release(actor, id);
                default ->
                    decided(
                            actor,
                            dossier,
                            act,
                            accepted -> desk.decide(actor, id, version, accepted.values(), accepted.files()));
            };
        });
    }

    /** What the act is called. */
    String name(String act) {
        return sentence(dossiers.everyChoice().stream()
                .filter(choice -> act.equals(CHOICE + choice.name()))
                .findFirst()
                .map(Choice::label)
                .orElse(act.equals("release") ? "tasklist.release" : "tasklist.claim"));
    }

    private DeskOutcome decided(
            Actor actor, TaskDossier dossier, String act, Function<Submission.Accepted, DeskOutcome> decide) {
        Optional<Choice> choice = dossier.choices().stream()
                .filter(offered -> act.equals(CHOICE + offered.name()))
                .findFirst();
        if (choice.isEmpty()) {
            return new DeskOutcome.Refused("tasklist.bulk.noSuchChoice", List.of(), null);
        }
        var submission = filling.submit(
                pages.schema(dossier.task()),
                ChoiceInput.filled(FormInput.of(Map.of()), choice.get()),
                FormData.of(dossier.formData()),
                Viewer.of(actor));
        return submission instanceof Submission.Accepted accepted
                ? decide.apply(accepted)
                : new DeskOutcome.Refused("tasklist.bulk.moreAsked", List.of(), null);
    }

    private Row row(Actor actor, String id, Function<TaskDossier, DeskOutcome> act) {
        try {
            return inTurn(() -> alone.execute(status -> {
                var dossier = dossiers.hold(actor, id);
                if (dossier.isEmpty()) {
                    return missing(id, desk.fate(actor, id));
                }
                var entry = dossier.get().entry();
                var outcome = act.apply(dossier.get());
                if (!(outcome instanceof Done)) {
                    status.setRollbackOnly();
                }
                return new Row(
                        id,
                        entry.version(),
                        entry.title(),
                        entry.name(),
                        outcome instanceof Done,
                        pages.sentence(outcome));
            }));
        } catch (TaskNotFound gone) {
            return new Row(id, 0, "–", "–", false, sentence("tasklist.bulk.gone"));
        } catch (ConcurrencyFailureException faster) {
            return new Row(id, 0, "–", "–", false, sentence("tasklist.bulk.changed"));
        }
    }

    private Row missing(String id, DeskOutcome fate) {
        return new Row(id, 0, "–", "–", false, pages.sentence(fate));
    }

    private String sentence(String key) {
        return messages.getMessage(key, null, key, LocaleContextHolder.getLocale());
    }

    private <T> T inTurn(Supplier<T> act) {
        places.acquireUninterruptibly();
        try {
            return act.get();
        } finally {
            places.release();
        }
    }
}

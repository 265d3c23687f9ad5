package io.handsel.forms;

import io.handsel.forms.FormPage.DraftState;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forms with their drafts: opens where somebody left off, saves while they type, and gives up the draft when it is sent. */
@Service
public class FormDesk {

    private final FormFilling filling;
    private final FormDrafts drafts;

    FormDesk(FormFilling filling, FormDrafts drafts) {
        this.filling = filling;
        this.drafts = drafts;
    }

    /** The form as its owner left it. */
    @Transactional(readOnly = true)
    public FormPage open(
            FormSchema schema, DraftKey key, Map<String, ? extends @Nullable Object> known, Viewer viewer) {
        FormDraft draft = drafts.load(key).orElse(null);
        return draft == null
                ? FormPage.of(filling.open(schema, FormData.of(known), viewer))
                : new FormPage(
                        filling.open(schema, FormData.of(known).with(draft.answers()), viewer),
                        draft.version(),
                        DraftState.SAVED,
                        false);
    }

    /** Something was typed: the page answers and the draft is saved. */
    @Transactional
    public FormPage type(
            FormSchema schema,
            DraftKey key,
            FormInput input,
            Map<String, ? extends @Nullable Object> known,
            Viewer viewer) {
        return saved(key, input, filling.update(schema, input, data(key, known), viewer), false);
    }

    /**
     * The form was sent. What is refused is kept as a draft; what is accepted keeps its draft until the caller has done
     * what was asked for and calls {@link #done}.
     */
    @Transactional
    public Sent send(
            FormSchema schema,
            DraftKey key,
            FormInput input,
            Map<String, ? extends @Nullable Object> known,
            Viewer viewer) {
        Submission submission = filling.submit(schema, input, data(key, known), viewer);

        return submission instanceof Submission.Refused refused
                ? new Sent(submission, saved(key, input, refused.form(), !input.changesRows()))
                : new Sent(submission, new FormPage(submission.form(), input.draftVersion(), DraftState.NONE, true));
    }

    /** A sent form that the domain refused: its page with the complaint at the field, the draft kept. */
    @Transactional
    public FormPage refused(DraftKey key, FormInput input, FilledForm form, String field, FormError error) {
        return saved(key, input, form.with(field, error), true);
    }

    /** The answers have become something: the draft is gone. */
    @Transactional
    public void done(DraftKey key) {
        drafts.discard(key);
    }

    /** @param page to be shown again, if the answers were not taken */
    public record Sent(Submission submission, FormPage page) {}

    private FormData data(DraftKey key, Map<String, ? extends @Nullable Object> known) {
        return drafts.load(key)
                .map(draft -> FormData.of(known).with(draft.answers()))
                .orElseGet(() -> FormData.of(known));
    }

    private FormPage saved(DraftKey key, FormInput input, FilledForm form, boolean sent) {
        DraftOutcome outcome = drafts.save(key, input.draftVersion(), form.draft());
        if (outcome instanceof DraftOutcome.Saved saved) {
            return new FormPage(form, saved.version(), DraftState.SAVED, sent);
        }
        DraftState state =
                outcome instanceof DraftOutcome.TooLarge ? DraftState.TOO_LARGE : DraftState.CHANGED_ELSEWHERE;
        return new FormPage(form, input.draftVersion(), state, sent);
    }
}

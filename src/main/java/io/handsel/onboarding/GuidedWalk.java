package io.handsel.onboarding;

import io.handsel.agreements.Agreements;
import io.handsel.partner.PartnerId;
import io.handsel.security.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A walk through the real pages. It knows which comes next and notices when somebody was there. */
@Service
@Transactional
public class GuidedWalk {

    private final JdbcClient jdbc;
    private final Agreements agreements;
    private final PartnerOnboarding onboarding;
    private final OnboardingOverview overview;
    private final Clock clock;

    GuidedWalk(
            JdbcClient jdbc,
            Agreements agreements,
            PartnerOnboarding onboarding,
            OnboardingOverview overview,
            Clock clock) {
        this.jdbc = jdbc;
        this.agreements = agreements;
        this.onboarding = onboarding;
        this.overview = overview;
        this.clock = clock;
    }

    /** Begins, or goes on where somebody has stopped; nobody is led whose company is not on its way. */
    public boolean begin(Actor actor) {
        if (overview.own(actor).filter(track -> track.onboarding().isRunning()).isEmpty()) {
            return false;
        }
        jdbc.sql("""
                        insert into onboarding_walk (person_id, partner_id, paused) values (?, ?, false)
                        on conflict do nothing
                        """).params(actor.person().id(), partnerOf(actor).id()).update();
        pause(actor, false);
        return true;
    }

    /** Somebody does not want to be led for now. */
    public void leave(Actor actor) {
        pause(actor, true);
    }

    private void pause(Actor actor, boolean paused) {
        jdbc.sql("update onboarding_walk set paused = ? where person_id = ?")
                .params(paused, actor.person().id())
                .update();
    }

    /** How far somebody has come; empty where they have not begun. */
    @Transactional(readOnly = true)
    public Optional<WalkView> of(Actor actor) {
        return jdbc.sql("""
                        select paused, manager_at, document_at, practice_at, state_at, partner_id from onboarding_walk
                        where person_id = ?
                        """).param(actor.person().id()).query(this::walk).optional();
    }

    /**
     * Somebody has seen this page; where it is the one they were to find, they have.
     *
     * @return how far they have come now
     */
    public Optional<WalkView> visited(Actor actor, String path) {
        var before = of(actor);
        var found = before.filter(walk -> !walk.paused())
                .flatMap(walk -> walk.next()
                        .filter(stage -> stage != WalkStage.PRACTICE)
                        .filter(stage -> isThere(path, walk.page(stage, actor))));
        found.ifPresent(stage -> noted(actor, stage));
        return found.isPresent() ? of(actor) : before;
    }

    private static boolean isThere(String path, String page) {
        return path.equals(page) || path.startsWith(page + "/");
    }

    /** Practises: looks like a registration, and leaves nothing where deals, customers and questions are kept. */
    public void practise(Actor actor, String customer, String valueText) {
        jdbc.sql("delete from practice_deal where person_id = ?")
                .param(actor.person().id())
                .update();
        jdbc.sql("""
                        insert into practice_deal (person_id, partner_id, customer, value_text, made_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        actor.person().id(),
                        partnerOf(actor).id(),
                        customer,
                        valueText,
                        Timestamp.from(clock.instant()))
                .update();
        of(actor).flatMap(WalkView::next).filter(WalkStage.PRACTICE::equals).ifPresent(stage -> noted(actor, stage));
    }

    /** What this person has practised with; nobody else can ask. */
    @Transactional(readOnly = true)
    public Optional<PracticeDeal> practiceOf(Actor actor) {
        return jdbc.sql("select customer, value_text, made_at from practice_deal where person_id = ?")
                .param(actor.person().id())
                .query((row, number) -> new PracticeDeal(
                        row.getString("customer"),
                        row.getString("value_text"),
                        row.getTimestamp("made_at").toInstant()))
                .optional();
    }

    private void noted(Actor actor, WalkStage stage) {
        var column = stage.name().toLowerCase(Locale.ROOT) + "_at";
        jdbc.sql("update onboarding_walk set " + column + " = ? where person_id = ? and " + column + " is null")
                .params(Timestamp.from(clock.instant()), actor.person().id())
                .update();
        if (of(actor).flatMap(WalkView::next).isEmpty()) {
            onboarding.finish(partnerOf(actor), StepKind.WALK, actor.person());
        }
    }

    private WalkView walk(ResultSet row, int number) throws SQLException {
        List<WalkStage> done = new ArrayList<>();
        for (var stage : WalkStage.values()) {
            if (row.getTimestamp(stage.name().toLowerCase(Locale.ROOT) + "_at") != null) {
                done.add(stage);
            }
        }
        var partner = PartnerId.parse(row.getString("partner_id"));
        return new WalkView(
                done, row.getBoolean("paused"), agreements.of(partner).isPresent());
    }

    private static PartnerId partnerOf(Actor actor) {
        return actor.partner()
                .map(PartnerId::of)
                .orElseThrow(() -> new IllegalStateException("Only people of partners are led"));
    }
}

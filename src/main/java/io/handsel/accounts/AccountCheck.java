package io.handsel.accounts;

import io.handsel.accounts.AccountStanding.Seen;
import io.handsel.accounts.AccountStore.DesignationRow;
import io.handsel.accounts.CustomerParts.Meant;
import io.handsel.accounts.QuestionLog.Admission;
import io.handsel.accounts.QuestionLog.Asked;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerScope;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** "Is this customer free?" */
@Service
@Transactional
public class AccountCheck {

    private final AccountMatcher matcher;
    private final AccountStanding standing;
    private final CustomerParts parts;
    private final PartsTold told;
    private final ClaimStore claims;
    private final ColleagueStore colleagues;
    private final QuestionLog log;
    private final Partners partners;
    private final People people;
    private final Clock clock;

    AccountCheck(
            AccountMatcher matcher,
            AccountStanding standing,
            CustomerParts parts,
            PartsTold told,
            ClaimStore claims,
            ColleagueStore colleagues,
            QuestionLog log,
            Partners partners,
            People people,
            Clock clock) {
        this.matcher = matcher;
        this.standing = standing;
        this.parts = parts;
        this.told = told;
        this.claims = claims;
        this.colleagues = colleagues;
        this.log = log;
        this.partners = partners;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Answers a partner's person; counted and logged, and telling nothing about other partners.
     *
     * @throws IllegalStateException if the actor works for no partner
     */
    public AccountAnswer ask(Actor actor, AccountQuestion question, ClaimScope scope, QuestionOccasion occasion) {
        var partner = partners.get(partnerOf(actor));
        var now = clock.instant();
        var asked = new Asked(question, scope, occasion);
        if (Identifier.of(question).isEmpty()) {
            log.record(actor, partner, asked, Admission.ofNothing(), AccountVerdict.UNCLEAR, null, now);
            return AccountAnswer.of(AccountVerdict.UNCLEAR);
        }
        claims.lockAsker(partner.id());
        var admission = log.admit(actor, partner, asked, now);
        if (admission.refused() != null) {
            return AccountAnswer.refused(admission.refused(), admission.again(), now);
        }
        var inspected = look(partner.id(), question, scope, now);
        var several = inspected.customer().several(partner.id(), parts);
        if (several) {
            told.tell(actor.person(), question, now);
        }
        var answer = answer(actor, inspected).withParts(several).beforeNext(admission.next());
        log.record(
                actor,
                partner,
                asked,
                admission,
                answer.verdict(),
                inspected.customer().meant().map(meant -> meant.found().id()).orElse(null),
                now);
        return answer;
    }

    /** The same, asked for its own sake. */
    public AccountAnswer ask(Actor actor, AccountQuestion question, ClaimScope scope) {
        return ask(actor, question, scope, QuestionOccasion.CHECK);
    }

    /** The same for everything the standard program sells. */
    public AccountAnswer ask(Actor actor, AccountQuestion question) {
        return ask(actor, question, ClaimScope.everything());
    }

    /** Whether this person has heard, in an answer, that the customer has several parts; counts as no question. */
    @Transactional(readOnly = true)
    public boolean hasToldOfParts(Actor actor, AccountQuestion question) {
        return told.toWhom(actor.person(), question);
    }

    /** Whom the question means, whoever asks it and whatever the answer; for the process and for reviewers only. */
    @Transactional(readOnly = true)
    public RecognisedCustomer recognise(AccountQuestion question) {
        return recognised(question).view();
    }

    /** Everything behind the answer this partner would get; for the process and for reviewers only. */
    @Transactional(readOnly = true)
    public AccountInspection inspect(PartnerId partner, AccountQuestion question, ClaimScope scope) {
        var inspected = look(partner, question, scope, clock.instant());
        var seen = inspected.seen();
        var customer = inspected.customer().view();
        var designation = Optional.ofNullable(seen.designation());
        return new AccountInspection(
                inspected.verdict(),
                customer.matches(),
                customer.certain(),
                inspected.customer().matching().related(),
                designation.map(DesignationRow::designation).orElse(Designation.OPEN),
                designation.map(DesignationRow::helpPaid).orElse(null),
                seen.others());
    }

    static PartnerId partnerOf(Actor actor) {
        return actor.partner()
                .map(PartnerId::of)
                .orElseThrow(() -> new IllegalStateException("Only partners ask whether a customer is free"));
    }

    private Recognised recognised(AccountQuestion question) {
        var matching = matcher.match(question);
        return new Recognised(matching, parts.meant(matching, question));
    }

    private Inspected look(PartnerId partner, AccountQuestion question, ClaimScope scope, Instant now) {
        var customer = recognised(question);
        var seen = customer.meant()
                .map(part -> standing.of(part.node(), partner, scope, now))
                .orElseGet(() -> standing.ofUnknown(customer.matching(), partner, scope, now));
        return new Inspected(customer, seen);
    }

    private AccountAnswer answer(Actor actor, Inspected inspected) {
        var seen = inspected.seen();
        var verdict = inspected.verdict();
        return switch (verdict) {
            case YOURS -> own(actor, seen.own().orElseThrow(), seen.mine());
            // Free for the rest: what the partner has of it already comes first.
            case FREE ->
                seen.mine().stream()
                        .findFirst()
                        .map(claim -> own(actor, claim, seen.mine()))
                        .orElseGet(() -> AccountAnswer.of(verdict));
            case RESERVED ->
                seen.blockedUntil()
                        .map(until -> AccountAnswer.until(verdict, until))
                        .orElseGet(() -> AccountAnswer.of(verdict));
            case HOUSE ->
                AccountAnswer.house(Optional.ofNullable(seen.designation())
                        .map(DesignationRow::helpPaid)
                        .orElse(null));
            default -> AccountAnswer.of(verdict);
        };
    }

    /** One's own claim, or else the colleague's. */
    private AccountAnswer own(Actor actor, ClaimView best, List<ClaimView> mine) {
        return mine.stream()
                .filter(claim -> colleagues.isOf(actor, claim))
                .findFirst()
                .map(claim -> AccountAnswer.until(AccountVerdict.YOURS, claim.until()))
                .or(() -> people.find(best.person())
                        .map(PersonView::name)
                        .map(name -> AccountAnswer.colleague(
                                name, best, PartnerScope.of(actor).covers(best.partner(), best.location()))))
                .orElseGet(() -> AccountAnswer.until(AccountVerdict.YOURS, best.until()));
    }

    private record Inspected(Recognised customer, Seen seen) {

        AccountVerdict verdict() {
            if (!customer.isCertain()) {
                return AccountVerdict.NEEDS_REVIEW;
            }
            return seen.isOwn() ? AccountVerdict.YOURS : seen.answer().verdict();
        }
    }

    private record Recognised(AccountMatcher.Matching matching, Optional<Meant> meant) {

        RecognisedCustomer view() {
            return new RecognisedCustomer(matches(), isCertain());
        }

        boolean isCertain() {
            return matching.certain() && meant.map(Meant::clear).orElse(true);
        }

        /** The parts that are meant, or may be, before the accounts that were recognised. */
        private List<AccountMatch> matches() {
            return Stream.concat(
                            meant.stream()
                                    .flatMap(Recognised::parts)
                                    .map(part -> AccountMatch.byIdentifiers(part, Set.of())),
                            matching.matches().stream())
                    .toList();
        }

        private static Stream<AccountView> parts(Meant meant) {
            var known = meant.clear()
                    && !meant.isNew()
                    && !meant.node().id().equals(meant.found().id());
            return known ? Stream.of(meant.node()) : meant.perhaps().stream();
        }

        /** Only of an account that is recognised beyond doubt: of two likely ones nothing is told. */
        boolean several(PartnerId asker, CustomerParts parts) {
            return matching.certain()
                    && meant.filter(part -> parts.several(part.found(), asker)).isPresent();
        }
    }
}

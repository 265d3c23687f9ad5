package io.handsel.accounts;

import static io.handsel.accounts.AccountStore.moment;

import io.handsel.accounts.AccountMatcher.Matching;
import io.handsel.accounts.matching.WordList;
import io.handsel.audit.AuditTrail;
import io.handsel.partner.PartnerId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which node of a tree is meant by "the whole group", "this company", "this site" and "this department". Programme guide
 * §5.3. A site or department nobody has named yet hangs below the company; no parent is ever made by guess.
 *
 * <p>What partners have named themselves is kept apart from what the vendor knows: whether a customer has several parts
 * must not tell one partner that another one has named some.
 */
@Component
class CustomerParts {

    private static final Set<String> KIND_WORDS = Set.copyOf(WordList.lines("/accounts/part-words.txt"));
    private static final String SEPARATOR = ", ";
    /** Shorter words, such as numbers, are shared by places that have nothing to do with each other. */
    private static final int SHORTEST_SHARED_WORD = 3;

    private final AccountStore accounts;
    private final AccountChanges changes;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    CustomerParts(AccountStore accounts, AccountChanges changes, AuditTrail audit, JdbcClient jdbc) {
        this.accounts = accounts;
        this.changes = changes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /**
     * The part of a customer a question is about.
     *
     * @param node the account meant; one that is only to be written where {@link #isNew}
     * @param found the account that was recognised, whichever part of it is meant
     * @param isNew whether nobody has named this part yet
     * @param clear whether it is beyond doubt which part is meant
     * @param perhaps the parts that may be meant, where it is not
     */
    record Meant(AccountView node, AccountView found, boolean isNew, boolean clear, List<AccountView> perhaps) {

        static Meant certainly(AccountView node, AccountView found) {
            return new Meant(node, found, false, true, List.of());
        }
    }

    /** Whether this partner has to be asked which part is meant: as far as the vendor or the partner knows, there are several. */
    boolean several(AccountView account, PartnerId asker) {
        return jdbc.sql("""
                                select count(*) from account a left join account_named_part p on p.account_id = a.id
                                where a.root_id = ? and (p.partner_id is null or p.partner_id = ?)
                                """)
                        .params(account.root().id(), asker.id())
                        .query(Integer.class)
                        .single()
                > 1;
    }

    /** Whether answering this may end in a new account, so that the lock on the register is to be taken first. */
    static boolean mayBeNew(AccountQuestion question) {
        return question.part() != null && question.part().isNamed();
    }

    /** The same for the account recognised best; empty where there is none. */
    Optional<Meant> meant(Matching matching, AccountQuestion question) {
        return matching.best().flatMap(match -> accounts.find(match.account())).map(found -> meant(found, question));
    }

    Meant meant(AccountView found, AccountQuestion question) {
        var part = question.part();
        if (part == null) {
            return Meant.certainly(found, found);
        }
        return switch (part) {
            case GROUP -> Meant.certainly(accounts.find(found.root()).orElseThrow(), found);
            case COMPANY -> Meant.certainly(company(found), found);
            case SITE, DEPARTMENT -> named(found, part, question.partName());
        };
    }

    /** The nearest legal entity at the account or above it; the root of the tree where there is none. */
    private AccountView company(AccountView account) {
        var present = account;
        while (present.parent() != null && isPartOfCompany(present)) {
            present = accounts.find(present.parent()).orElseThrow();
        }
        return present;
    }

    private static boolean isPartOfCompany(AccountView account) {
        return account.kind() == AccountKind.SITE || account.kind() == AccountKind.DEPARTMENT;
    }

    private Meant named(AccountView found, CustomerPart part, @Nullable String name) {
        var company = company(found);
        if (name == null) {
            // The whole company is the stricter answer than any part of it.
            return Meant.certainly(found.kind() == part.kind() ? found : company, found);
        }
        var wanted = telling(name, company);
        var parts = partsOf(company);
        var same = parts.stream()
                .filter(node -> node.kind() == part.kind())
                .filter(node ->
                        names(node).anyMatch(known -> telling(known, company).equals(wanted)))
                .toList();
        if (same.size() == 1) {
            return Meant.certainly(same.get(0), found);
        }
        var depth = AccountStore.nodesOn(company.path()).size();
        var perhaps =
                parts.stream().filter(node -> resembles(node, wanted, company)).toList();
        if (!perhaps.isEmpty() || !same.isEmpty() || wanted.isEmpty() || depth >= AccountRegister.DEEPEST) {
            return new Meant(company, found, false, false, perhaps);
        }
        var id = AccountId.create();
        var node = new AccountView(
                id,
                company.id(),
                company.root(),
                company.path() + id + "/",
                part.kind(),
                nameOf(company, name),
                company.country(),
                null,
                null,
                null);
        return new Meant(node, found, true, true, List.of());
    }

    /** The sites and departments of a company, not those of companies below it. */
    private List<AccountView> partsOf(AccountView company) {
        var tree = accounts.inTree(company.root());
        var others = tree.stream()
                .filter(node -> !isPartOfCompany(node) && !company.isWithin(node))
                .toList();
        return tree.stream()
                .filter(node -> isPartOfCompany(node) && node.isWithin(company))
                .filter(node -> others.stream().noneMatch(node::isWithin))
                .toList();
    }

    /** A part goes by its name; a site by its city as well. */
    private static Stream<String> names(AccountView node) {
        return node.kind() == AccountKind.SITE
                ? Stream.of(node.name(), node.city()).filter(Objects::nonNull)
                : Stream.of(node.name());
    }

    /** "Hamburg harbour" and "Hamburg airport" may be one place: a person must look before two partners have it. */
    private static boolean resembles(AccountView node, Set<String> wanted, AccountView company) {
        return names(node)
                .flatMap(name -> telling(name, company).stream())
                .filter(word -> word.length() >= SHORTEST_SHARED_WORD)
                .anyMatch(wanted::contains);
    }

    /** The words that say which part it is: neither "office" nor the name of the company itself. */
    private static Set<String> telling(String name, AccountView company) {
        var own = company.name() + SEPARATOR;
        var words = words(name.startsWith(own) ? name.substring(own.length()) : name);
        var telling = new TreeSet<>(words);
        telling.removeAll(KIND_WORDS);
        telling.removeAll(words(company.name()));
        return telling.isEmpty() ? words : telling;
    }

    /** With the company in front: by "Hamburg" alone every company of that name would be found. */
    private static String nameOf(AccountView company, String part) {
        var name = company.name() + SEPARATOR + part;
        return name.length() > AccountQuestion.LONGEST_PART ? name.substring(0, AccountQuestion.LONGEST_PART) : name;
    }

    private static Set<String> words(String text) {
        var words = new TreeSet<>(Arrays.asList(AccountNameKey.plain(text).split(" ")));
        words.remove("");
        return words;
    }

    /** Writes a part down that nobody has named yet; the caller has locked the register and the tree. */
    void write(Meant meant, PartnerId namedBy, Instant now) {
        if (!meant.isNew()) {
            return;
        }
        var node = meant.node();
        accounts.insert(node, now);
        accounts.name(node.id(), AccountNameKind.LEGAL, node.name());
        changes.changed(node.id());
        jdbc.sql("insert into account_named_part (account_id, partner_id, named_at) values (?, ?, ?)")
                .params(node.id().id(), namedBy.id(), moment(now))
                .update();
        audit.recordBySystem(AccountRegister.reference(node.id()), "created", Map.of("name", node.name()));
    }
}

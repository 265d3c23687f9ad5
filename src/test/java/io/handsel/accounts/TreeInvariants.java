package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds of account trees and the claims on them at any moment, asked of the database itself. */
final class TreeInvariants {

    private static final Map<String, String> BREACHES = Map.of(
            "exclusive claims of two partners overlap", """
            select cast(c.id as varchar(36)) from account_claim c join account a on a.id = c.account_id
            join account_claim d on d.root_id = c.root_id and d.partner_id <> c.partner_id
            join account b on b.id = d.account_id
            where c.ended_at is null and d.ended_at is null and c.exclusive and d.exclusive
            and substring(b.path from 1 for char_length(a.path)) = a.path
            and (c.product_lines = '' or d.product_lines = '' or c.product_lines = d.product_lines)
            """,
            "a path is not its parent's and its own id", """
            select cast(a.id as varchar(36)) from account a left join account p on p.id = a.parent_id
            where a.path <> coalesce(p.path, '') || cast(a.id as varchar(36)) || '/'
            """,
            "a root is not its parent's, or not itself at the top", """
            select cast(a.id as varchar(36)) from account a left join account p on p.id = a.parent_id
            where a.root_id <> coalesce(p.root_id, a.id)
            """,
            "a claim's root is not its account's", """
            select cast(c.id as varchar(36)) from account_claim c join account a on a.id = c.account_id
            where c.root_id <> a.root_id
            """,
            "a merged account still has something", """
            select cast(a.id as varchar(36)) from account a where a.merged_into is not null and (
            exists (select 1 from account_identity i where i.account_id = a.id)
            or exists (select 1 from account_name n where n.account_id = a.id)
            or exists (select 1 from account_claim c where c.account_id = a.id)
            or exists (select 1 from account_holder h where h.account_id = a.id)
            or exists (select 1 from account_designation d where d.account_id = a.id)
            or exists (select 1 from account b where b.parent_id = a.id)
            or exists (select 1 from account m where m.id = a.merged_into and m.merged_into is not null))
            """,
            "an exclusive claim has no line on its account", """
            select cast(c.id as varchar(36)) from account_claim c where c.ended_at is null and c.exclusive
            and not exists (select 1 from account_claim_line l
                where l.claim_id = c.id and l.account_id = c.account_id and l.partner_id = c.partner_id)
            """,
            "a line belongs to no exclusive claim of its account", """
            select cast(l.claim_id as varchar(36)) from account_claim_line l
            join account_claim c on c.id = l.claim_id
            where c.ended_at is not null or not c.exclusive or c.account_id <> l.account_id
            """,
            "a holder holds nothing", """
            select cast(h.account_id as varchar(36)) from account_holder h where not exists (
            select 1 from account_claim_line l where l.account_id = h.account_id
            and l.product_line = h.product_line and l.partner_id = h.partner_id)
            """);

    private final JdbcClient jdbc;

    TreeInvariants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void hold(String when) {
        BREACHES.forEach((breach, query) -> {
            List<String> found = jdbc.sql(query).query(String.class).list();
            assertThat(found).as("%s: %s", when, breach).isEmpty();
        });
    }
}

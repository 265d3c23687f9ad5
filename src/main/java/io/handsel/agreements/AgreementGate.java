package io.handsel.agreements;

import io.handsel.security.Actor;
import io.handsel.shell.PortalGate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * No signature, no portal: whose agreement was asked and is not in force sees that agreement and nothing else. Who was
 * never asked has signed elsewhere.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AgreementGate implements PortalGate {

    private static final Set<String> OPEN = Set.of("/agreements", "/profile", "/help");

    private final JdbcClient jdbc;

    AgreementGate(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> detour(Actor actor, String path) {
        return isOpen(path)
                ? Optional.empty()
                : actor.partner()
                        .flatMap(partner -> unsigned(partner.id()))
                        .map(agreement -> "/agreements/" + agreement);
    }

    private static boolean isOpen(String path) {
        return OPEN.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"));
    }

    /** The agreement last asked for, where none is in force. */
    private Optional<UUID> unsigned(UUID partner) {
        return jdbc.sql("""
                        select id from agreement where partner_id = :partner and not exists (
                            select 1 from agreement where partner_id = :partner and status = 'IN_FORCE')
                        order by asked_at desc, id desc limit 1
                        """).param("partner", partner).query(UUID.class).optional();
    }
}

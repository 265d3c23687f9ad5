package io.handsel.partner;

import io.handsel.kernel.Period;
import io.handsel.security.PersonId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A dated period in which one person stands in for a manager. Never changed; ended early by withdrawing it. */
@Entity
@Table(name = "partner_substitution")
class Substitution {

    @Id
    private UUID id;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "manager_id"))
    private PersonId manager;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "substitute_id"))
    private PersonId substitute;

    @Embedded
    @AttributeOverride(name = "start", column = @Column(name = "starts_at"))
    @AttributeOverride(name = "end", column = @Column(name = "ends_at"))
    private Period period;

    @SuppressWarnings("NullAway.Init")
    protected Substitution() {}

    Substitution(PersonId manager, PersonId substitute, Period period) {
        this.id = UUID.randomUUID();
        this.manager = manager;
        this.substitute = substitute;
        this.period = period;
    }

    PersonId manager() {
        return manager;
    }

    PersonId substitute() {
        return substitute;
    }

    SubstitutionView view() {
        return new SubstitutionView(id, manager, substitute, period);
    }
}

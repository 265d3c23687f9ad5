create sequence dispute_number start with 1 increment by 1;

create table dispute (
    id                    uuid primary key,
    version               bigint not null,
    dispute_number        varchar(30) not null,
    program               varchar(60) not null,
    cause                 varchar(20) not null,
    status                varchar(20) not null,
    challenger_partner_id uuid not null,
    challenger_person_id  uuid not null,
    challenger_subject    uuid not null,
    challenger_with_deal  boolean not null,
    challenger_customer   varchar(200) not null,
    challenger_done_at    timestamp with time zone,
    challenger_waived_at  timestamp with time zone,
    holder_partner_id     uuid,
    holder_person_id      uuid,
    holder_subject        uuid,
    holder_with_deal      boolean,
    holder_customer       varchar(200),
    holder_done_at        timestamp with time zone,
    holder_waived_at      timestamp with time zone,
    opened_by             uuid,
    opened_at             timestamp with time zone not null,
    reason                varchar(2000),
    evidence_until        timestamp with time zone,
    answer_due            timestamp with time zone,
    settled_by            uuid,
    settled_at            timestamp with time zone,
    decided_by            uuid,
    verdict               varchar(20),
    verdict_reason        varchar(2000),
    verdict_text          varchar(2000),
    appeal_until          timestamp with time zone,
    appealed_by           varchar(20),
    appeal_reason         varchar(2000),
    closed_at             timestamp with time zone,
    carried_out           boolean not null,
    clock_due             timestamp with time zone not null,
    constraint dispute_numbered_once unique (dispute_number),
    constraint dispute_of_challenger foreign key (challenger_partner_id) references partner (id),
    constraint dispute_of_holder foreign key (holder_partner_id) references partner (id),
    constraint dispute_between_two check (holder_partner_id is null or holder_partner_id <> challenger_partner_id),
    constraint dispute_cause check (cause in ('REJECTED', 'LAPSED', 'TRANSFERRED', 'CONTESTED')),
    constraint dispute_status check (status in
        ('EVIDENCE', 'SETTLEMENT', 'SETTLED', 'APPEALED', 'DECIDED', 'FINAL', 'WITHDRAWN'))
);

create index dispute_by_challenger on dispute (challenger_partner_id, opened_at desc, id);
create index dispute_by_holder on dispute (holder_partner_id, opened_at desc, id);
create index dispute_by_opening on dispute (opened_at desc, id);
create index dispute_by_clock on dispute (clock_due, id);

-- What may be disputed once: a deal for one cause, or two claims set against each other.
create table dispute_occasion (
    subject uuid not null,
    cause   varchar(20) not null,
    against uuid not null,
    primary key (subject, cause, against)
);

create table dispute_evidence (
    id          uuid primary key,
    dispute_id  uuid not null,
    side        varchar(20) not null,
    kind        varchar(30) not null,
    happened_on date,
    attendee    varchar(200),
    words       varchar(2000) not null,
    file_id     uuid,
    weight      integer not null,
    put_at      timestamp with time zone not null,
    put_by      uuid,
    constraint dispute_evidence_of foreign key (dispute_id) references dispute (id)
);

create index dispute_evidence_by_dispute on dispute_evidence (dispute_id, put_at, id);

-- Who holds which product lines of an account exclusively. A second partner finds the key taken, whatever code runs.
create table account_holder (
    account_id   uuid not null references account,
    product_line varchar(60) not null,
    partner_id   uuid not null,
    primary key (account_id, product_line),
    constraint account_holder_referable unique (account_id, product_line, partner_id)
);

create table account_claim (
    id            uuid primary key,
    account_id    uuid not null references account,
    root_id       uuid not null references account,
    partner_id    uuid not null,
    person_id     uuid not null,
    -- The customer's name as the holder wrote it: what another partner has called it is nobody else's business.
    customer      varchar(200) not null,
    subject       uuid not null,
    -- The subject while the claim counts, null afterwards: one present claim a subject.
    open_subject  uuid,
    purpose       varchar(20) not null,
    program       varchar(60) not null,
    -- Separated by commas; empty means all.
    product_lines varchar(1000) not null,
    exclusive     boolean not null,
    starts_at     timestamp with time zone not null,
    until         timestamp with time zone not null,
    ended_at      timestamp with time zone,
    end_reason    varchar(20),
    constraint account_claim_once_a_subject unique (open_subject),
    constraint account_claim_open_or_ended check ((open_subject is null) = (ended_at is not null)),
    constraint account_claim_ended_why check ((ended_at is null) = (end_reason is null))
);

create index account_claim_by_root on account_claim (root_id, ended_at);
create index account_claim_by_partner on account_claim (partner_id, ended_at, starts_at);
create index account_claim_by_account on account_claim (account_id, partner_id);
create index account_claim_by_subject on account_claim (subject, starts_at);
create index account_claim_by_end on account_claim (ended_at, until);

-- The lines of every present exclusive claim, tied to their holder.
create table account_claim_line (
    claim_id     uuid not null references account_claim,
    account_id   uuid not null,
    product_line varchar(60) not null,
    partner_id   uuid not null,
    primary key (claim_id, product_line),
    constraint account_claim_line_held foreign key (account_id, product_line, partner_id)
        references account_holder (account_id, product_line, partner_id)
);

create index account_claim_line_by_holder on account_claim_line (account_id, product_line, partner_id);

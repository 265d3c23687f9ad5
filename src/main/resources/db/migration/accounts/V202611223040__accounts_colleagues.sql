-- Who of a partner joined in a claim; by what the claim is for, so that they stay when a held customer is protected.
create table account_claim_member (
    subject   uuid not null,
    person_id uuid not null,
    since     timestamp with time zone not null,
    primary key (subject, person_id)
);

create index account_claim_member_by_person on account_claim_member (person_id);

-- What people of one partner ask each other: to join in a claim, or to take it over.
create table account_colleague_request (
    id          uuid primary key,
    subject     uuid not null,
    claim_id    uuid not null references account_claim,
    partner_id  uuid not null,
    asker_id    uuid not null,
    -- The asker while nobody has answered, null afterwards: whoever asks twice has asked once.
    open_asker  uuid,
    wish        varchar(20) not null,
    asked_at    timestamp with time zone not null,
    answer      varchar(20),
    answered_by uuid,
    answered_at timestamp with time zone,
    constraint account_colleague_request_once unique (subject, open_asker),
    constraint account_colleague_request_answered check ((open_asker is null) = (answer is not null)),
    constraint account_colleague_request_when check ((answer is null) = (answered_at is null))
);

create index account_colleague_request_by_partner on account_colleague_request (partner_id, asked_at);

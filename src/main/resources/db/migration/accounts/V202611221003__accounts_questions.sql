-- One row a partner, locked while its questions or its claims are counted: two nodes cannot both see the last free place.
create table account_asker (
    partner_id uuid primary key
);

-- Every question with its answer.
create table account_question (
    id         bigint generated always as identity primary key,
    asked_at   timestamp with time zone not null,
    partner_id uuid not null,
    person_id  uuid not null,
    question   text not null,
    -- The question's hash: repeating it within a while is not counted again.
    fingerprint varchar(64) not null,
    counted    boolean not null,
    verdict    varchar(20) not null,
    account_id uuid
);

create index account_question_by_partner on account_question (partner_id, asked_at);
create index account_question_by_person on account_question (person_id, asked_at);

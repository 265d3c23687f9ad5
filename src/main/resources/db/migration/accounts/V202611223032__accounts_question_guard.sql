-- Where a question was asked, by whom in words, and how many there might have been at that time.
alter table account_question add column occasion varchar(20) default 'CHECK' not null;
alter table account_question add column person_name varchar(200);
alter table account_question add column partner_name varchar(200);
alter table account_question add column hour_limit bigint;
alter table account_question add column day_limit bigint;
alter table account_question add column partner_hour_limit bigint;
alter table account_question add column partner_day_limit bigint;
-- What was asked for, normalised: runs through the alphabet show in it.
alter table account_question add column asked_name varchar(220);

create index account_question_by_time on account_question (asked_at);

-- Persons and partners who may ask nothing at present.
create table account_question_block (
    id         uuid primary key,
    asker_id   uuid not null,
    asker_name varchar(200) not null,
    partner_name varchar(200) not null,
    is_person  boolean not null,
    -- The asker while the block holds, null afterwards: one block at a time.
    open_asker uuid,
    blocked_at timestamp with time zone not null,
    reason     varchar(500) not null,
    constraint account_question_block_once unique (open_asker)
);

-- What is known of an account that decides whose it is; the table account-designation reads it.
create table account_profile (
    account_id        uuid primary key references account on delete cascade,
    segment           varchar(60),
    employees         bigint,
    industry          varchar(60),
    existing_customer boolean not null,
    written_at        timestamp with time zone not null
);

create index account_profile_by_time on account_profile (written_at);

-- Whose word it is. A person's stands above the table's, wherever in the tree it was spoken.
alter table account_designation add column source varchar(10) default 'PERSON' not null;
-- The day from which it counts no longer, where somebody has taken it back.
alter table account_designation add column withdrawn_from date;
-- The day from which partners with a claim are told of it; null where there is nothing to tell.
alter table account_designation add column tell_from date;

-- Every time somebody has had the table's word carried out for all accounts, and for which state of the table.
create table account_designation_run (
    id            uuid primary key,
    table_version varchar(80) not null,
    applied_by    uuid not null,
    applied_at    timestamp with time zone not null,
    changes       bigint not null
);

create index account_designation_run_by_time on account_designation_run (applied_at);

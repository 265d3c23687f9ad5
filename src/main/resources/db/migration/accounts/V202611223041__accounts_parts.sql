-- Parts of customers that partners have named themselves, beside what the vendor knows.
create table account_named_part (
    account_id uuid primary key,
    partner_id uuid not null,
    named_at   timestamp with time zone not null
);

-- Who has been told that a customer has several parts: their forms ask which one is meant.
create table account_parts_told (
    person_id    uuid not null,
    customer_key varchar(64) not null,
    told_at      timestamp with time zone not null,
    primary key (person_id, customer_key)
);

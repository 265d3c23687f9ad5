-- One row, locked by whoever writes the register of accounts: changes get their numbers in the order in which they are
-- committed, so that a node that has followed up to a number has missed nothing before it.
create table account_change_head (
    id   integer primary key,
    last bigint not null,
    constraint account_change_head_is_one check (id = 1)
);

insert into account_change_head (id, last) values (1, 0);

-- What every node's index of names follows. Old rows are taken away; a node that is behind them reads everything again.
create table account_change (
    position   bigint primary key,
    account_id uuid not null,
    changed_at timestamp with time zone not null
);

create index account_change_by_time on account_change (changed_at);

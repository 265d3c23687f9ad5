-- What was sent with which key, and what was answered: a form that is sent twice counts once.
create table once (
    sender       varchar(80)              not null,
    once_key     varchar(100)             not null,
    route        varchar(300)             not null,
    content_hash varchar(64)              not null,
    sent_at      timestamp with time zone not null,
    status       integer,
    headers      text,
    body         text,
    primary key (sender, once_key, route)
);

create index once_sent_at on once (sent_at);

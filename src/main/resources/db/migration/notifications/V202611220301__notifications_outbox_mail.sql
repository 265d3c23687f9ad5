create table outbox_mail (
    position        bigint generated always as identity primary key,
    once_key        varchar(200) not null,
    recipient       varchar(254) not null,
    locale          varchar(35) not null,
    subject         varchar(500) not null,
    text_body       text not null,
    html_body       text not null,
    state           varchar(20) not null,
    attempts        integer not null,
    next_attempt_at timestamp with time zone not null,
    created_at      timestamp with time zone not null,
    sent_at         timestamp with time zone,
    problem         varchar(500),
    constraint outbox_mail_once unique (once_key)
);

create index outbox_mail_due on outbox_mail (state, next_attempt_at);
create index outbox_mail_by_state on outbox_mail (state, position);

create table domain_proof (
    id           uuid primary key,
    version      bigint not null,
    subject      varchar(100) not null,
    purpose      varchar(60) not null,
    domain       varchar(253) not null,
    name_servers varchar(1100) not null,
    token        varchar(64) not null,
    status       varchar(20) not null,
    begun_at     timestamp with time zone not null,
    proof_until  timestamp with time zone,
    proven_at    timestamp with time zone,
    proven_by    varchar(20),
    code_hash    varchar(64),
    code_until   timestamp with time zone,
    code_tries   integer not null,
    codes_sent   integer not null,
    constraint domain_proof_of_subject unique (subject),
    constraint domain_proof_status check (status in ('PENDING', 'PROVEN', 'EXPIRED', 'DROPPED')),
    constraint domain_proof_by check ((status = 'PROVEN') = (proven_by is not null and proven_at is not null))
);

-- What a resolver has answered, or that it was silent: every answer with its time.
create table domain_answer (
    position  bigint generated always as identity primary key,
    proof_id  uuid not null,
    question  varchar(20) not null,
    finding   varchar(20) not null,
    said      varchar(1000) not null,
    asked_at  timestamp with time zone not null,
    constraint domain_answer_of foreign key (proof_id) references domain_proof (id),
    constraint domain_answer_question check (question in ('NAME_SERVERS', 'MAIL_SERVERS', 'PROOF')),
    constraint domain_answer_finding check (finding in ('FOUND', 'PARTLY', 'NOT_FOUND', 'UNKNOWN'))
);

create index domain_answer_by_proof on domain_answer (proof_id, question, position);

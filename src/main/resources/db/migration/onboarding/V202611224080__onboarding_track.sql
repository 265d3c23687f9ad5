create table onboarding (
    id            uuid primary key,
    version       bigint not null,
    partner_id    uuid not null,
    candidate_id  uuid,
    status        varchar(20) not null,
    started_at    timestamp with time zone not null,
    due_at        timestamp with time zone not null,
    extensions    integer not null,
    first_deal_at timestamp with time zone,
    first_won_at  timestamp with time zone,
    ended_at      timestamp with time zone,
    end_reason    varchar(2000),
    constraint onboarding_once_a_partner unique (partner_id),
    constraint onboarding_of_partner foreign key (partner_id) references partner (id),
    constraint onboarding_status check (status in ('RUNNING', 'COMPLETED', 'ENDED', 'CLOSED')),
    constraint onboarding_ends_once check ((status = 'RUNNING') = (ended_at is null)),
    constraint onboarding_completes_with_a_deal check (status <> 'COMPLETED' or first_deal_at is not null)
);

create index onboarding_by_status on onboarding (status, due_at);

create table onboarding_step (
    onboarding_id uuid not null,
    place         integer not null,
    kind          varchar(20) not null,
    step_owner    varchar(20) not null,
    due_at        timestamp with time zone not null,
    remind_at     timestamp with time zone not null,
    reminded      boolean not null,
    opens         varchar(20),
    help          varchar(60) not null,
    done_at       timestamp with time zone,
    done_by       uuid,
    primary key (onboarding_id, place),
    constraint onboarding_step_once unique (onboarding_id, kind),
    constraint onboarding_step_of_onboarding foreign key (onboarding_id) references onboarding (id)
);

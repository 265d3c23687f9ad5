create table self_portrait (
    partner_id uuid primary key,
    answers    text not null,
    changed_by uuid not null,
    changed_at timestamp with time zone not null,
    constraint self_portrait_of_partner foreign key (partner_id) references partner (id)
);

create table onboarding_walk (
    person_id   uuid primary key,
    partner_id  uuid not null,
    paused      boolean not null,
    manager_at  timestamp with time zone,
    document_at timestamp with time zone,
    practice_at timestamp with time zone,
    state_at    timestamp with time zone,
    constraint onboarding_walk_of_partner foreign key (partner_id) references partner (id)
);

create table practice_deal (
    person_id  uuid primary key,
    partner_id uuid not null,
    customer   varchar(200) not null,
    value_text varchar(60) not null,
    made_at    timestamp with time zone not null,
    constraint practice_deal_of_partner foreign key (partner_id) references partner (id)
);

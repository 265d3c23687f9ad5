create table campaign (
    id              uuid primary key,
    version         bigint not null,
    name            varchar(200) not null,
    state           varchar(20) not null,
    owner_person_id uuid not null,
    starts_on       date not null,
    ends_on         date not null,
    budget_amount   numeric(19, 4) not null,
    budget_currency varchar(3) not null,
    spent_amount    numeric(19, 4) not null,
    language        varchar(2) not null,
    brief           text not null,
    brief_complete  boolean not null,
    markets         varchar(1000) not null,
    segments        varchar(1000) not null,
    created_at      timestamp with time zone not null,
    started_at      timestamp with time zone,
    ended_at        timestamp with time zone,
    constraint campaign_state check (state in ('DRAFT', 'RUNNING', 'ENDED')),
    constraint campaign_runs_with_its_brief check (state = 'DRAFT' or brief_complete),
    constraint campaign_days check (ends_on >= starts_on)
);

create index campaign_by_age on campaign (created_at desc, id);

create table candidate (
    id           uuid primary key,
    version      bigint not null,
    campaign_id  uuid,
    company      varchar(200) not null,
    company_key  varchar(200) not null,
    domain       varchar(253),
    country      varchar(2) not null,
    contact      varchar(200),
    email        varchar(254),
    telephone    varchar(60),
    language     varchar(2) not null,
    segment      varchar(60),
    employees    integer,
    technicians  integer,
    services     boolean,
    complementary boolean,
    rival        boolean,
    source       varchar(20) not null,
    state        varchar(20) not null,
    outreach     varchar(20) not null,
    score        integer not null,
    advice       varchar(20) not null,
    criteria     varchar(1000) not null,
    added_at     timestamp with time zone not null,
    contacted_at timestamp with time zone,
    engaged_at   timestamp with time zone,
    applied_at   timestamp with time zone,
    approved_at  timestamp with time zone,
    activated_at timestamp with time zone,
    constraint candidate_of_campaign foreign key (campaign_id) references campaign (id),
    constraint candidate_domain_once unique (domain),
    constraint candidate_email_once unique (email),
    constraint candidate_state check (state in
        ('IDENTIFIED', 'CONTACTED', 'ENGAGED', 'APPLIED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    constraint candidate_score check (score between 0 and 100)
);

create index candidate_by_name on candidate (company_key, country);
create index candidate_by_score on candidate (campaign_id, score desc, id desc);
create index candidate_by_company on candidate (campaign_id, company_key, id);
create index candidate_by_age on candidate (campaign_id, added_at desc, id desc);

-- One row at a time is taken in by forms; it is locked meanwhile, so that of two alike the second is found.
create table candidate_intake (
    id bigint primary key
);

insert into candidate_intake (id) values (1);

-- Every address outreach has written to or must not write to, locked while either is decided.
create table outreach_address (
    address  varchar(254) primary key,
    standing varchar(20) not null,
    since    timestamp with time zone not null,
    constraint outreach_address_standing check (standing in ('OPEN', 'OPTED_OUT', 'DEAD')),
    constraint outreach_address_stands unique (address, standing)
);

-- A mail can be written only to an address that is open at that moment: the reference finds no other. Once the address
-- is closed, its mails are, too, and keep when.
create table outreach_mail (
    candidate_id uuid not null,
    step         integer not null,
    address      varchar(254) not null,
    standing     varchar(20),
    message_key  varchar(200) not null,
    message_id   varchar(200) not null,
    written_at   timestamp with time zone not null,
    closed_at    timestamp with time zone,
    primary key (candidate_id, step),
    constraint outreach_mail_to foreign key (candidate_id) references candidate (id),
    constraint outreach_mail_known foreign key (address) references outreach_address (address),
    constraint outreach_mail_to_open_address foreign key (address, standing)
        references outreach_address (address, standing),
    constraint outreach_mail_open check (standing = 'OPEN' and closed_at is null or standing is null and closed_at is not null)
);

create index outreach_mail_by_id on outreach_mail (message_id);
create index outreach_mail_by_address on outreach_mail (address);

-- The secret parts of links in mails, as hashes: the invitation to apply, and the way to hear no more.
create table candidate_link (
    token_hash   varchar(64) primary key,
    candidate_id uuid not null,
    address      varchar(254) not null,
    made_at      timestamp with time zone not null,
    constraint candidate_link_of foreign key (candidate_id) references candidate (id)
);

create index candidate_link_by_candidate on candidate_link (candidate_id);

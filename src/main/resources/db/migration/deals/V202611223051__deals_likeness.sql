-- By what registrations look alike; written when something is submitted or changed, read beside a review.
create table deal_likeness (
    deal_id      uuid not null,
    kind         varchar(20) not null,
    likeness_key varchar(400) not null,
    constraint deal_likeness_once primary key (deal_id, kind, likeness_key),
    constraint deal_likeness_of_deal foreign key (deal_id) references deal (id)
);

create index deal_likeness_by_key on deal_likeness (kind, likeness_key);

-- Deals from before are found by their contact; names and domains need more than a database can do.
insert into deal_likeness (deal_id, kind, likeness_key) select id, 'CONTACT', lower(contact_email) from deal;

-- What a partner earns who came second, or lost the customer to the one who sells now; quoted once.
create table deal_second_registrant (
    deal_id    uuid primary key,
    first_deal uuid not null,
    since      timestamp with time zone not null,
    percent    numeric(19, 4) not null,
    amount     numeric(19, 4) not null,
    currency   varchar(3) not null,
    rule       varchar(200) not null,
    earned_at  timestamp with time zone,
    constraint deal_second_registrant_deal foreign key (deal_id) references deal (id),
    constraint deal_second_registrant_first foreign key (first_deal) references deal (id),
    constraint deal_second_registrant_two check (deal_id <> first_deal)
);

create index deal_second_registrant_by_first on deal_second_registrant (first_deal);

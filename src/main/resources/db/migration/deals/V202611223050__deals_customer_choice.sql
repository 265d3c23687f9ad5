-- The customer's own written word that another partner is to sell to it; the letter itself is a file of the deal's case.
create table deal_customer_choice (
    id           uuid primary key,
    version      bigint not null,
    deal_id      uuid not null,
    waiting_for  uuid,
    filed_by     uuid not null,
    filed_at     timestamp with time zone not null,
    contact_name varchar(200) not null,
    contact_role varchar(200),
    chosen_on    date not null,
    remark       varchar(2000),
    state        varchar(20) not null,
    decided_by   uuid,
    decided_at   timestamp with time zone,
    decision     varchar(2000),
    constraint deal_customer_choice_of_deal foreign key (deal_id) references deal (id),
    constraint deal_customer_choice_filed_by foreign key (filed_by) references person (id),
    constraint deal_customer_choice_decided_by foreign key (decided_by) references person (id),
    constraint deal_customer_choice_waits_once unique (waiting_for),
    constraint deal_customer_choice_waits_for_its_deal check (waiting_for is null or waiting_for = deal_id)
);

create index deal_customer_choice_by_deal on deal_customer_choice (deal_id, filed_at);

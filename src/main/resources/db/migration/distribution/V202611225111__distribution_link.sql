-- A distributor and a reseller that buys through it: invited, answered, in force, over; what is over stays.
create table reseller_link (
    id                  uuid primary key,
    version             bigint not null,
    distributor_id      uuid not null,
    -- Whom the address leads to; nobody where there is no such partner, which its distributor does not learn.
    reseller_id         uuid,
    address             varchar(254) not null,
    sentence            varchar(500) not null,
    invited_by          uuid not null,
    invited_at          timestamp with time zone not null,
    reminder_at         timestamp with time zone not null,
    expires_at          timestamp with time zone not null,
    status              varchar(20) not null,
    answered_by         uuid,
    answered_at         timestamp with time zone,
    shares_contacts     boolean not null,
    shares_certificates boolean not null,
    shares_deals        boolean not null,
    ended_by            uuid,
    ended_at            timestamp with time zone,
    reason              varchar(500),
    -- Filled as long as the link waits or is in force, so that there is one of each.
    open_address        varchar(254),
    open_reseller       uuid,
    constraint reseller_link_of foreign key (distributor_id) references partner (id),
    constraint reseller_link_to foreign key (reseller_id) references partner (id),
    constraint reseller_link_with_another check (reseller_id <> distributor_id),
    constraint reseller_link_invited foreign key (invited_by) references person (id),
    constraint reseller_link_answered foreign key (answered_by) references person (id),
    constraint reseller_link_ended foreign key (ended_by) references person (id),
    constraint reseller_link_status check (status in
        ('PENDING', 'ACCEPTED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'ENDED')),
    constraint reseller_link_address_once unique (distributor_id, open_address),
    constraint reseller_link_once unique (distributor_id, open_reseller),
    constraint reseller_link_open check (
        (status in ('PENDING', 'ACCEPTED') and open_address is not null and open_address = address
            and coalesce(open_reseller, distributor_id) = coalesce(reseller_id, distributor_id))
        or (status not in ('PENDING', 'ACCEPTED') and open_address is null and open_reseller is null)),
    -- Nobody is linked who has not said so, and nothing is shared by what is not in force.
    constraint reseller_link_said check (
        status not in ('ACCEPTED', 'REJECTED', 'ENDED')
        or (reseller_id is not null and answered_by is not null and answered_at is not null)),
    constraint reseller_link_shares check (
        status = 'ACCEPTED' or not (shares_contacts or shares_certificates or shares_deals)),
    constraint reseller_link_over check ((status = 'ENDED') = (ended_at is not null)),
    constraint reseller_link_of_reseller unique (id, reseller_id)
);

create index reseller_link_by_distributor on reseller_link (distributor_id, invited_at desc, id);
create index reseller_link_by_reseller on reseller_link (reseller_id, invited_at desc, id);

-- Whoever answers belongs to the reseller, and whoever invites to the distributor.
alter table reseller_link add constraint reseller_link_answered_by_reseller
    foreign key (answered_by, reseller_id) references person (id, organisation_id);
alter table reseller_link add constraint reseller_link_invited_by_distributor
    foreign key (invited_by, distributor_id) references person (id, organisation_id);

-- Through whom a deal is bought: one of its own partner's distributors.
alter table deal add constraint deal_of_its_partner unique (id, partner_id);

create table reseller_link_deal (
    deal_id     uuid primary key,
    reseller_id uuid not null,
    link_id     uuid not null,
    chosen_by   uuid not null,
    chosen_at   timestamp with time zone not null,
    constraint reseller_link_deal_of foreign key (deal_id, reseller_id) references deal (id, partner_id),
    constraint reseller_link_deal_through foreign key (link_id, reseller_id)
        references reseller_link (id, reseller_id),
    constraint reseller_link_deal_chosen foreign key (chosen_by, reseller_id) references person (id, organisation_id)
);

create index reseller_link_deal_by_link on reseller_link_deal (link_id);

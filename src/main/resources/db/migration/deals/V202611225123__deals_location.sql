-- The location the deal was registered for; null is the whole company.
alter table deal add column location_id uuid;
alter table deal add constraint deal_of_location_of_partner
    foreign key (location_id, partner_id) references partner_location (id, partner_id);
create index deal_by_location on deal (location_id, submitted_at desc, id);

-- The location each side's deal or reservation belongs to; null is the whole company.
alter table dispute add column challenger_location_id uuid;
alter table dispute add column holder_location_id uuid;
alter table dispute add constraint dispute_of_challenging_location
    foreign key (challenger_location_id, challenger_partner_id) references partner_location (id, partner_id);
alter table dispute add constraint dispute_of_holding_location
    foreign key (holder_location_id, holder_partner_id) references partner_location (id, partner_id);

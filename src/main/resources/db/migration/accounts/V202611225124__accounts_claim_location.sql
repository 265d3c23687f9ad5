-- The location of whoever reserved, or of the deal; null is the whole company.
alter table account_claim add column location_id uuid;
alter table account_claim add constraint account_claim_of_location_of_partner
    foreign key (location_id, partner_id) references partner_location (id, partner_id);

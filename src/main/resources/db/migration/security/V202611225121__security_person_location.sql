-- Where somebody is limited to one location of the partner company; null is all of it, and always with our own people.
alter table person add column location_id uuid;
alter table person add constraint person_of_a_company_at_location check (location_id is null or organisation_id is not null);

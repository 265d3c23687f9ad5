-- A row called version counts its own changes; this one is the number of a text that never changes.
alter table agreement_template rename column version to edition;

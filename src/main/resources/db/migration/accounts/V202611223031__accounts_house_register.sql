-- The register of house and assigned accounts by what is to be looked at again first.
create index account_designation_by_review on account_designation (designation, review_on);
create index account_designation_by_start on account_designation (valid_from);

-- When whoever answers for the account was told that it is to be looked at again.
alter table account_designation add column review_told_at timestamp with time zone;

-- To whom an account was assigned before this word.
alter table account_designation add column replaced_partner_id uuid;
-- Whether everybody has been told: it has taken effect, nobody can come to be touched by it any more.
alter table account_designation add column all_told boolean default false not null;

create index account_designation_by_telling on account_designation (all_told, tell_from);

-- Which partner was told of which word. The key lets one of several nodes tell.
create table account_designation_notice (
    designation_id uuid not null references account_designation on delete cascade,
    partner_id     uuid not null,
    told_at        timestamp with time zone not null,
    late           boolean not null,
    primary key (designation_id, partner_id)
);

-- Somebody's word above the table's: another service level than the one given, with who, when and why.
alter table partner add column override_level varchar(60);
alter table partner add column override_reason varchar(500);
alter table partner add column override_by varchar(200);
alter table partner add column override_at timestamp with time zone;
alter table partner add constraint partner_override_has_a_reason check
    ((override_level is null and override_reason is null and override_by is null and override_at is null)
        or (override_level is not null and override_reason is not null and override_by is not null
            and override_at is not null));
alter table partner add constraint partner_override_says_something check (override_level <> service_level);

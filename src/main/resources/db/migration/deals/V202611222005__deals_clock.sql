-- What a deal waits for next, written with the deal because lists are sorted by it; far away where nothing is due.
alter table deal add column clock_kind varchar(20);
alter table deal add column clock_due timestamp with time zone default timestamp with time zone '9999-12-31 00:00:00+00' not null;

update deal set clock_kind = 'ANSWER', clock_due = answer_due
where status in ('SUBMITTED', 'IN_REVIEW') and answer_due is not null;

update deal set clock_kind = 'INFORMATION', clock_due = place_kept_until
where status = 'ACTION_REQUIRED' and place_kept_until is not null;

update deal set clock_kind = 'PROTECTION', clock_due = case
    when extension_keeps_until > protected_until then extension_keeps_until else protected_until end
where status = 'APPROVED' and protected_until is not null;

update deal set clock_kind = 'UPDATE', clock_due = update_due
where status = 'APPROVED' and update_due < clock_due;

alter table deal alter column clock_due drop default;

create index deal_by_partner_and_clock on deal (partner_id, clock_due, id);

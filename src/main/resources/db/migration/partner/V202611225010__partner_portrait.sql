-- What a company says about itself stands with what else is known of it.
alter table partner_company add column portrait text;

update partner_company set portrait =
    (select said.answers from self_portrait said where said.partner_id = partner_company.partner_id);

insert into partner_company (partner_id, version, portrait)
select said.partner_id, 0, said.answers from self_portrait said
where not exists (select 1 from partner_company known where known.partner_id = said.partner_id);

drop table self_portrait;

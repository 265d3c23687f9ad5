-- By what a partner is recognised when its company applies once more; made by Java, filled in at the next start.
create table partner_mark (
    partner_id  uuid primary key,
    domain_mark varchar(253),
    vat_mark    varchar(40),
    duns_mark   varchar(20),
    name_mark   varchar(250)
);

create index partner_mark_by_domain on partner_mark (domain_mark);
create index partner_mark_by_vat on partner_mark (vat_mark);
create index partner_mark_by_duns on partner_mark (duns_mark);
create index partner_mark_by_name on partner_mark (name_mark);

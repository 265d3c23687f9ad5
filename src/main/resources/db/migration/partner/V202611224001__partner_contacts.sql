-- Calls, mails and meetings with a partner, written down by the vendor's people; struck out, never deleted.
create table partner_contact (
    id          uuid primary key,
    partner_id  uuid                     not null references partner (id),
    kind        varchar(20)              not null,
    at          timestamp with time zone not null,
    words       varchar(500)             not null,
    noted_by    uuid                     not null,
    noted_name  varchar(200)             not null,
    struck_at   timestamp with time zone
);

create index partner_contact_newest on partner_contact (partner_id, at, id);

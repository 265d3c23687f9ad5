create table business_plan (
    id          uuid primary key,
    partner_id  uuid not null,
    number      integer not null,
    state       varchar(20) not null,
    answers     text not null,
    sent_by     uuid not null,
    sent_at     timestamp with time zone not null,
    decided_by  uuid,
    decided_at  timestamp with time zone,
    remark      varchar(2000),
    constraint business_plan_version unique (partner_id, number),
    constraint business_plan_of_partner foreign key (partner_id) references partner (id),
    constraint business_plan_state check (state in ('SENT', 'AGREED', 'RETURNED')),
    constraint business_plan_decided check ((state = 'SENT') = (decided_by is null))
);

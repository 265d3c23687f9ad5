-- Mails have been asked for to all candidates of a campaign that fit. The background works it off, and any node can go on.
create table campaign_outreach (
    campaign_id uuid primary key references campaign,
    asked_by    uuid not null,
    asked_at    timestamp with time zone not null,
    written_to  bigint not null,
    done_at     timestamp with time zone
);

create index campaign_outreach_open on campaign_outreach (done_at);

-- Who fits and has not been written to is found by one look.
drop index candidate_by_advice;
create index candidate_by_advice on candidate (campaign_id, advice, outreach);

-- Of two candidates found to be one, the other stays and says which one it has become.
alter table candidate add column merged_into uuid;
alter table candidate add constraint candidate_merged_into foreign key (merged_into) references candidate (id);

create index candidate_by_state on candidate (campaign_id, state);
create index candidate_by_advice on candidate (campaign_id, advice);

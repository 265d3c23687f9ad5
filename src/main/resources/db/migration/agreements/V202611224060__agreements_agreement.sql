create sequence agreement_number start with 1 increment by 1;

-- A version never changes: whoever edits writes the next one.
create table agreement_template (
    template_key varchar(40) not null,
    language     varchar(8) not null,
    version      integer not null,
    title        varchar(200) not null,
    body         text not null,
    written_at   timestamp with time zone not null,
    written_by   uuid,
    primary key (template_key, language, version),
    constraint agreement_template_by foreign key (written_by) references person (id)
);

create table agreement (
    id                uuid primary key,
    version           bigint not null,
    agreement_number  varchar(30) not null,
    partner_id        uuid not null,
    signer_id         uuid not null,
    status            varchar(20) not null,
    template_key      varchar(40),
    counter_signature boolean not null,
    revision          integer not null,
    current_for       uuid,
    signature_of      uuid,
    signed_at         timestamp with time zone,
    countersigned_by  uuid,
    countersigned_at  timestamp with time zone,
    declined_by       uuid,
    reason            varchar(2000),
    asked_at          timestamp with time zone not null,
    in_force_at       timestamp with time zone,
    constraint agreement_numbered_once unique (agreement_number),
    constraint agreement_with foreign key (partner_id) references partner (id),
    constraint agreement_of_partner unique (id, partner_id),
    constraint agreement_for foreign key (signer_id) references person (id),
    constraint agreement_countersigned foreign key (countersigned_by) references person (id),
    constraint agreement_declined foreign key (declined_by) references person (id),
    constraint agreement_status check (status in
        ('WITHOUT_TEMPLATE', 'ASKED', 'SIGNED', 'IN_FORCE', 'DECLINED')),
    -- One partner has one agreement that counts; those that were declined stay beside it.
    constraint agreement_counts_once unique (current_for),
    constraint agreement_counts check (
        (status = 'DECLINED' and current_for is null)
        or (status <> 'DECLINED' and current_for is not null and current_for = partner_id)),
    -- Nothing is in force without the partner's signature, nor without the vendor's where the template asks for it.
    constraint agreement_signed check (
        (status not in ('SIGNED', 'IN_FORCE') or signature_of is not null)
        and (signature_of is null or signature_of = id)),
    constraint agreement_in_force check (
        status <> 'IN_FORCE' or (in_force_at is not null and (not counter_signature or countersigned_by is not null)))
);

create index agreement_by_partner on agreement (partner_id, asked_at desc);
create index agreement_by_time on agreement (asked_at desc, id);

-- The exact text somebody is shown, made once; what is made anew has the next revision.
create table agreement_document (
    agreement_id     uuid not null,
    revision         integer not null,
    template_key     varchar(40) not null,
    language         varchar(8) not null,
    template_version integer not null,
    title            varchar(200) not null,
    html             text not null,
    sha256           varchar(64) not null,
    made_at          timestamp with time zone not null,
    primary key (agreement_id, revision),
    constraint agreement_document_exact unique (agreement_id, revision, sha256),
    constraint agreement_document_of foreign key (agreement_id) references agreement (id),
    constraint agreement_document_from foreign key (template_key, language, template_version)
        references agreement_template (template_key, language, version)
);

create index agreement_document_by_hash on agreement_document (sha256);

-- Whoever signs belongs to the partner: nobody of the vendor has an organisation.
alter table person add constraint person_of_organisation unique (id, organisation_id);

create table agreement_signature (
    agreement_id    uuid primary key,
    revision        integer not null,
    document_sha256 varchar(64) not null,
    partner_id      uuid not null,
    person_id       uuid not null,
    name            varchar(200) not null,
    capacity        varchar(200) not null,
    authority       boolean not null,
    address         varchar(60) not null,
    signed_at       timestamp with time zone not null,
    constraint agreement_signature_authorised check (authority),
    constraint agreement_signature_of foreign key (agreement_id, partner_id) references agreement (id, partner_id),
    constraint agreement_signature_on foreign key (agreement_id, revision, document_sha256)
        references agreement_document (agreement_id, revision, sha256),
    constraint agreement_signature_by foreign key (person_id, partner_id) references person (id, organisation_id)
);

alter table agreement add constraint agreement_signature_given
    foreign key (signature_of) references agreement_signature (agreement_id);

-- The file that proves it, made once.
create table agreement_file (
    agreement_id uuid primary key,
    sha256       varchar(64) not null,
    content      bytea not null,
    made_at      timestamp with time zone not null,
    constraint agreement_file_of foreign key (agreement_id) references agreement (id)
);

create index agreement_file_by_hash on agreement_file (sha256);

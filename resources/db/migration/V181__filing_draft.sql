-- The draft of a report to NCMEC, as somebody saved it: one a referral. body: canonical JSON with the documents.
-- revision: how often it was saved; an entry of the log names the SHA-256 of each body.
create table filing_draft (
    referral_id varchar(36) not null primary key,
    item_id     varchar(200) not null,
    body        text not null,
    saved_by    varchar(200) not null,
    saved_at    bigint not null,
    revision    int not null
);
create index filing_draft_of_item on filing_draft (item_id);

-- What the log's checkpoints are signed with: Ed25519, X.509 and PKCS #8 in base64.
create table checkpoint_key (
    id          int not null primary key,
    public_key  varchar(200) not null,
    private_key varchar(200) not null
);

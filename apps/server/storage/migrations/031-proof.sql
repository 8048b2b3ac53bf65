-- SPDX-License-Identifier: EUPL-1.2
-- What keeps time-stamps believable for years, and who else has seen the log.

alter table log_timestamps
  -- DER, one after another: the certificates of the chain, and revocation lists as they were then.
  add column validation bytea,
  -- When the first certificate of the chain ends.
  add column chain_ends_at timestamptz;

-- A token over the digests of tokens whose certificates end, taken before they do.
create table log_renewals (
  tenant uuid not null default app_tenant(),
  number integer not null,
  authority text collate "C" not null,
  -- What is stamped: one line for each token, `docs/formats/timestamp.md`.
  list bytea not null,
  nonce bytea not null,
  asked_at timestamptz not null,
  last_error text,
  token bytea,
  validation bytea,
  stamped_at timestamptz,
  chain_ends_at timestamptz,
  primary key (tenant, number),
  check ((token is null) = (stamped_at is null))
);

-- Heads that a witness has seen grow out of each other, with the line that it signed.
create table log_cosignatures (
  tenant uuid not null default app_tenant(),
  size bigint not null,
  -- Name of the witness's key.
  witness text collate "C" not null,
  line text not null,
  at timestamptz not null,
  primary key (tenant, size, witness),
  foreign key (tenant, size) references log_heads
);

-- How it went with each witness the last time: above our own size is the alarm of a rolled-back log.
create table log_witnesses (
  tenant uuid not null default app_tenant(),
  witness text collate "C" not null,
  size bigint not null,
  at timestamptz not null,
  last_error text,
  primary key (tenant, witness)
);

-- Heads that were mailed to people: out of reach of whoever runs this.
create table log_heads_mailed (
  tenant uuid not null default app_tenant(),
  size bigint not null,
  person text collate "C" not null,
  at timestamptz not null,
  primary key (tenant, size, person)
);

-- Tokens over the list of files of dossiers: the same dossier is stamped once.
create table dossier_seals (
  tenant uuid not null default app_tenant(),
  -- SHA-256 of the list.
  digest bytea not null,
  authority text collate "C" not null,
  token bytea not null,
  at timestamptz not null,
  primary key (tenant, digest, authority)
);

do $$
declare name text;
begin
  foreach name in array array['log_renewals', 'log_cosignatures', 'log_witnesses', 'log_heads_mailed',
    'dossier_seals']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I to schouw_app using (tenant = (select app_tenant()))
      with check (tenant = (select app_tenant()))', name);
    execute format('grant select, insert, update on %I to schouw_app', name);
  end loop;
end $$;

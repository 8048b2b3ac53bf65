-- SPDX-License-Identifier: EUPL-1.2
-- Tenants, their logs, their records. Every key begins with the tenant and every table of theirs
-- forces row-level security; a test walks the catalogue for both.
--
-- Texts that are compared stand in the collation "C": the same order on every machine, and no index
-- goes bad when a library of the operating system changes its mind.

create function app_tenant() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.tenant', true), '')::uuid $$;

create table tenants (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null
);

-- The right edge of a tenant's log. Its row is the lock under which all changes of the tenant are
-- put in one order.
create table logs (
  tenant uuid primary key default app_tenant() references tenants,
  origin text collate "C" not null unique,
  size bigint not null,
  root bytea not null,
  -- Of the last entry. A clock that was set back does not go back here.
  at timestamptz not null
);

-- Keys that sign checkpoints. The seed is sealed with the secret of the installation.
create table log_keys (
  tenant uuid not null default app_tenant() references tenants,
  id text collate "C" not null,
  verifier text collate "C" not null,
  sealed_seed bytea not null,
  -- Sizes of the log for which the key signs: from this one up to, but without, that one.
  since bigint not null,
  until bigint,
  primary key (tenant, id)
);

-- Written once: the application role may neither change nor delete.
create table log_entries (
  tenant uuid not null default app_tenant(),
  entry bigint not null,
  at timestamptz not null,
  leaf bytea not null,
  header bytea not null,
  primary key (tenant, entry)
);
alter table log_entries alter column header set storage external;

-- What a commitment in the header is about, apart from it, so that it can be erased.
create table log_payloads (
  tenant uuid not null default app_tenant(),
  entry bigint not null,
  slot text collate "C" not null,
  -- Both are null once erased.
  salt bytea,
  bytes bytea,
  primary key (tenant, entry, slot)
);

-- Full tiles only. What the right edge of a level lacks is in the entries and in `root` below it.
create table log_tiles (
  tenant uuid not null default app_tenant(),
  level smallint not null,
  tile bigint not null,
  hashes bytea not null,
  -- Of the hashes: what stands for this tile one level up.
  root bytea not null,
  primary key (tenant, level, tile)
);
alter table log_tiles alter column hashes set storage external;

-- Checkpoints that somebody outside has or may have: stamped, witnessed, approved over. The newest
-- one of all can be signed again from `logs` with the same bytes.
create table log_heads (
  tenant uuid not null default app_tenant(),
  size bigint not null,
  root bytea not null,
  note bytea not null,
  at timestamptz not null,
  primary key (tenant, size)
);

-- Every record as it stands now.
create table records (
  tenant uuid not null default app_tenant(),
  id uuid not null,
  kind text collate "C" not null,
  version integer not null,
  state text collate "C" not null,
  is_retired boolean not null,
  -- The values, and beside them who made it, approval, retirement and what was erased.
  document jsonb not null,
  meta jsonb not null,
  natural_key text collate "C" not null,
  title text collate "C" not null,
  sort_title text collate "C" not null,
  -- Words apart by one blank, as the application takes texts apart.
  search text collate "C" not null,
  terms tsvector not null generated always as (array_to_tsvector(string_to_array(search, ' '))) stored,
  owner uuid,
  entry bigint not null,
  first_entry bigint not null,
  changed_at timestamptz not null,
  changed_by text collate "C" not null,
  primary key (tenant, id)
);
create unique index records_key on records (tenant, kind, natural_key);
create index records_title on records (tenant, kind, sort_title, id);
create index records_state on records (tenant, kind, state, id);
create index records_entry on records (tenant, kind, entry, id);
create index records_owner on records (tenant, owner, kind, sort_title, id) where owner is not null;
create index records_terms on records using gin (terms);
create index records_document on records using gin (document jsonb_path_ops);

-- The planner never asks about these, and taking samples of them costs most of an analyze.
alter table records alter column meta set statistics 0;
alter table records alter column search set statistics 0;
alter table records alter column title set statistics 0;
alter table log_entries alter column header set statistics 0;
alter table log_entries alter column leaf set statistics 0;
alter table log_payloads alter column salt set statistics 0;
alter table log_payloads alter column bytes set statistics 0;

-- Versions that are no longer the newest: with `records`, every version there has been.
create table record_versions (
  tenant uuid not null default app_tenant(),
  id uuid not null,
  version integer not null,
  kind text collate "C" not null,
  state text collate "C" not null,
  is_retired boolean not null,
  document jsonb not null,
  meta jsonb not null,
  title text collate "C" not null,
  sort_title text collate "C" not null,
  search text collate "C" not null,
  owner uuid,
  entry bigint not null,
  changed_at timestamptz not null,
  changed_by text collate "C" not null,
  primary key (tenant, id, version)
);

-- Acts that wait for a second person. The record stays as it is meanwhile.
create table pending_acts (
  tenant uuid not null default app_tenant(),
  id uuid not null,
  kind text collate "C" not null,
  record uuid not null,
  -- As the core gives it, with its answer once there is one.
  act jsonb not null,
  is_answered boolean not null,
  asked_at timestamptz not null,
  primary key (tenant, id)
);
create index pending_acts_open on pending_acts (tenant, asked_at) where not is_answered;
create index pending_acts_record on pending_acts (tenant, record);

-- Which record refers to which, as it stands now.
create table record_links (
  tenant uuid not null default app_tenant(),
  id uuid not null,
  field text collate "C" not null,
  target uuid not null,
  kind text collate "C" not null,
  primary key (tenant, id, field, target)
);
create index record_links_target on record_links (tenant, target, kind, field);

-- Values of fields that no two records of a kind share, besides the natural key.
create table record_uniques (
  tenant uuid not null default app_tenant(),
  kind text collate "C" not null,
  field text collate "C" not null,
  value text collate "C" not null,
  id uuid not null,
  primary key (tenant, kind, field, value)
);
create index record_uniques_id on record_uniques (tenant, id);

create table idempotency_keys (
  tenant uuid not null default app_tenant(),
  key text collate "C" not null,
  -- Of the request; the same key with another request is refused.
  digest bytea not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (tenant, key)
);
create index idempotency_keys_at on idempotency_keys (tenant, at);

create table files (
  tenant uuid not null default app_tenant(),
  digest text collate "C" not null,
  size bigint not null,
  type text collate "C" not null,
  state text collate "C" not null check (state in ('stored', 'quarantined', 'erased')),
  at timestamptz not null,
  primary key (tenant, digest)
);

-- Work that has to happen because a change happened, written with it.
create table outbox (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  topic text collate "C" not null,
  payload jsonb not null,
  at timestamptz not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  last_error text,
  done_at timestamptz,
  primary key (tenant, id)
);
create index outbox_due on outbox (due_at) where done_at is null;

-- Row-level security. The sub-select makes the tenant one value of the statement, not of each row.
do $$
declare name text;
begin
  foreach name in array array['logs', 'log_keys', 'log_entries', 'log_payloads', 'log_tiles',
    'log_heads', 'records', 'record_versions', 'pending_acts', 'record_links', 'record_uniques',
    'idempotency_keys', 'files', 'outbox']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I to schouw_app using (tenant = (select app_tenant()))
      with check (tenant = (select app_tenant()))', name);
  end loop;
end $$;
alter table tenants enable row level security;
alter table tenants force row level security;
create policy tenant on tenants for select to schouw_app using (id = (select app_tenant()));
create policy system on tenants to schouw_system using (true) with check (true);
create policy system on outbox to schouw_system using (true) with check (true);

grant usage on schema schouw to schouw_app, schouw_system;
grant select on tenants to schouw_app;
grant select, insert, update on logs, log_keys, records, files to schouw_app;
grant select, insert on log_entries, log_tiles, log_heads to schouw_app;
grant select, insert, update (salt, bytes) on log_payloads to schouw_app;
grant select, insert, update (document, meta, title, sort_title, search) on record_versions
  to schouw_app;
grant select, insert, update, delete on record_links, record_uniques, pending_acts,
  idempotency_keys, outbox to schouw_app;
grant select, insert, update (name) on tenants to schouw_system;
grant select, insert, update, delete on outbox to schouw_system;

-- SPDX-License-Identifier: EUPL-1.2
-- Advisories that somebody took away again: what it was and why stays, what was decided on it too.

-- Counts every change of which documents there are; a document bears the number of its last one.
alter table advisories add column change bigint not null default 0;
create index advisories_change on advisories (tenant, change);
alter table vulnerability_catalogues drop constraint vulnerability_catalogues_name_check;
alter table vulnerability_catalogues add constraint vulnerability_catalogues_name_check
  check (name in ('kev', 'epss', 'matching', 'names', 'documents'));

create table advisory_deletions (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  document text collate "C" not null,
  name text not null,
  title text not null,
  publisher text not null,
  -- Why it went; of bytes that are kept, also why they stay.
  reason text not null,
  is_kept boolean not null,
  -- Matches that were retired with it.
  matches bigint not null,
  -- Files it was carried in with that hold other things too, and stay.
  files_left bigint not null default 0,
  change bigint not null,
  -- In the log: it names document and revisions and holds the digest of the reason.
  entry bigint not null,
  made_at timestamptz not null,
  made_by text collate "C" not null,
  primary key (tenant, id)
);
create index advisory_deletions_document on advisory_deletions (tenant, document);
create index advisory_deletions_change on advisory_deletions (tenant, change);
create index advisory_deletions_made on advisory_deletions (tenant, made_at desc, id);

create table advisory_deleted_revisions (
  tenant uuid not null default app_tenant() references tenants,
  deletion uuid not null,
  digest text collate "C" not null,
  name text not null,
  revision text not null,
  released_at text not null,
  import uuid not null,
  made_at timestamptz not null,
  -- gzip of the bytes; null where they are gone.
  bytes bytea,
  primary key (tenant, deletion, digest)
);

-- What it meant for devices when it went.
create table vulnerability_retired (
  tenant uuid not null default app_tenant() references tenants,
  deletion uuid not null,
  subject uuid not null,
  weakness text not null,
  verdict text collate "C" not null check (verdict in ('affected', 'not_affected', 'cannot_decide')),
  since timestamptz not null,
  primary key (tenant, deletion, subject, weakness)
);
create index vulnerability_retired_subject on vulnerability_retired (tenant, subject, weakness);

do $$
declare name text;
begin
  foreach name in array array['advisory_deletions', 'advisory_deleted_revisions', 'vulnerability_retired']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I to schouw_app using (tenant = (select app_tenant()))
      with check (tenant = (select app_tenant()))', name);
  end loop;
end $$;

grant select, insert on advisory_deletions, advisory_deleted_revisions, vulnerability_retired to schouw_app;
grant update (files_left) on advisory_deletions to schouw_app;
grant delete on advisories to schouw_app;

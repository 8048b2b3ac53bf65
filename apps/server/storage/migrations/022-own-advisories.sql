-- SPDX-License-Identifier: EUPL-1.2
-- Advisories of one's own as the world reads them, byte for byte, and whether it may.

create table own_publishing (
  tenant uuid not null default app_tenant() references tenants,
  is_on boolean not null,
  -- Of the publisher, as documents name it.
  name text not null,
  namespace text not null,
  contact text not null,
  -- Under which the world reaches this server.
  address text not null,
  changed_at timestamptz not null,
  changed_by text collate "C" not null,
  primary key (tenant)
);

create table own_publications (
  tenant uuid not null default app_tenant() references tenants,
  -- The record of the advisory.
  record uuid not null,
  file text collate "C" not null,
  year text collate "C" not null,
  revision integer not null,
  title text not null,
  summary text not null,
  bytes bytea not null,
  sha256 text collate "C" not null,
  sha512 text collate "C" not null,
  first_at timestamptz not null,
  made_at timestamptz not null,
  made_by text collate "C" not null,
  primary key (tenant, record)
);
create unique index own_publications_file on own_publications (tenant, year, file);

do $$
declare name text;
begin
  foreach name in array array['own_publishing', 'own_publications']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I to schouw_app using (tenant = (select app_tenant()))
      with check (tenant = (select app_tenant()))', name);
  end loop;
end $$;

grant select, insert, update, delete on own_publishing, own_publications to schouw_app;

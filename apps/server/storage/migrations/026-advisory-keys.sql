-- SPDX-License-Identifier: EUPL-1.2
-- Keys with which publishers sign their advisories, and on whose word each counts here.
create table advisory_keys (
  tenant uuid not null default app_tenant(),
  id uuid not null,
  fingerprint text collate "C" not null,
  owner text not null,
  armoured text not null,
  -- Where it was found; empty where somebody brought it.
  url text not null,
  -- Null while it waits for somebody: first contact with a provider, or a person who compared it.
  basis text collate "C" check (basis in ('first_contact', 'person')),
  accepted_at timestamptz,
  accepted_by text collate "C",
  made_at timestamptz not null,
  made_by text collate "C" not null,
  primary key (tenant, id),
  unique (tenant, fingerprint)
);
alter table advisory_keys enable row level security;
alter table advisory_keys force row level security;
create policy tenant on advisory_keys to schouw_app using (tenant = (select app_tenant()))
  with check (tenant = (select app_tenant()));
grant select, insert, update, delete on advisory_keys to schouw_app;

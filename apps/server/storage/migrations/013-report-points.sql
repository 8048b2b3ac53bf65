-- SPDX-License-Identifier: EUPL-1.2
-- Where somebody without an account tells what looked odd, and the code to come back with. Only the
-- SHA-256 of links and codes is kept: what lies here opens nothing, and leads back to nobody.

create table report_points (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  name text collate "C" not null,
  digest bytea not null,
  made_at timestamptz not null,
  made_by text collate "C" not null,
  ended_at timestamptz,
  primary key (tenant, id)
);
create unique index report_points_digest on report_points (tenant, digest);

create table report_receipts (
  tenant uuid not null default app_tenant() references tenants,
  digest bytea not null,
  incident uuid not null,
  point uuid not null,
  at timestamptz not null,
  primary key (tenant, digest)
);

alter table report_points enable row level security;
alter table report_points force row level security;
create policy tenant on report_points to schouw_app using (tenant = (select app_tenant()))
  with check (tenant = (select app_tenant()));
grant select, insert, update on report_points to schouw_app;

alter table report_receipts enable row level security;
alter table report_receipts force row level security;
create policy tenant on report_receipts to schouw_app using (tenant = (select app_tenant()))
  with check (tenant = (select app_tenant()));
grant select, insert on report_receipts to schouw_app;

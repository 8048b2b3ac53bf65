-- SPDX-License-Identifier: EUPL-1.2
-- Where a sensor or an outside party delivers alerts, and nothing else. The key lies under the secret
-- of the installation: a signature has to be made again to be compared.

create table alert_intakes (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  name text collate "C" not null,
  sealed_key bytea not null,
  made_at timestamptz not null,
  made_by text collate "C" not null,
  last_at timestamptz,
  ended_at timestamptz,
  primary key (tenant, id)
);

alter table alert_intakes enable row level security;
alter table alert_intakes force row level security;
create policy tenant on alert_intakes to schouw_app using (tenant = (select app_tenant()))
  with check (tenant = (select app_tenant()));
grant select, insert, update (last_at, ended_at) on alert_intakes to schouw_app;

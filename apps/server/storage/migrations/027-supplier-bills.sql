-- SPDX-License-Identifier: EUPL-1.2
-- What bills of materials of suppliers came to when they were last held against the advisories. What
-- is in them is in no register.

create table supplier_bills (
  tenant uuid not null default app_tenant() references tenants,
  supplier uuid not null,
  digest text collate "C" not null,
  outcome jsonb not null,
  matched_at timestamptz not null,
  matched_by text collate "C" not null,
  primary key (tenant, supplier, digest)
);

alter table supplier_bills enable row level security;
alter table supplier_bills force row level security;
create policy tenant on supplier_bills to schouw_app using (tenant = (select app_tenant()))
  with check (tenant = (select app_tenant()));
grant select, insert, update on supplier_bills to schouw_app;

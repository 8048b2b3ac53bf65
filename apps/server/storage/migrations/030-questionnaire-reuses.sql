-- SPDX-License-Identifier: EUPL-1.2
-- Files with answers that a supplier gave to another organisation, brought along behind its link: what
-- the signature said of each, and how much was taken over.

create table questionnaire_reuses (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  review uuid not null,
  name text not null,
  digest text collate "C" not null,
  verdict text collate "C" not null check (verdict in ('intact', 'changed')),
  signer text,
  asked_by text,
  supplier text,
  answered_at timestamptz,
  taken integer not null,
  writer text not null,
  at timestamptz not null,
  primary key (tenant, id)
);
create index questionnaire_reuses_review on questionnaire_reuses (tenant, review);

alter table questionnaire_reuses enable row level security;
alter table questionnaire_reuses force row level security;
create policy tenant on questionnaire_reuses to schouw_app using (tenant = (select app_tenant()))
  with check (tenant = (select app_tenant()));
grant select, insert on questionnaire_reuses to schouw_app;

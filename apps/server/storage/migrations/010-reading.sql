-- SPDX-License-Identifier: EUPL-1.2
-- Personal links under which somebody without an account reads one version of a policy and says so.
-- Only the SHA-256 of a link is kept: what lies here opens nothing.

create table reading_links (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  digest bytea not null,
  -- The record in which this person is asked to read this version; the link is for nothing else.
  receipt uuid not null,
  made_at timestamptz not null,
  made_by text collate "C" not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant, id)
);
create unique index reading_links_digest on reading_links (tenant, digest);
create index reading_links_receipt on reading_links (tenant, receipt);

alter table reading_links enable row level security;
alter table reading_links force row level security;
create policy tenant on reading_links to schouw_app using (tenant = (select app_tenant()))
  with check (tenant = (select app_tenant()));
grant select, insert, update on reading_links to schouw_app;

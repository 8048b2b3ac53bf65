-- SPDX-License-Identifier: EUPL-1.2
-- Questionnaires that suppliers fill in behind a link, trust pages for customers, and sessions from
-- outside that recordings showed. Only the SHA-256 of links and codes is kept: what lies here opens nothing.

create table questionnaire_links (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  digest bytea not null,
  -- The review whose questions it opens, and nothing else.
  review uuid not null,
  -- Who passed it on within the supplier; null for the one the organisation sent.
  parent uuid,
  name text collate "C" not null,
  -- Where reminders go; null when the link was handed over.
  email text,
  language text collate "C" not null default 'nl',
  -- Names of the sections it is for; null is all of them.
  sections jsonb,
  made_at timestamptz not null,
  made_by text collate "C" not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant, id)
);
create unique index questionnaire_links_digest on questionnaire_links (tenant, digest);
create index questionnaire_links_review on questionnaire_links (tenant, review);

-- What stands at a field while the supplier writes; the record gets it when it is handed in.
create table questionnaire_fields (
  tenant uuid not null default app_tenant() references tenants,
  review uuid not null,
  question text collate "C" not null,
  field text collate "C" not null check (field in ('answer', 'explanation')),
  value text not null,
  writer text not null,
  link uuid not null,
  written_at timestamptz not null,
  primary key (tenant, review, question, field)
);

-- What another wrote over.
create table questionnaire_overwritten (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  review uuid not null,
  question text collate "C" not null,
  field text collate "C" not null,
  value text not null,
  writer text not null,
  written_at timestamptz not null,
  primary key (tenant, id)
);
create index questionnaire_overwritten_review on questionnaire_overwritten (tenant, review);

create table questionnaire_files (
  tenant uuid not null default app_tenant() references tenants,
  review uuid not null,
  question text collate "C" not null,
  digest text collate "C" not null,
  name text not null,
  bytes bigint not null,
  type text,
  writer text not null,
  at timestamptz not null,
  primary key (tenant, review, question, digest)
);

create table questionnaire_reminders (
  tenant uuid not null default app_tenant() references tenants,
  review uuid not null,
  stage text collate "C" not null,
  written_at timestamptz not null,
  primary key (tenant, review, stage)
);

create table trust_links (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  digest bytea not null,
  code_digest bytea not null,
  share uuid not null,
  made_at timestamptz not null,
  made_by text collate "C" not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant, id)
);
create unique index trust_links_digest on trust_links (tenant, digest);
create index trust_links_share on trust_links (tenant, share);

create table trust_views (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  share uuid not null,
  link uuid not null,
  at timestamptz not null,
  what text collate "C" not null check (what in ('shown', 'code_refused', 'downloaded')),
  primary key (tenant, id)
);
create index trust_views_share on trust_views (tenant, share, at);

create table remote_sessions (
  tenant uuid not null default app_tenant() references tenants,
  -- Of tool, ends and recording: the same recording brought twice is the same session.
  digest text collate "C" not null,
  tool text not null,
  source jsonb not null,
  target jsonb not null,
  first_at timestamptz,
  last_at timestamptz,
  capture text,
  frame bigint,
  times integer not null,
  brought_at timestamptz not null,
  brought_by text collate "C" not null,
  primary key (tenant, digest)
);

alter table questionnaire_links enable row level security;
alter table questionnaire_links force row level security;
create policy tenant on questionnaire_links to schouw_app using (tenant = (select app_tenant()))
  with check (tenant = (select app_tenant()));
grant select, insert, update on questionnaire_links to schouw_app;

alter table questionnaire_fields enable row level security;
alter table questionnaire_fields force row level security;
create policy tenant on questionnaire_fields to schouw_app using (tenant = (select app_tenant()))
  with check (tenant = (select app_tenant()));
grant select, insert, update on questionnaire_fields to schouw_app;

alter table questionnaire_overwritten enable row level security;
alter table questionnaire_overwritten force row level security;
create policy tenant on questionnaire_overwritten to schouw_app using (tenant = (select app_tenant()))
  with check (tenant = (select app_tenant()));
grant select, insert on questionnaire_overwritten to schouw_app;

alter table questionnaire_files enable row level security;
alter table questionnaire_files force row level security;
create policy tenant on questionnaire_files to schouw_app using (tenant = (select app_tenant()))
  with check (tenant = (select app_tenant()));
grant select, insert, delete on questionnaire_files to schouw_app;

alter table questionnaire_reminders enable row level security;
alter table questionnaire_reminders force row level security;
create policy tenant on questionnaire_reminders to schouw_app using (tenant = (select app_tenant()))
  with check (tenant = (select app_tenant()));
grant select, insert on questionnaire_reminders to schouw_app;

alter table trust_links enable row level security;
alter table trust_links force row level security;
create policy tenant on trust_links to schouw_app using (tenant = (select app_tenant()))
  with check (tenant = (select app_tenant()));
grant select, insert, update on trust_links to schouw_app;

alter table trust_views enable row level security;
alter table trust_views force row level security;
create policy tenant on trust_views to schouw_app using (tenant = (select app_tenant()))
  with check (tenant = (select app_tenant()));
grant select, insert on trust_views to schouw_app;

alter table remote_sessions enable row level security;
alter table remote_sessions force row level security;
create policy tenant on remote_sessions to schouw_app using (tenant = (select app_tenant()))
  with check (tenant = (select app_tenant()));
grant select, insert, update on remote_sessions to schouw_app;

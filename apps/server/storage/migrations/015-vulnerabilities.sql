-- SPDX-License-Identifier: EUPL-1.2
-- Advisories as they came, what they mean for assets and software, and what people made of that. The
-- bytes of what was carried in lie among the files; those of each document stand here, packed.

create table advisory_imports (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  state text collate "C" not null check (state in ('waiting', 'reading', 'matching', 'done', 'failed', 'cancelled')),
  file_name text not null,
  -- SHA-256 of the bytes, in hex.
  digest text collate "C" not null,
  size bigint not null,
  -- Where it is from and under which terms, as whoever brought it says.
  origin text not null,
  licence text not null,
  counters jsonb not null,
  problems jsonb not null,
  job uuid,
  entry bigint,
  made_at timestamptz not null,
  made_by text collate "C" not null,
  finished_at timestamptz,
  primary key (tenant, id)
);
create index advisory_imports_made on advisory_imports (tenant, made_at desc, id);

-- One row a revision; `document` names all revisions of one document.
create table advisories (
  tenant uuid not null default app_tenant(),
  digest text collate "C" not null,
  document text collate "C" not null,
  import uuid not null,
  path text not null,
  name text not null,
  title text not null,
  publisher text not null,
  publisher_category text not null,
  category text not null,
  format text collate "C" not null,
  revision text not null,
  released_at text not null,
  status text not null,
  is_current boolean not null,
  -- Digest of the revision before it; null in the first that was brought.
  former text collate "C",
  -- What of it changed since: sorts, then the differences themselves.
  changes text[] not null default '{}',
  differences jsonb not null default '[]',
  weaknesses text[] not null,
  search text not null,
  view jsonb not null,
  oddities jsonb not null,
  -- Of hash and signature: what was looked at, and what came of it.
  verification jsonb not null,
  licence text not null,
  origin text not null,
  -- gzip of the bytes, null where they are too many: then they lie among the files alone.
  bytes bytea,
  size bigint not null,
  made_at timestamptz not null,
  primary key (tenant, digest)
);
create index advisories_document on advisories (tenant, document, is_current);
create index advisories_made on advisories (tenant, made_at desc, digest);
create index advisories_weaknesses on advisories using gin (weaknesses);

-- What an advisory means for an asset or a piece of software; `subject` is a record.
create table vulnerability_matches (
  tenant uuid not null default app_tenant(),
  subject uuid not null,
  document text collate "C" not null,
  weakness text not null,
  verdict text collate "C" not null check (verdict in ('affected', 'not_affected', 'cannot_decide')),
  basis text collate "C" not null,
  route text collate "C" not null,
  stated_by text collate "C" not null,
  confidence double precision not null,
  fix text collate "C" not null,
  evidence jsonb not null,
  -- When it first came out so, and when verdict or remediation last changed.
  since timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant, subject, document, weakness)
);
create index vulnerability_matches_document on vulnerability_matches (tenant, document);

-- What people do about a vulnerability in an asset. It outlives revisions of documents.
create table vulnerability_states (
  tenant uuid not null default app_tenant(),
  subject uuid not null,
  weakness text not null,
  mark text collate "C" not null check (mark in ('not_remediated', 'in_progress', 'done')),
  decision text collate "C" check (decision in ('now', 'next_window', 'never')),
  reason text not null,
  due_on date,
  -- The finding in which the work is followed.
  finding uuid,
  changed_at timestamptz not null,
  changed_by text collate "C" not null,
  primary key (tenant, subject, weakness)
);

-- What somebody has written about an advisory, each version of it by itself.
create table advisory_assessments (
  tenant uuid not null default app_tenant(),
  id uuid not null,
  document text collate "C" not null,
  digest text collate "C" not null,
  relevance text collate "C" not null check (relevance in ('relevant', 'not_relevant', 'unclear')),
  text text not null,
  entry bigint,
  made_at timestamptz not null,
  made_by text collate "C" not null,
  primary key (tenant, id)
);
create index advisory_assessments_document on advisory_assessments (tenant, document, made_at);

-- The newest catalogue of what is exploited, the newest scores, and when assets were last matched.
create table vulnerability_catalogues (
  tenant uuid not null default app_tenant(),
  name text collate "C" not null check (name in ('kev', 'epss', 'matching')),
  digest text collate "C" not null,
  as_of text not null,
  bytes bytea,
  counters jsonb not null,
  made_at timestamptz not null,
  primary key (tenant, name)
);

-- What these say of the vulnerabilities that advisories name.
create table vulnerability_facts (
  tenant uuid not null default app_tenant(),
  weakness text not null,
  kev jsonb,
  chance double precision,
  percentile double precision,
  primary key (tenant, weakness)
);

-- Where advisories are fetched by schedule; nothing is fetched until somebody switches it on.
create table advisory_providers (
  tenant uuid not null default app_tenant(),
  id uuid not null,
  name text not null,
  url text not null,
  is_on boolean not null,
  -- Of each document that was fetched: when the provider last changed it.
  seen_until text not null,
  last_at timestamptz,
  last_outcome jsonb,
  made_at timestamptz not null,
  made_by text collate "C" not null,
  primary key (tenant, id)
);

do $$
declare name text;
begin
  foreach name in array array['advisory_imports', 'advisories', 'vulnerability_matches',
    'vulnerability_states', 'advisory_assessments', 'vulnerability_catalogues',
    'vulnerability_facts', 'advisory_providers']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I to schouw_app using (tenant = (select app_tenant()))
      with check (tenant = (select app_tenant()))', name);
  end loop;
end $$;

grant select, insert, update on advisory_imports, advisories to schouw_app;
grant select, insert, update, delete on vulnerability_matches, vulnerability_states,
  vulnerability_catalogues, vulnerability_facts, advisory_providers to schouw_app;
grant select, insert on advisory_assessments to schouw_app;

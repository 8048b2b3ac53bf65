-- SPDX-License-Identifier: EUPL-1.2
-- Frameworks that an organisation brought itself, how they go together with the requirements of
-- the duties of care, documents of others that became records, and the software that a source names.

create table frameworks (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  -- What it calls itself wherever it is published: a urn, or the UUID of the catalogue.
  key text collate "C" not null,
  format text collate "C" not null check (format in ('catalog', 'profile', 'ciso-assistant')),
  title text not null,
  version text,
  -- Of its own texts, where it says so.
  locale text collate "C",
  file_name text not null,
  -- SHA-256 of the bytes as they came, and of what was read from them, in hex.
  digest text collate "C" not null,
  size bigint not null,
  result_digest text collate "C" not null,
  requirement_count integer not null,
  problems jsonb not null,
  -- Index in the log; null until the import is in it.
  entry bigint,
  made_at timestamptz not null,
  made_by text collate "C" not null,
  primary key (tenant, id),
  unique (tenant, key)
);

create table framework_requirements (
  tenant uuid not null default app_tenant(),
  framework uuid not null,
  number integer not null,
  -- As its document names it; parents by the same names.
  requirement text collate "C" not null,
  parent text collate "C",
  -- What people cite.
  ref text,
  title text not null,
  description text,
  -- Title and description by language, where the document has several.
  words jsonb not null,
  is_assessable boolean not null,
  primary key (tenant, framework, number),
  unique (tenant, framework, requirement),
  foreign key (tenant, framework) references frameworks on delete cascade
);

-- What a document says, and what a person says, who is the one that counts.
create table framework_mappings (
  tenant uuid not null default app_tenant(),
  framework uuid not null,
  requirement text collate "C" not null,
  origin text collate "C" not null check (origin in ('document', 'person')),
  -- Requirements of ours with the relationship of each.
  maps jsonb not null,
  note text,
  entry bigint,
  made_at timestamptz not null,
  made_by text collate "C" not null,
  primary key (tenant, framework, requirement, origin),
  foreign key (tenant, framework) references frameworks on delete cascade
);

-- Documents that were made into records, or into mappings, by their bytes.
create table oscal_documents (
  tenant uuid not null default app_tenant() references tenants,
  digest text collate "C" not null,
  model text collate "C" not null,
  uuid text collate "C",
  title text,
  size bigint not null,
  result_digest text collate "C",
  entry bigint,
  made_at timestamptz not null,
  made_by text collate "C" not null,
  primary key (tenant, digest)
);

alter table sources
  add column component_count integer not null default 0,
  -- Whether its bytes are among the files, under their digest.
  add column is_kept boolean not null default false;

create table source_components (
  tenant uuid not null default app_tenant(),
  source uuid not null,
  number integer not null,
  -- Number of the sighting it is in, and of the component it is part of.
  within integer,
  part_of integer,
  type text collate "C" not null,
  name text not null,
  version text,
  vendor text,
  purl text collate "C",
  cpe text collate "C",
  licence text,
  sha256 text collate "C",
  path text not null,
  primary key (tenant, source, number),
  foreign key (tenant, source) references sources on delete cascade
);

do $$
declare name text;
begin
  foreach name in array array['frameworks', 'framework_requirements', 'framework_mappings',
    'oscal_documents', 'source_components']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I to schouw_app using (tenant = (select app_tenant()))
      with check (tenant = (select app_tenant()))', name);
  end loop;
end $$;

grant select, insert, update on frameworks, oscal_documents to schouw_app;
grant select, insert, delete on framework_requirements to schouw_app;
grant select, insert, update, delete on framework_mappings to schouw_app;
grant select, insert on source_components to schouw_app;

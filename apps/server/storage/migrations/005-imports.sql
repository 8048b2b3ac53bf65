-- SPDX-License-Identifier: EUPL-1.2
-- Tables that were brought from elsewhere, on their way into a register. What was in them is kept
-- until it is decided upon; afterwards only what is needed to take it back, without values.

create table imports (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  kind text collate "C" not null,
  state text collate "C" not null check (state in
    ('reading', 'refused', 'mapping', 'judging', 'judged', 'writing', 'done', 'undoing', 'undone')),
  file_name text not null,
  format text collate "C" not null check (format in ('csv', 'xlsx')),
  -- SHA-256 of the bytes, in hex.
  digest text collate "C" not null,
  size bigint not null,
  rows integer not null,
  -- Sheets, what stands above the columns, and how the columns and cells are read.
  sheets jsonb not null,
  settings jsonb not null,
  problems jsonb not null,
  -- What the rows come to: digest, size of the log it was judged at, counts.
  judgement jsonb,
  result jsonb,
  -- Rows done of the work under way, who asked for it to end, when it last gave a sign.
  progress integer not null,
  is_cancelled boolean not null,
  seen_at timestamptz not null,
  -- Index in the log of its last entry.
  entry bigint,
  made_at timestamptz not null,
  made_by text collate "C" not null,
  primary key (tenant, id)
);
create index imports_made on imports (tenant, made_at desc, id);

-- Rows as they stood in the file, some hundreds at a time.
create table import_rows (
  tenant uuid not null default app_tenant(),
  import uuid not null,
  sheet integer not null,
  part integer not null,
  rows text not null,
  primary key (tenant, import, sheet, part)
);

-- What each row comes to, and what came of it.
create table import_lines (
  tenant uuid not null default app_tenant(),
  import uuid not null,
  line integer not null,
  plan text collate "C" not null check (plan in ('create', 'change', 'same', 'refused')),
  record uuid,
  -- Of the record that it was judged on; 0 for a new one.
  version integer not null,
  detail jsonb not null,
  outcome text collate "C" check (outcome in
    ('created', 'changed', 'waiting', 'same', 'refused', 'undone', 'kept')),
  -- Of the record after it.
  made_version integer,
  primary key (tenant, import, line)
);
create index import_lines_plan on import_lines (tenant, import, plan, line);
create index import_lines_outcome on import_lines (tenant, import, outcome, line);

do $$
declare name text;
begin
  foreach name in array array['imports', 'import_rows', 'import_lines']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I to schouw_app using (tenant = (select app_tenant()))
      with check (tenant = (select app_tenant()))', name);
  end loop;
end $$;

grant select, insert, update on imports to schouw_app;
grant select, insert, update, delete on import_rows, import_lines to schouw_app;

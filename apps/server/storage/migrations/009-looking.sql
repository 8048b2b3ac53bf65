-- SPDX-License-Identifier: EUPL-1.2
-- How registers are looked at, kept under a name, and what was done to many records at once.

create table saved_views (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  kind text collate "C" not null,
  name text not null,
  -- As it stands in the address behind the register: columns, filter, order, words.
  address text not null,
  is_shared boolean not null,
  made_at timestamptz not null,
  made_by text collate "C" not null,
  primary key (tenant, id)
);
create index saved_views_kind on saved_views (tenant, kind);

create table bulk_edits (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  kind text collate "C" not null,
  -- The field that was set, or the state that was gone to; values stand in the records.
  act jsonb not null,
  -- Of each record: the version before, the version made, what came of it.
  rows jsonb not null,
  made_at timestamptz not null,
  made_by text collate "C" not null,
  undone_at timestamptz,
  primary key (tenant, id)
);
create index bulk_edits_made on bulk_edits (tenant, kind, made_at desc);

do $$
declare name text;
begin
  foreach name in array array['saved_views', 'bulk_edits']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I to schouw_app using (tenant = (select app_tenant()))
      with check (tenant = (select app_tenant()))', name);
  end loop;
end $$;

grant select, insert, update, delete on saved_views to schouw_app;
grant select, insert, update on bulk_edits to schouw_app;

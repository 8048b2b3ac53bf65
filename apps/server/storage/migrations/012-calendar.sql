-- SPDX-License-Identifier: EUPL-1.2
-- Links under which a calendar reads the days of one person, and which reminders were written.

create table calendar_links (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  -- Whose days they are, and whose place in the organisation they end with.
  account uuid not null,
  person uuid not null,
  -- SHA-256 of the token in the link.
  digest bytea not null,
  language text collate "C" not null check (language in ('nl', 'en')),
  made_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  primary key (tenant, id)
);
create unique index calendar_links_digest on calendar_links (tenant, digest);
create index calendar_links_account on calendar_links (tenant, account);

-- One for each action, day and stage: whoever writes it writes the mail in the same transaction.
create table reminders (
  tenant uuid not null default app_tenant() references tenants,
  action uuid not null,
  due_on text collate "C" not null,
  stage text collate "C" not null,
  person uuid not null,
  written_at timestamptz not null,
  primary key (tenant, action, due_on, stage)
);

do $$
declare name text;
begin
  foreach name in array array['calendar_links', 'reminders']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I to schouw_app using (tenant = (select app_tenant()))
      with check (tenant = (select app_tenant()))', name);
  end loop;
end $$;

grant select, insert, update (used_at, ended_at) on calendar_links to schouw_app;
grant select, insert on reminders to schouw_app;

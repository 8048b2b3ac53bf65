-- SPDX-License-Identifier: EUPL-1.2
-- What somebody has seen of what is to be done, and how often a mail is to tell of it. What is to be
-- done follows from the registers each time it is asked; nothing of that is kept here.

create table notice_reads (
  tenant uuid not null default app_tenant() references tenants,
  person uuid not null,
  -- What it was about, and why: the same thing due on another day is another notice.
  notice text collate "C" not null,
  read_at timestamptz not null,
  primary key (tenant, person, notice)
);

create table notice_settings (
  tenant uuid not null default app_tenant() references tenants,
  person uuid not null,
  digest text collate "C" not null check (digest in ('none', 'daily', 'weekly')),
  language text collate "C" not null check (language in ('nl', 'en')),
  changed_at timestamptz not null,
  -- Of the last mail, or of the setting: nothing from before it is told.
  told_at timestamptz not null,
  primary key (tenant, person)
);

do $$
declare name text;
begin
  foreach name in array array['notice_reads', 'notice_settings']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I to schouw_app using (tenant = (select app_tenant()))
      with check (tenant = (select app_tenant()))', name);
    execute format('grant select, insert, update, delete on %I to schouw_app', name);
  end loop;
end $$;

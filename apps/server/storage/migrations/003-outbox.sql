-- SPDX-License-Identifier: EUPL-1.2
-- Work behind what happens: jobs that somebody waits for, mail, and webhooks. The work itself is
-- written to `outbox` with what it follows from; the queue it is moved to is a library's schema.

-- Jobs that somebody asked for: how far they are, and whether they are to stop.
create table job_runs (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  name text collate "C" not null,
  asked_by text collate "C" not null,
  asked_at timestamptz not null,
  state text collate "C" not null
    check (state in ('waiting', 'active', 'done', 'failed', 'cancelled')),
  is_cancel_asked boolean not null default false,
  steps_done bigint,
  steps_total bigint,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (tenant, id)
);

create table mails (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  template text collate "C" not null,
  -- Address, language and values under the secret of the installation; gone when it has ended.
  sealed bytea,
  state text collate "C" not null check (state in ('waiting', 'sent', 'failed')),
  at timestamptz not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  -- A code of ours, never what the other server said: that may quote an address.
  last_error text collate "C",
  ended_at timestamptz,
  primary key (tenant, id)
);
create index mails_waiting on mails (tenant, at) where state = 'waiting';

create table webhooks (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  url text collate "C" not null,
  description text not null,
  -- Null is all of them.
  kinds jsonb,
  actions jsonb,
  scheme text collate "C" not null check (scheme in ('v1', 'v1a')),
  -- Under the secret of the installation.
  sealed_key bytea not null,
  public_key text collate "C",
  state text collate "C" not null check (state in ('active', 'disabled')),
  disabled_because text collate "C",
  created_by text collate "C" not null,
  created_at timestamptz not null,
  -- The first entry of the log that is not looked at yet.
  next_entry bigint not null,
  failing_since timestamptz,
  last_success_at timestamptz,
  primary key (tenant, id)
);

create table webhook_deliveries (
  tenant uuid not null default app_tenant(),
  id uuid not null,
  webhook uuid not null,
  -- Null for a test.
  entry bigint,
  event text collate "C" not null,
  body text not null,
  state text collate "C" not null check (state in ('waiting', 'delivered', 'failed')),
  at timestamptz not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  -- What came of each attempt, oldest first.
  tries jsonb not null default '[]',
  ended_at timestamptz,
  primary key (tenant, id),
  foreign key (tenant, webhook) references webhooks on delete cascade
);
create index webhook_deliveries_list on webhook_deliveries (tenant, webhook, at, id);
create index webhook_deliveries_ended on webhook_deliveries (tenant, ended_at);

do $$
declare name text;
begin
  foreach name in array array['job_runs', 'mails', 'webhooks', 'webhook_deliveries']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I to schouw_app using (tenant = (select app_tenant()))
      with check (tenant = (select app_tenant()))', name);
    execute format('grant select, insert, update, delete on %I to schouw_app', name);
  end loop;
end $$;

-- To count what waits, and to know who has webhooks to look after.
create policy system on mails for select to schouw_system using (true);
create policy system on webhooks for select to schouw_system using (true);
grant select (tenant, state, at, ended_at) on mails to schouw_system;
grant select (tenant, state) on webhooks to schouw_system;

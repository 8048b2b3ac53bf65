-- SPDX-License-Identifier: EUPL-1.2
-- Time from outside, and who may follow a log from outside.

-- A checkpoint that is to be stamped, and its token once it came. The note is in `log_heads`.
create table log_timestamps (
  tenant uuid not null default app_tenant(),
  size bigint not null,
  -- Where it is asked for.
  authority text collate "C" not null,
  -- Ties the answer to the request.
  nonce bytea not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  last_error text,
  token bytea,
  -- What the authority says, and how far our clock was behind it then.
  stamped_at timestamptz,
  clock_behind_ms bigint,
  primary key (tenant, size, authority),
  foreign key (tenant, size) references log_heads,
  check ((token is null) = (stamped_at is null))
);

-- A link under which a tool without an account reads the log, and nothing else.
create table log_followers (
  tenant uuid not null default app_tenant(),
  id uuid not null,
  name text not null,
  -- SHA-256 of the token in the link.
  digest bytea not null,
  made_at timestamptz not null,
  made_by text collate "C" not null,
  until_at timestamptz,
  ended_at timestamptz,
  primary key (tenant, id)
);
create unique index log_followers_digest on log_followers (tenant, digest);

do $$
declare name text;
begin
  foreach name in array array['log_timestamps', 'log_followers']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I to schouw_app using (tenant = (select app_tenant()))
      with check (tenant = (select app_tenant()))', name);
    execute format('grant select, insert, update on %I to schouw_app', name);
  end loop;
end $$;

-- SPDX-License-Identifier: EUPL-1.2
-- Captures that a browser or the command line has read, with who talks to whom in them; and what was
-- sighted and is not to be proposed again, because somebody has said why.
alter table sources drop constraint sources_format_check;
alter table sources add constraint sources_format_check
  check (format in ('nmap', 'zeek', 'eve', 'netbox', 'cyclonedx', 'spdx', 'inspect'));
alter table sources add column conversation_count integer not null default 0;

-- Between two sightings of the same source, by their numbers. Telemetry: never changed.
create table conversations (
  tenant uuid not null default app_tenant(),
  source uuid not null,
  number integer not null,
  from_number integer not null,
  to_number integer not null,
  transport text collate "C" not null check (transport in ('tcp', 'udp', 'icmp', 'ip', 'ethernet')),
  port integer not null,
  protocol text collate "C",
  is_guess boolean not null,
  is_direction_sure boolean not null,
  connections bigint not null,
  unanswered bigint not null,
  packets_to_server bigint not null,
  packets_to_client bigint not null,
  bytes_to_server bigint not null,
  bytes_to_client bigint not null,
  first_at timestamptz,
  last_at timestamptz,
  -- The first packet of it.
  capture text,
  frame bigint,
  operations jsonb not null,
  primary key (tenant, source, number),
  foreign key (tenant, source) references sources on delete cascade
);

-- Known by one thing: a card, a serial number, or an address at a site.
create table sightings_ignored (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  key_kind text collate "C" not null check (key_kind in ('mac', 'serial', 'ip', 'name')),
  key_value text collate "C" not null,
  site uuid,
  reason text not null,
  made_at timestamptz not null,
  made_by text collate "C" not null,
  ended_at timestamptz,
  ended_by text collate "C",
  primary key (tenant, id)
);
create index sightings_ignored_key on sightings_ignored (tenant, key_kind, key_value)
  where ended_at is null;

do $$
declare name text;
begin
  foreach name in array array['conversations', 'sightings_ignored']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I to schouw_app using (tenant = (select app_tenant()))
      with check (tenant = (select app_tenant()))', name);
  end loop;
end $$;

grant select, insert on conversations to schouw_app;
grant select, insert, update (ended_at, ended_by) on sightings_ignored to schouw_app;

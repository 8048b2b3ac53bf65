-- SPDX-License-Identifier: EUPL-1.2
-- Files of other tools and what they state about devices. They are statements, no records: what an
-- asset is held to be changes only when somebody accepts it.

create table sources (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  format text collate "C" not null check (format in ('nmap', 'zeek', 'eve', 'netbox', 'cyclonedx')),
  file_name text not null,
  -- SHA-256 of the bytes as they came, and of what was read from them, in hex.
  digest text collate "C" not null,
  size bigint not null,
  result_digest text collate "C" not null,
  -- The site it was made at, where somebody said so.
  site uuid,
  read_count bigint not null,
  sighting_count integer not null,
  document jsonb not null,
  problems jsonb not null,
  -- Index in the log; null until the import is in it.
  entry bigint,
  made_at timestamptz not null,
  made_by text collate "C" not null,
  primary key (tenant, id)
);
create index sources_made on sources (tenant, made_at desc, id);

create table sightings (
  tenant uuid not null default app_tenant(),
  source uuid not null,
  number integer not null,
  mac text collate "C",
  ip text collate "C",
  name text collate "C",
  serial text collate "C",
  is_local boolean,
  facts jsonb not null,
  primary key (tenant, source, number),
  foreign key (tenant, source) references sources on delete cascade
);
create index sightings_mac on sightings (tenant, mac) where mac is not null;
create index sightings_ip on sightings (tenant, ip) where ip is not null;

do $$
declare name text;
begin
  foreach name in array array['sources', 'sightings']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I to schouw_app using (tenant = (select app_tenant()))
      with check (tenant = (select app_tenant()))', name);
  end loop;
end $$;

grant select, insert, update (entry) on sources to schouw_app;
grant select, insert on sightings to schouw_app;

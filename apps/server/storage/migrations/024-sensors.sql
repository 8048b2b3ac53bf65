-- SPDX-License-Identifier: EUPL-1.2
-- Sensors: each with a key of its own, bound to one site. What it delivers on one day is a source like
-- any other, which grows until the day is over.

-- One sensor may be let in with it, once. Of the code only the digest is kept.
create table sensor_codes (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  digest bytea not null,
  site uuid not null,
  name text not null,
  made_at timestamptz not null,
  made_by text collate "C" not null,
  expires_at timestamptz not null,
  withdrawn_at timestamptz,
  sensor uuid,
  primary key (tenant, id),
  unique (tenant, digest)
);

create table sensors (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  site uuid not null,
  name text not null,
  -- Ed25519, SubjectPublicKeyInfo. Who has the database has nothing to sign with.
  public_key bytea not null,
  -- The hub's half of what it signs for this sensor, under the secret of the installation.
  sealed_hub_key bytea not null,
  enrolled_at timestamptz not null,
  enrolled_by text collate "C" not null,
  revoked_at timestamptz,
  revoked_by text collate "C",
  revoked_because text,
  settings jsonb not null,
  settings_version integer not null default 0,
  beat_number bigint not null default 0,
  beat_at timestamptz,
  beat jsonb,
  -- Numbers up to this one are no longer remembered one by one: they count as known.
  floor_sequence bigint not null default 0,
  top_sequence bigint not null default 0,
  -- The first number that was ever given out, as far as it came.
  least_sequence bigint,
  -- Of the numbers above the floor.
  batch_count bigint not null default 0,
  batch_at timestamptz,
  -- When one number came with two contents: two senders have the key.
  conflict_at timestamptz,
  -- The source of the day, and what it may still take.
  day date,
  source uuid,
  day_alerts integer not null default 0,
  day_left_out bigint not null default 0,
  primary key (tenant, id)
);

create table sensor_batches (
  tenant uuid not null default app_tenant(),
  sensor uuid not null,
  sequence bigint not null,
  digest bytea not null,
  received_at timestamptz not null,
  primary key (tenant, sensor, sequence),
  foreign key (tenant, sensor) references sensors on delete cascade
);

alter table sources drop constraint sources_format_check;
alter table sources add constraint sources_format_check check (format in
  ('nmap', 'zeek', 'eve', 'netbox', 'cyclonedx', 'spdx', 'inspect', 'sensor'));

-- What makes it the same device or conversation of one source when more is said of it; null where
-- everything was said at once.
alter table sightings add column ident text collate "C";
create unique index sightings_ident on sightings (tenant, source, ident);
alter table conversations add column ident text collate "C";
create unique index conversations_ident on conversations (tenant, source, ident);

do $$
declare name text;
begin
  foreach name in array array['sensor_codes', 'sensors', 'sensor_batches']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I to schouw_app using (tenant = (select app_tenant()))
      with check (tenant = (select app_tenant()))', name);
  end loop;
end $$;

grant select, insert, update (withdrawn_at, sensor) on sensor_codes to schouw_app;
grant select, insert, update (revoked_at, revoked_by, revoked_because, settings, settings_version,
  beat_number, beat_at, beat, floor_sequence, top_sequence,
  least_sequence, batch_count, batch_at, conflict_at, day,
  source, day_alerts, day_left_out) on sensors to schouw_app;
grant select, insert, delete on sensor_batches to schouw_app;
-- Only a source of a sensor has rows with an ident, and grows.
grant update (digest, size, result_digest, read_count, sighting_count, conversation_count, document)
  on sources to schouw_app;
grant update (mac, ip, name, serial, is_local, facts) on sightings to schouw_app;
grant update (connections, unanswered, packets_to_server, packets_to_client, bytes_to_server,
  bytes_to_client, first_at, last_at, operations, is_guess, is_direction_sure) on conversations
  to schouw_app;

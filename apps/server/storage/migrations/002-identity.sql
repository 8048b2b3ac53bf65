-- SPDX-License-Identifier: EUPL-1.2
-- Who somebody is, and what that somebody may be in which organisation.
--
-- An account belongs to the installation: one person who works for five companies signs in once. So
-- its tables have no tenant, stand in a schema of their own, and only `schouw_identity` reaches
-- them; neither registers nor jobs ever run as that role. What a tenant decides about an account
-- (membership, invitations, tokens, its identity provider) is the tenant's and under its row-level
-- security like everything else of it.

create schema schouw_identity;

create table schouw_identity.accounts (
  id uuid primary key,
  -- Trimmed and in lower case.
  email text collate "C" not null unique,
  name text not null,
  -- Argon2id in PHC form; null where nobody chose one.
  password text,
  -- Sealed with the secret of the installation.
  totp_secret bytea,
  -- The step of the last code that was accepted: none is accepted twice.
  totp_step bigint,
  -- The organisation of the last sign-in.
  last_tenant uuid,
  created_at timestamptz not null,
  disabled_at timestamptz
);

create table schouw_identity.sessions (
  id uuid primary key,
  -- SHA-256 of what the browser holds.
  digest bytea not null unique,
  account uuid not null references schouw_identity.accounts on delete cascade,
  tenant uuid,
  -- Vouched for by the identity provider of one organisation: good for that one alone.
  only_tenant uuid,
  method text collate "C" not null check (method in ('password', 'passkey', 'oidc', 'invitation', 'setup')),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  second_factor_at timestamptz,
  address text not null,
  agent text not null
);
create index sessions_account on schouw_identity.sessions (account);
create index sessions_created on schouw_identity.sessions (created_at);

create table schouw_identity.passkeys (
  -- As the authenticator named it, base64url.
  id text collate "C" primary key,
  account uuid not null references schouw_identity.accounts on delete cascade,
  public_key bytea not null,
  counter bigint not null,
  transports jsonb not null,
  name text not null,
  is_synced boolean not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkeys_account on schouw_identity.passkeys (account);

create table schouw_identity.recovery_codes (
  account uuid not null references schouw_identity.accounts on delete cascade,
  digest bytea not null,
  used_at timestamptz,
  primary key (account, digest)
);

-- What was asked of a browser and is expected back once: challenges, states, secrets to confirm.
create table schouw_identity.challenges (
  id uuid primary key,
  purpose text collate "C" not null,
  account uuid references schouw_identity.accounts on delete cascade,
  value jsonb not null,
  expires_at timestamptz not null
);
create index challenges_expires on schouw_identity.challenges (expires_at);

-- Failed guesses at an account or from an address; both named by a keyed digest.
create table schouw_identity.guesses (
  name text collate "C" primary key,
  failures integer not null,
  last_at timestamptz not null,
  closed_until timestamptz
);
create index guesses_last on schouw_identity.guesses (last_at);

-- In which organisations an account has a place: what to look at before a tenant is known.
create table schouw_identity.seats (
  account uuid not null references schouw_identity.accounts on delete cascade,
  tenant uuid not null,
  primary key (account, tenant)
);

create table schouw_identity.setup_links (
  digest bytea primary key,
  expires_at timestamptz not null
);
-- One row: the set-up that is under way or was finished. A crash between its steps leaves it to
-- be taken up again with the same ids.
create table schouw_identity.setup (
  is_only boolean primary key default true check (is_only),
  tenant uuid not null,
  account uuid not null,
  organisation uuid not null,
  person uuid not null,
  appointment uuid not null,
  started_at timestamptz not null,
  done_at timestamptz
);

-- What happened to accounts, kept for the account itself and for whoever runs the installation.
create table schouw_identity.events (
  id uuid primary key,
  at timestamptz not null,
  event text collate "C" not null,
  account uuid,
  detail jsonb not null,
  address text not null,
  agent text not null
);
create index events_account on schouw_identity.events (account, id);

-- What is the tenant's.

create table memberships (
  tenant uuid not null default app_tenant(),
  account uuid not null,
  -- The record of the person this account is here.
  person uuid not null,
  email text collate "C" not null,
  since timestamptz not null,
  ended_at timestamptz,
  primary key (tenant, account)
);
create unique index memberships_person on memberships (tenant, person) where ended_at is null;

-- Roles that are no responsibility in the company and so follow from no appointment.
create table membership_grants (
  tenant uuid not null default app_tenant(),
  id uuid not null,
  account uuid not null,
  role text collate "C" not null
    check (role in ('employee', 'supplier', 'customer', 'auditor', 'consultant')),
  supplier uuid,
  from_at timestamptz not null,
  until_at timestamptz,
  given_by text collate "C" not null,
  revoked_at timestamptz,
  primary key (tenant, id),
  check (role = 'employee' or until_at is not null),
  check ((role = 'supplier') = (supplier is not null))
);
create index membership_grants_account on membership_grants (tenant, account);

create table invitations (
  tenant uuid not null default app_tenant(),
  id uuid not null,
  digest bytea not null,
  email text collate "C" not null,
  person uuid not null,
  role text collate "C" not null,
  supplier uuid,
  -- Of the grant that comes of it.
  until_at timestamptz,
  -- The appointment that the role follows from, and the act in which it waits.
  appointment uuid,
  pending uuid,
  invited_by text collate "C" not null,
  at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid,
  revoked_at timestamptz,
  primary key (tenant, id)
);
create unique index invitations_digest on invitations (tenant, digest);

create table access_tokens (
  tenant uuid not null default app_tenant(),
  id uuid not null,
  digest bytea not null,
  kind text collate "C" not null check (kind in ('personal', 'machine', 'link')),
  name text not null,
  -- On whose behalf it speaks; null for a machine, which speaks for itself under its own id.
  account uuid,
  -- Of a machine or a link. A person's are looked up when the token is used.
  roles jsonb not null,
  supplier uuid,
  person uuid,
  may_read boolean not null,
  may_write boolean not null,
  -- Kinds it is for; null is all.
  kinds jsonb,
  made_by text collate "C" not null,
  at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant, id),
  check ((kind = 'personal') = (account is not null)),
  check ((kind = 'link') = (supplier is not null))
);
create unique index access_tokens_digest on access_tokens (tenant, digest);

create table identity_providers (
  tenant uuid not null default app_tenant(),
  id uuid not null,
  name text not null,
  issuer text collate "C" not null,
  client_id text collate "C" not null,
  sealed_secret bytea,
  is_enabled boolean not null,
  changed_at timestamptz not null,
  changed_by text collate "C" not null,
  primary key (tenant, id)
);

create table identity_links (
  tenant uuid not null default app_tenant(),
  provider uuid not null,
  subject text collate "C" not null,
  account uuid not null,
  at timestamptz not null,
  primary key (tenant, provider, subject)
);
create index identity_links_account on identity_links (tenant, account);

-- Written once. No secrets, no whole addresses.
create table security_events (
  tenant uuid not null default app_tenant(),
  id uuid not null,
  at timestamptz not null,
  event text collate "C" not null,
  account uuid,
  person text collate "C",
  detail jsonb not null,
  address text not null,
  agent text not null,
  primary key (tenant, id)
);

do $$
declare name text;
begin
  foreach name in array array['memberships', 'membership_grants', 'invitations', 'access_tokens',
    'identity_providers', 'identity_links', 'security_events']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I to schouw_app using (tenant = (select app_tenant()))
      with check (tenant = (select app_tenant()))', name);
  end loop;
  foreach name in array array['accounts', 'sessions', 'passkeys', 'recovery_codes', 'challenges',
    'guesses', 'seats', 'setup_links', 'setup', 'events']
  loop
    execute format('alter table schouw_identity.%I enable row level security', name);
    execute format('alter table schouw_identity.%I force row level security', name);
    execute format('create policy identity on schouw_identity.%I to schouw_identity using (true)
      with check (true)', name);
  end loop;
end $$;
-- What happens to an account is told to every organisation where it has a place.
create policy identity on security_events for insert to schouw_identity with check (true);
create policy identity on tenants for select to schouw_identity using (true);

grant select, insert, update on memberships, membership_grants, invitations, access_tokens,
  identity_providers to schouw_app;
grant select, insert, delete on identity_links to schouw_app;
grant select, insert on security_events to schouw_app;
grant usage on schema schouw, schouw_identity to schouw_identity;
grant select on tenants to schouw_identity;
grant insert on security_events to schouw_identity;
grant select, insert, update, delete on schouw_identity.accounts, schouw_identity.sessions,
  schouw_identity.passkeys, schouw_identity.recovery_codes, schouw_identity.challenges,
  schouw_identity.guesses, schouw_identity.seats, schouw_identity.setup_links,
  schouw_identity.setup to schouw_identity;
grant select, insert on schouw_identity.events to schouw_identity;

-- SPDX-License-Identifier: EUPL-1.2
-- What an import of a first state makes, known before it does: so that one which ended halfway,
-- stopped or with its server, is taken back and stands in nobody's way.

create table first_states (
  tenant uuid not null default app_tenant() references tenants,
  id uuid not null,
  state text collate "C" not null check (state in ('writing', 'done', 'taken_back')),
  -- Ids in the order in which they are made.
  records jsonb not null,
  made_at timestamptz not null,
  made_by text collate "C" not null,
  seen_at timestamptz not null,
  primary key (tenant, id)
);
-- Two at once would each find the registers empty.
create unique index first_states_writing on first_states (tenant) where state = 'writing';

alter table first_states enable row level security;
alter table first_states force row level security;
create policy tenant on first_states to schouw_app using (tenant = (select app_tenant()))
  with check (tenant = (select app_tenant()));
grant select, insert, update on first_states to schouw_app;

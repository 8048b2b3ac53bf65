-- SPDX-License-Identifier: EUPL-1.2
-- What is found for one device is found for its like: the evidence of a match stands once, and of each
-- subject what its matches came to, so that a run leaves alone what came out the same. The matches
-- of before are held again by the first turn; until then they are there without their evidence.

alter table vulnerability_matches drop column evidence;
-- SHA-1 of the evidence, in base64url.
alter table vulnerability_matches add column grounds text collate "C" not null default '';

create table vulnerability_grounds (
  tenant uuid not null default app_tenant() references tenants,
  digest text collate "C" not null,
  evidence jsonb not null,
  primary key (tenant, digest)
);

create table vulnerability_subjects (
  tenant uuid not null default app_tenant() references tenants,
  subject uuid not null,
  -- Of all matches with all documents, as they were stored last.
  digest text collate "C" not null,
  primary key (tenant, subject)
);

do $$
declare name text;
begin
  foreach name in array array['vulnerability_grounds', 'vulnerability_subjects']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I to schouw_app using (tenant = (select app_tenant()))
      with check (tenant = (select app_tenant()))', name);
  end loop;
end $$;

grant select, insert, update, delete on vulnerability_grounds, vulnerability_subjects to schouw_app;

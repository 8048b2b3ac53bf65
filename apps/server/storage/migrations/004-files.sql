-- SPDX-License-Identifier: EUPL-1.2
-- What is known of a stored file beside its bytes: who brought it and called it what, why it is kept
-- apart, who let it go, and when anybody last had to do with it.

alter table files
  add column name text,
  add column claimed_type text collate "C",
  add column doubts text[] not null default '{}',
  add column by text collate "C" not null default 'system',
  -- Of the last upload of these bytes: what nobody refers to stays for some time from here.
  add column touched_at timestamptz not null default now(),
  -- When somebody looked and let it out of quarantine, who, and why.
  add column released_at timestamptz,
  add column released_by text collate "C",
  add column released_reason text;

-- `leaving`: its bytes are being removed, and nobody may bring them back meanwhile.
alter table files drop constraint files_state_check;
alter table files add constraint files_state_check
  check (state in ('stored', 'quarantined', 'leaving', 'erased'));

create index files_at on files (tenant, at, digest);
create index files_touched on files (tenant, touched_at);

grant delete on files to schouw_app;

-- SPDX-License-Identifier: EUPL-1.2
-- Work that somebody waits for, also what a request does itself: what it is about, what is counted,
-- and when it last gave a sign.

alter table job_runs
  -- Register or name of a file; no values of records.
  add column about jsonb,
  -- What the steps are.
  add column steps_of text collate "C",
  -- Null for what the queue watches over by itself.
  add column seen_at timestamptz;

create index job_runs_asked on job_runs (tenant, asked_at desc, id);

-- SPDX-License-Identifier: EUPL-1.2
-- What an organisation knows of names beyond ours: makers, families of products, other names.
alter table vulnerability_catalogues drop constraint vulnerability_catalogues_name_check;
alter table vulnerability_catalogues add constraint vulnerability_catalogues_name_check
  check (name in ('kev', 'epss', 'matching', 'names'));

-- SPDX-License-Identifier: EUPL-1.2
-- Bills of materials come as SPDX too.
alter table sources drop constraint sources_format_check;
alter table sources add constraint sources_format_check
  check (format in ('nmap', 'zeek', 'eve', 'netbox', 'cyclonedx', 'spdx'));

-- SPDX-License-Identifier: EUPL-1.2
-- What a DHCP server has given out, and the device lists of Defender and Intune, are sources too.
alter table sources drop constraint sources_format_check;
alter table sources add constraint sources_format_check check (format in
  ('nmap', 'zeek', 'eve', 'netbox', 'cyclonedx', 'spdx', 'inspect', 'sensor', 'leases', 'endpoints'));

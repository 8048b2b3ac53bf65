// SPDX-License-Identifier: EUPL-1.2
/**
 * Protocols: one folder each, holding one `Protocol`. This list is all the engine knows of them;
 * adding a protocol is one folder and one line here.
 */
import type { Protocol } from '../protocol.ts'
import { ads, adsDiscovery } from './ads/index.ts'
import { amqp } from './amqp/index.ts'
import { bacnet, bacnetEthernet, bacnetSerial } from './bacnet/index.ts'
import { cdp } from './cdp/index.ts'
import { cipio } from './cipio/index.ts'
import { codesys, codesysUdp } from './codesys/index.ts'
import { dcerpc } from './dcerpc/index.ts'
import { dhcp } from './dhcp/index.ts'
import { dhcpv6 } from './dhcpv6/index.ts'
import { dnp3, dnp3Udp } from './dnp3/index.ts'
import { dns, dnsOverTcp } from './dns/index.ts'
import { dtls } from './dtls/index.ts'
import { egd } from './egd/index.ts'
import { enip, enipUdp } from './enip/index.ts'
import { epl } from './epl/index.ts'
import { ethercat, ethercatUdp } from './ethercat/index.ts'
import { fins, finsTcp } from './fins/index.ts'
import { focas } from './focas/index.ts'
import { fox } from './fox/index.ts'
import { ftp, ftpData } from './ftp/index.ts'
import { geSrtp } from './ge-srtp/index.ts'
import { goose } from './goose/index.ts'
import { gvcp } from './gvcp/index.ts'
import { hartIp, hartIpTcp } from './hart-ip/index.ts'
import { hislip } from './hislip/index.ts'
import { hsms } from './hsms/index.ts'
import { hsrp } from './hsrp/index.ts'
import { http } from './http/index.ts'
import { iec104 } from './iec104/index.ts'
import { imap } from './imap/index.ts'
import { isakmp } from './isakmp/index.ts'
import { kerberos, kerberosTcp } from './kerberos/index.ts'
import { knxip, knxipTcp } from './knxip/index.ts'
import { lacp } from './lacp/index.ts'
import { cldap, ldap } from './ldap/index.ts'
import { lldp } from './lldp/index.ts'
import { llmnr } from './llmnr/index.ts'
import { lsv2 } from './lsv2/index.ts'
import { mdns } from './mdns/index.ts'
import { melsoft, melsoftSearch, melsoftUdp } from './melsoft/index.ts'
import { modbus } from './modbus/index.ts'
import { mqtt } from './mqtt/index.ts'
import { mysql } from './mysql/index.ts'
import { nbdgm } from './nbdgm/index.ts'
import { nbns } from './nbns/index.ts'
import { ntp } from './ntp/index.ts'
import { opcua } from './opcua/index.ts'
import { openProtocol } from './open-protocol/index.ts'
import { openvpn, openvpnTcp } from './openvpn/index.ts'
import { pcworx } from './pcworx/index.ts'
import { pgsql } from './pgsql/index.ts'
import { pnDcp } from './pn-dcp/index.ts'
import { pnIo } from './pn-io/index.ts'
import { pnMrp } from './pn-mrp/index.ts'
import { pop } from './pop/index.ts'
import { proconos } from './proconos/index.ts'
import { ptp, ptpUdp } from './ptp/index.ts'
import { quic } from './quic/index.ts'
import { radius } from './radius/index.ts'
import { rdp } from './rdp/index.ts'
import {
  anydeskDiscovery,
  dameware,
  radmin,
  rustdesk,
  rustdeskUdp,
  teamviewer,
  teamviewerUdp,
  zerotier,
} from './remote-access/index.ts'
import { rtps } from './rtps/index.ts'
import { s7comm } from './s7comm/index.ts'
import { sbus } from './sbus/index.ts'
import { slmp, slmpUdp } from './slmp/index.ts'
import { smb } from './smb/index.ts'
import { smtp } from './smtp/index.ts'
import { snmp } from './snmp/index.ts'
import { ssdp } from './ssdp/index.ts'
import { ssh } from './ssh/index.ts'
import { stp } from './stp/index.ts'
import { sv } from './sv/index.ts'
import { synphasor, synphasorUdp } from './synphasor/index.ts'
import { syslog } from './syslog/index.ts'
import { tds } from './tds/index.ts'
import { telnet } from './telnet/index.ts'
import { tftp } from './tftp/index.ts'
import { tls } from './tls/index.ts'
import { tns } from './tns/index.ts'
import { tristation } from './tristation/index.ts'
import { vnc } from './vnc/index.ts'
import { wireguard } from './wireguard/index.ts'
import { wsd } from './wsd/index.ts'

export const protocols: readonly Protocol[] = [
  cdp,
  dhcp,
  dhcpv6,
  dns,
  dnsOverTcp,
  http,
  lldp,
  llmnr,
  mdns,
  nbdgm,
  nbns,
  pnDcp,
  pnMrp,
  s7comm,
  snmp,
  ssdp,
  ssh,
  stp,
  tls,
  smb,
  kerberos,
  kerberosTcp,
  modbus,
  mqtt,
  dcerpc,
  ldap,
  cldap,
  tds,
  rdp,
  vnc,
  ftp,
  ftpData,
  telnet,
  ntp,
  syslog,
  tftp,
  radius,
  smtp,
  pop,
  imap,
  enip,
  enipUdp,
  cipio,
  teamviewer,
  teamviewerUdp,
  radmin,
  dameware,
  rustdesk,
  rustdeskUdp,
  zerotier,
  anydeskDiscovery,
  wireguard,
  openvpn,
  openvpnTcp,
  isakmp,
  quic,
  pnIo,
  wsd,
  ethercat,
  ethercatUdp,
  pgsql,
  mysql,
  tns,
  ads,
  adsDiscovery,
  opcua,
  dtls,
  bacnet,
  bacnetEthernet,
  bacnetSerial,
  fins,
  finsTcp,
  dnp3,
  dnp3Udp,
  iec104,
  goose,
  egd,
  ptp,
  ptpUdp,
  hartIp,
  hartIpTcp,
  synphasor,
  synphasorUdp,
  sbus,
  rtps,
  amqp,
  codesys,
  codesysUdp,
  epl,
  focas,
  fox,
  geSrtp,
  gvcp,
  hislip,
  hsms,
  hsrp,
  knxip,
  knxipTcp,
  lacp,
  lsv2,
  melsoft,
  melsoftSearch,
  melsoftUdp,
  openProtocol,
  pcworx,
  proconos,
  slmp,
  slmpUdp,
  sv,
  tristation,
]

// SPDX-License-Identifier: EUPL-1.2
// Objects whose values say what a device is.
import type { FactName } from '../../protocol.ts'

/** Object identifiers without their instance, and the facts their values are. */
export const objects: Readonly<Record<string, FactName>> = {
  // SNMPv2-MIB (RFC 3418), group system. sysDescr is also taken apart.
  '1.3.6.1.2.1.1.1': 'description',
  '1.3.6.1.2.1.1.2': 'snmp.object_id',
  '1.3.6.1.2.1.1.4': 'contact',
  '1.3.6.1.2.1.1.5': 'hostname',
  '1.3.6.1.2.1.1.6': 'location',
  '1.3.6.1.2.1.1.9.1.3': 'snmp.supports',
  // UPS-MIB (RFC 1628), group upsIdent.
  '1.3.6.1.2.1.33.1.1.1': 'vendor',
  '1.3.6.1.2.1.33.1.1.2': 'model',
  '1.3.6.1.2.1.33.1.1.3': 'firmware',
  // Printer-MIB (RFC 3805) prtGeneralSerialNumber, Host-Resources-MIB (RFC 2790) hrDeviceDescr.
  '1.3.6.1.2.1.43.5.1.1.17': 'serial',
  '1.3.6.1.2.1.25.3.2.1.3': 'snmp.device',
  // LLDP-MIB (IEEE 802.1AB), the local system.
  '1.0.8802.1.1.2.1.3.3': 'hostname',
  '1.0.8802.1.1.2.1.3.4': 'description',
  // IF-MIB (RFC 2863) ifDescr.
  '1.3.6.1.2.1.2.2.1.2': 'snmp.interface',
  // Siemens AUTOMATION-SYSTEM-MIB: identification and maintenance data.
  '1.3.6.1.4.1.4329.6.3.2.1.1.2': 'order_number',
  '1.3.6.1.4.1.4329.6.3.2.1.1.3': 'serial',
  '1.3.6.1.4.1.4329.6.3.2.1.1.4': 'hardware',
  '1.3.6.1.4.1.4329.6.3.2.1.1.5': 'firmware',
  '1.3.6.1.4.1.4329.6.3.2.1.1.7': 'snmp.function_tag',
  '1.3.6.1.4.1.4329.6.3.2.1.1.8': 'location',
}

/**
 * ENTITY-MIB (RFC 6933) entPhysicalTable, by column. What has the lowest index is as a rule the
 * chassis; modules and ports follow, and their facts are not the device's.
 */
export const entityTable = '1.3.6.1.2.1.47.1.1.1.1.'
export const entityColumns: Readonly<Record<string, readonly [FactName, FactName]>> = {
  2: ['snmp.entity', 'snmp.entity'],
  8: ['hardware', 'snmp.entity_hardware'],
  9: ['snmp.boot_firmware', 'snmp.entity_firmware'],
  10: ['firmware', 'snmp.entity_software'],
  11: ['serial', 'snmp.entity_serial'],
  12: ['vendor', 'snmp.entity_vendor'],
  13: ['model', 'snmp.entity_model'],
}
/** 1 by custom; Cisco stacks begin at 1001. */
export const chassisIndexes: readonly string[] = ['1', '1001']

/** IP-MIB (RFC 4293) ipNetToMediaPhysAddress: the ARP table of a router or switch. */
export const neighbourTable = '1.3.6.1.2.1.4.22.1.2.'

/** SNMPv2-MIB snmpTrapOID.0: which trap it is. */
export const trapOid = '1.3.6.1.6.3.1.1.4.1.0'

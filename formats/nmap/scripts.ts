// SPDX-License-Identifier: EUPL-1.2
// What the scripts of nmap that ask devices who they are answer, as facts of the inventory.
import { plainName } from '../table/index.ts'
import { all, attribute, type Element } from '../xml/index.ts'

export interface ScriptFact {
  readonly name: string
  readonly value: string
  readonly protocol: string
}

interface Meaning {
  readonly protocol: string
  /** Plain name of a key → name of the fact. */
  readonly facts: Readonly<Record<string, string>>
}

const meanings: Readonly<Record<string, Meaning>> = {
  's7-info': {
    protocol: 's7comm',
    facts: {
      module: 'order_number',
      basichardware: 'hardware.order_number',
      version: 'firmware',
      systemname: 'station_name',
      moduletype: 'model',
      serialnumber: 'serial',
      plantidentification: 'plant',
      copyright: 'vendor.text',
    },
  },
  'enip-info': {
    protocol: 'enip',
    facts: {
      vendor: 'vendor',
      productname: 'model',
      serialnumber: 'serial',
      productcode: 'product_code',
      revision: 'firmware',
      devicetype: 'device_type',
      type: 'device_type',
      deviceip: 'stated.ip',
    },
  },
  'bacnet-info': {
    protocol: 'bacnet',
    facts: {
      vendorname: 'vendor',
      vendorid: 'vendor.number',
      modelname: 'model',
      firmware: 'firmware',
      applicationsoftware: 'application.version',
      objectname: 'station_name',
      objectidentifier: 'bacnet.instance',
      instancenumber: 'bacnet.instance',
      description: 'description',
      location: 'location',
    },
  },
  'modbus-discover': {
    protocol: 'modbus',
    facts: { deviceidentification: 'modbus.identification', slaveiddata: 'modbus.slave_id' },
  },
  'omron-info': {
    protocol: 'fins',
    facts: { controllermodel: 'model', controllerversion: 'firmware' },
  },
  'fox-info': {
    protocol: 'fox',
    facts: {
      hostname: 'hostname',
      stationname: 'station_name',
      brandid: 'vendor',
      appname: 'model',
      appversion: 'firmware',
      hostid: 'serial',
      osname: 'operating_system',
      osversion: 'operating_system.version',
    },
  },
  'pcworx-info': {
    protocol: 'pcworx',
    facts: {
      plctype: 'model',
      modelnumber: 'order_number',
      firmwareversion: 'firmware',
    },
  },
  'iec61850-mms': {
    protocol: 'mms',
    facts: {
      vendor: 'vendor',
      vendorname: 'vendor',
      model: 'model',
      modelname: 'model',
      revision: 'firmware',
    },
  },
  'snmp-sysdescr': { protocol: 'snmp', facts: {} },
  'snmp-info': { protocol: 'snmp', facts: { enterprise: 'vendor', enginedata: 'snmp.engine' } },
  'smb-os-discovery': {
    protocol: 'smb',
    facts: {
      os: 'operating_system',
      server: 'hostname',
      fqdn: 'dns.name',
      workgroup: 'workgroup',
      domain: 'domain',
    },
  },
  'rdp-ntlm-info': {
    protocol: 'rdp',
    facts: {
      netbioscomputername: 'hostname',
      dnscomputername: 'dns.name',
      productversion: 'operating_system.build',
      netbiosdomainname: 'domain',
    },
  },
  nbstat: { protocol: 'nbns', facts: { servername: 'hostname', workgroup: 'workgroup' } },
  'http-title': { protocol: 'http', facts: { title: 'http.title' } },
  'http-server-header': { protocol: 'http', facts: {} },
  'ssl-cert': { protocol: 'tls', facts: { notafter: 'tls.valid_until' } },
}

/** Facts of which the name is not known stand under the script's own. */
export function scriptFacts(id: string, script: Element): readonly ScriptFact[] {
  const meaning = meanings[id]
  if (meaning === undefined) return []
  const facts: ScriptFact[] = []
  const { protocol } = meaning
  for (const { key, value } of pairs(script)) {
    const name = meaning.facts[plainName(key)]
    if (name !== undefined) facts.push({ name, value: cleaned(name, value), protocol })
  }
  const output = attribute(script, 'output') ?? ''
  if (id === 'snmp-sysdescr') {
    const [value = ''] = output.trim().split('\n')
    facts.push({ name: 'snmp.description', value, protocol })
  }
  if (id === 'modbus-discover') facts.push(...modbusFacts(facts))
  if (id === 'ssl-cert') facts.push(...certificateFacts(script))
  return facts
}

function* pairs(element: Element): Generator<{ key: string; value: string }> {
  for (const one of element.children) {
    if (one.name === 'table') yield* pairs(one)
    else if (one.name === 'elem') yield { key: attribute(one, 'key') ?? '', value: one.text }
  }
}

/** `Schneider Electric (243)` and `Programmable Logic Controller (14)`: number of a register. */
function cleaned(name: string, value: string): string {
  const isNumbered = name === 'vendor' || name === 'device_type'
  return isNumbered ? value.replace(/\s*\(\d+\)$/, '') : value
}

/** `Schneider Electric BMX P34 2020 v2.1`: maker, code and revision in one text. */
function modbusFacts(facts: readonly ScriptFact[]): readonly ScriptFact[] {
  return facts.flatMap(({ name, value, protocol }) => {
    if (name !== 'modbus.identification') return []
    const found = /^(.*\S)\s+([vV]?\d+(?:\.\d+)+)$/.exec(value)
    const stated = found?.[1] ?? value
    const firmware = found?.[2]
    return [
      { name: 'model', value: stated, protocol },
      ...(firmware === undefined ? [] : [{ name: 'firmware', value: firmware, protocol }]),
    ]
  })
}

function certificateFacts(script: Element): readonly ScriptFact[] {
  const subject = all(script, 'table').find((one) => attribute(one, 'key') === 'subject')
  const name = all(subject, 'elem').find((one) => attribute(one, 'key') === 'commonName')
  return name === undefined ? [] : [{ name: 'tls.name', value: name.text, protocol: 'tls' }]
}

// SPDX-License-Identifier: EUPL-1.2
import type { Sighted, Source } from '../sightings/index.ts'
import { all, attribute, childText, type Element, elementAt, first } from '../xml/index.ts'
import { type Planned, readProject, within } from './project.ts'

/** The system file of a TwinCAT 3 project (`.tsproj`): the controller and what hangs on its buses. */
export function readTwinCat(
  source: Source,
  about: { readonly fileName?: string } = {},
): Promise<Sighted> {
  return readProject(source, about, {
    protocol: 'twincat',
    root: 'TcSmProject',
    expected: 'a TwinCAT project, <TcSmProject>',
    devices,
    document: (root) => ({ twincat: attribute(root, 'TcVersion') }),
  })
}

function* devices(root: Element, fileName: string): Generator<Planned> {
  for (const project of all(root, 'Project')) {
    const netId = attribute(project, 'TargetNetId')
    const buses = all(elementAt(project, 'Io'), 'Device')
    const boxes = buses.flatMap((bus) => [...within(bus)].filter(({ name }) => name === 'Box'))
    const stem = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
    yield {
      name: attribute(project, 'Name') ?? (stem === '' ? netId : stem),
      ips: [],
      facts: {
        'ads.netid': netId,
        vendor: 'Beckhoff',
        software: runtime(root),
        role_hint: 'controller',
      },
      modules: boxes.map(boxText),
      path: `/Project/${attribute(project, 'ProjectGUID') ?? ''}`,
    }
    for (const box of boxes) {
      const ip = addressOf(box)
      if (ip === undefined) continue
      yield {
        name: childText(box, 'Name'),
        ips: [ip],
        facts: { ...identity(box), 'twincat.controller': netId },
        modules: [],
        path: `/Io/${childText(box, 'Name') ?? ''}`,
      }
    }
  }
}

function runtime(root: Element): string | undefined {
  const version = attribute(root, 'TcVersion')
  return version === undefined ? undefined : `TwinCAT ${version}`
}

/** `EK1100 EtherCAT Coupler (2A E-Bus)` and its revision; numbers as EtherCAT states them on the wire. */
function identity(box: Element): Readonly<Record<string, string | undefined>> {
  const bus = first(box, 'EtherCAT')
  return {
    model: attribute(bus, 'Desc') ?? attribute(bus, 'Type'),
    'ethercat.vendor_id': numberOf(attribute(bus, 'VendorId')),
    product_code: numberOf(attribute(bus, 'ProductCode')),
    'ethercat.revision': numberOf(attribute(bus, 'RevisionNo')),
  }
}

function boxText(box: Element): string {
  const { model, 'ethercat.revision': revision } = identity(box)
  const words = [childText(box, 'Name'), model, revision].filter((one) => one !== undefined)
  return [...new Set(words)].join(', ')
}

/** Boxes of Ethernet buses have an address; those of EtherCAT have none. */
function addressOf(box: Element): string | undefined {
  for (const one of within(box)) {
    if (one !== box && one.name === 'Box') continue
    const ip = attribute(one, 'IpAddress') ?? attribute(one, 'IPAddress')
    if (ip !== undefined) return ip
  }
  return undefined
}

/** `#x044c2c52`. */
function numberOf(text: string | undefined): string | undefined {
  const digits = /^#x([\da-f]{1,8})$/i.exec(text ?? '')?.[1]
  return digits === undefined ? text : `0x${digits.toLowerCase().padStart(8, '0')}`
}

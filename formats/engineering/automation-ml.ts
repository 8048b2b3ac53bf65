// SPDX-License-Identifier: EUPL-1.2
import type { Sighted, Source } from '../sightings/index.ts'
import { all, attribute, childText, type Element, elementAt } from '../xml/index.ts'
import { type Planned, readProject, within } from './project.ts'

/**
 * AutomationML (IEC 62714, CAEX 2.15 and 3.0) as TIA Portal exports the hardware of a project: devices,
 * what is plugged into them, and their addresses. Other exports are read where they use the same roles.
 */
export function readAutomationMl(
  source: Source,
  about: { readonly fileName?: string } = {},
): Promise<Sighted> {
  return readProject(source, about, {
    protocol: 'aml',
    root: 'CAEXFile',
    expected: 'AutomationML, <CAEXFile>',
    devices: (root) =>
      all(root, 'InstanceHierarchy').flatMap((one) => [...devicesIn(one, attribute(one, 'Name'))]),
    document: (root) => ({
      caex: attribute(root, 'SchemaVersion'),
      writer:
        childText(elementAt(root, 'AdditionalInformation', 'WriterHeader'), 'WriterName') ??
        attribute(elementAt(root, 'SourceDocumentInformation'), 'OriginName'),
    }),
  })
}

function* devicesIn(element: Element, path = ''): Generator<Planned> {
  for (const child of all(element, 'InternalElement')) {
    const here = `${path}/${attribute(child, 'Name') ?? ''}`
    if (hasRole(child, 'Device')) yield planned(child, here)
    else yield* devicesIn(child, here)
  }
}

/** A station: its head is the part with a program or a network of its own. */
function planned(device: Element, path: string): Planned {
  const parts = [...within(device)].filter(
    (one) => one.name === 'InternalElement' && hasRole(one, 'DeviceItem'),
  )
  const head =
    parts.find((one) => /^(cpu|headmodule)$/i.test(statedIn(one, 'DeviceItemType') ?? '')) ??
    parts.find((one) => identifierOf(one).order_number !== undefined)
  const nodes = [...within(device)].filter(
    (one) => one.name === 'InternalElement' && hasRole(one, 'Node'),
  )
  const ips = nodes.flatMap((one) => statedIn(one, 'NetworkAddress') ?? [])
  const station = nodes.map((one) => statedIn(one, 'ProfinetDeviceName')).find(Boolean)
  const { order_number, firmware } = identifierOf(head ?? device)
  return {
    name: station ?? attribute(head ?? device, 'Name') ?? attribute(device, 'Name'),
    ips,
    facts: {
      order_number,
      firmware: statedIn(head ?? device, 'FirmwareVersion') ?? firmware,
      model: statedIn(head ?? device, 'TypeName'),
      vendor: statedIn(device, 'Manufacturer') ?? statedIn(head ?? device, 'Manufacturer'),
      'aml.device': attribute(device, 'Name'),
      'aml.comment': statedIn(device, 'Comment'),
      location: statedIn(head ?? device, 'LocationIdentifier'),
      plant: statedIn(head ?? device, 'PlantDesignation'),
      'aml.type': statedIn(device, 'TypeIdentifier'),
    },
    modules: parts.filter((one) => one !== head).flatMap((one) => moduleText(one) ?? []),
    path,
  }
}

function moduleText(part: Element): string | undefined {
  const { order_number, firmware } = identifierOf(part)
  if (order_number === undefined) return undefined
  const slot = statedIn(part, 'PositionNumber')
  const words = [statedIn(part, 'TypeName') ?? attribute(part, 'Name'), order_number, firmware]
  return [slot === undefined ? '' : `${slot}:`, ...words.filter(Boolean)].join(' ').trim()
}

/** `OrderNumber:6ES7 511-1AK02-0AB0/V2.8`. */
function identifierOf(part: Element): { order_number?: string; firmware?: string } {
  const [, order, version] =
    /^OrderNumber:([^/]+)(?:\/(V[\w.]+))?/i.exec(statedIn(part, 'TypeIdentifier') ?? '') ?? []
  if (order === undefined) return {}
  return {
    order_number: order.trim(),
    ...(version === undefined ? {} : { firmware: version }),
  }
}

/** Roles end alike, whoever's library they are of: `…/Device`, `…/DeviceItem`, `…/Node`. */
function hasRole(element: Element, role: string): boolean {
  return element.children.some((child) => {
    const path = attribute(child, 'RefRoleClassPath') ?? attribute(child, 'RefBaseRoleClassPath')
    return path?.split('/').at(-1) === role
  })
}

function statedIn(element: Element, name: string): string | undefined {
  const found = all(element, 'Attribute').find((one) => attribute(one, 'Name') === name)
  return childText(found, 'Value')
}

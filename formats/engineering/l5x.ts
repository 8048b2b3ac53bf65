// SPDX-License-Identifier: EUPL-1.2
import { ipOf, type Sighted, type Source } from '../sightings/index.ts'
import { all, attribute, type Element, elementAt, first } from '../xml/index.ts'
import { type Planned, readProject } from './project.ts'

/** L5X, the export of Logix projects (Rockwell Automation): the controller and the tree of its modules. */
export function readL5x(
  source: Source,
  about: { readonly fileName?: string } = {},
): Promise<Sighted> {
  return readProject(source, about, {
    protocol: 'l5x',
    root: 'RSLogix5000Content',
    expected: 'an L5X export, <RSLogix5000Content>',
    devices,
    document: (root) => ({
      software: attribute(root, 'SoftwareRevision'),
      target: attribute(root, 'TargetName'),
      exported: attribute(root, 'ExportDate'),
    }),
  })
}

/** A chassis within a chassis within … is no plant. */
const deepest = 32

function* devices(root: Element): Generator<Planned> {
  const controller = first(root, 'Controller')
  const modules = all(elementAt(controller, 'Modules'), 'Module')
  const byName = new Map(modules.map((one) => [attribute(one, 'Name') ?? '', one]))
  const local = modules.find((one) => isSelf(one))
  const owners = new Map(modules.map((one) => [one, ownerOf(one, byName, local)]))
  const within = (owner: Element | undefined) =>
    modules.filter((one) => one !== owner && owners.get(one) === owner).map(moduleText)
  if (controller !== undefined) {
    yield {
      name: attribute(controller, 'Name'),
      ips: local === undefined ? [] : addressesOf(local),
      facts: {
        model: attribute(controller, 'ProcessorType'),
        order_number: attribute(controller, 'ProcessorType'),
        firmware: revision(controller, 'MajorRev', 'MinorRev'),
        vendor: 'Rockwell Automation/Allen-Bradley',
        serial: serialOf(attribute(controller, 'ProjectSN')),
        role_hint: 'controller',
      },
      modules: within(local),
      path: '/Controller',
    }
  }
  for (const module of modules) {
    // What has no address of its own is reached through what it is plugged into.
    if (module === local || addressesOf(module).length === 0) continue
    const vendor = attribute(module, 'Vendor')
    yield {
      name: attribute(module, 'Name'),
      ips: addressesOf(module),
      facts: {
        model: attribute(module, 'CatalogNumber'),
        order_number: attribute(module, 'CatalogNumber'),
        firmware: revision(module, 'Major', 'Minor'),
        vendor: vendor === '1' ? 'Rockwell Automation/Allen-Bradley' : undefined,
        'enip.vendor_id': vendor,
        'enip.device_type': attribute(module, 'ProductType'),
        product_code: attribute(module, 'ProductCode'),
        'l5x.parent': attribute(module, 'ParentModule'),
      },
      modules: within(module),
      path: `/Controller/Modules/${attribute(module, 'Name') ?? ''}`,
    }
  }
}

/** The controller itself stands among its modules as its own parent. */
function isSelf(module: Element): boolean {
  const name = attribute(module, 'Name')
  return name !== undefined && attribute(module, 'ParentModule') === name
}

/** The nearest one outwards with an address, or the controller; undefined where parents form a ring. */
function ownerOf(
  module: Element,
  byName: ReadonlyMap<string, Element>,
  local: Element | undefined,
): Element | undefined {
  let at: Element | undefined = module
  for (let depth = 0; depth < deepest && at !== undefined; depth += 1) {
    if (at === local || addressesOf(at).length > 0) return at
    at = byName.get(attribute(at, 'ParentModule') ?? '')
  }
  return local
}

function addressesOf(module: Element): string[] {
  return all(first(module, 'Ports'), 'Port').flatMap(
    (port) => ipOf(attribute(port, 'Address')) ?? [],
  )
}

function moduleText(module: Element): string {
  const port = all(first(module, 'Ports'), 'Port').find(
    (one) => attribute(one, 'Upstream') === 'true',
  )
  const slot = attribute(port, 'Address')
  const words = [
    slot === undefined ? undefined : `${slot}:`,
    attribute(module, 'Name'),
    attribute(module, 'CatalogNumber'),
    revision(module, 'Major', 'Minor'),
  ]
  return words.filter((one) => one !== undefined).join(' ')
}

/** Minor revisions are written with three digits elsewhere, here as numbers. */
function revision(element: Element, major: string, minor: string): string | undefined {
  const [high, low] = [attribute(element, major), attribute(element, minor)]
  if (high === undefined) return undefined
  return low === undefined ? high : `${high}.${low}`
}

/** `16#0060_1a2b`; all zeros where the project was never matched with a controller. */
function serialOf(text: string | undefined): string | undefined {
  const digits = /^16#([\da-f_]{1,19})$/i
    .exec(text ?? '')?.[1]
    ?.replaceAll('_', '')
    .toLowerCase()
  return digits === undefined || /^0*$/.test(digits) ? undefined : `0x${digits}`
}

// SPDX-License-Identifier: EUPL-1.2
import {
  rootOf,
  type Sighted,
  type SightedComponent,
  SightingBook,
  type SightingProblem,
  type Source,
  sightingLimits,
  textOf,
  wholeOf,
} from '../sightings/index.ts'
import { all, attribute, type Element, elementAt, first } from '../xml/index.ts'
import { within } from './project.ts'

/** What a maker says of a kind of PROFINET device: what the two numbers on the wire stand for. */
export interface GsdDevice {
  /** Four digits in hexadecimal, `0x002a`. */
  readonly vendorId: string
  readonly deviceId: string
  readonly vendor: string | undefined
  readonly family: string | undefined
  readonly points: readonly {
    readonly name: string | undefined
    readonly orderNumber: string | undefined
    readonly firmware: string | undefined
    readonly hardware: string | undefined
  }[]
}

/** Of one GSDML document; undefined without its two numbers. */
export function catalogueOf(root: Element): GsdDevice | undefined {
  const body = elementAt(root, 'ProfileBody')
  const identity = first(body, 'DeviceIdentity')
  const [vendorId, deviceId] = ['VendorID', 'DeviceID'].map((name) =>
    numberOf(attribute(identity, name)),
  )
  if (vendorId === undefined || deviceId === undefined) return undefined
  const texts = textsOf(body)
  const points = all(
    elementAt(body, 'ApplicationProcess', 'DeviceAccessPointList'),
    'DeviceAccessPointItem',
  )
  const function_ = elementAt(body, 'DeviceFunction', 'Family')
  return {
    vendorId,
    deviceId,
    vendor: valueIn(identity, 'VendorName'),
    family: attribute(function_, 'ProductFamily') ?? attribute(function_, 'MainFamily'),
    points: points.map((point) => {
      const module = first(point, 'ModuleInfo')
      return {
        name: texts.get(attribute(first(module, 'Name'), 'TextId') ?? ''),
        orderNumber: valueIn(module, 'OrderNumber'),
        firmware: valueIn(module, 'SoftwareRelease'),
        hardware: valueIn(module, 'HardwareRelease'),
      }
    }),
  }
}

/**
 * GSDML (the description of a PROFINET device by its maker). It names no device of the plant: what it
 * knows comes as components of nothing, a kind of device each, with the numbers in `document`.
 */
export async function readGsdml(source: Source): Promise<Sighted> {
  const book = new SightingBook()
  const bytes = await wholeOf(source, sightingLimits.documentBytes, book.problem.bind(book))
  if (bytes === undefined) return book.sighted()
  const { root, problem } = rootOf(bytes)
  const device = root === undefined ? undefined : catalogueOf(root)
  if (device === undefined) {
    book.problem(problem ?? notThis(root?.name ?? ''))
    return book.sighted()
  }
  const { vendorId, deviceId, vendor, family } = device
  const components = device.points.slice(0, sightingLimits.components).map((point, at) => ({
    ...component,
    ref: `${vendorId}/${deviceId}/${at + 1}`,
    name: textOf(point.orderNumber) ?? textOf(point.name) ?? textOf(family) ?? deviceId,
    version: textOf(point.firmware) ?? null,
    vendor: textOf(vendor) ?? null,
    where: { path: `/ProfileBody/ApplicationProcess/DeviceAccessPointList/${at + 1}` },
  }))
  book.read = components.length
  const document = { vendor_id: vendorId, device_id: deviceId }
  return book.sighted({
    components,
    document: {
      ...document,
      ...(vendor === undefined ? {} : { vendor }),
      ...(family === undefined ? {} : { family }),
    },
  })
}

const component: Omit<SightedComponent, 'name' | 'where'> = {
  ...{ within: null, partOf: null, ref: null, type: 'firmware', version: null, vendor: null },
  ...{ purl: null, cpe: null, licence: null, sha256: null, uses: [] },
}

function notThis(found: string): SightingProblem {
  const expected = 'GSDML with VendorID and DeviceID'
  const where = { path: '' }
  return { where, code: 'not-this-format', expected, found: found.slice(0, 60) }
}

/** Names stand apart, by the language; the first is the primary one. */
function textsOf(body: Element | undefined): ReadonlyMap<string, string> {
  const primary = elementAt(body, 'ApplicationProcess', 'ExternalTextList', 'PrimaryLanguage')
  const texts = new Map<string, string>()
  for (const one of primary === undefined ? [] : within(primary)) {
    const [id, value] = [attribute(one, 'TextId'), attribute(one, 'Value')]
    if (id !== undefined && value !== undefined) texts.set(id, value)
  }
  return texts
}

function valueIn(element: Element | undefined, name: string): string | undefined {
  return attribute(first(element, name), 'Value')
}

/** As the wire's decoder writes it. */
function numberOf(text: string | undefined): string | undefined {
  const digits = /^0x([\da-f]{1,4})$/i.exec(text ?? '')?.[1]
  return digits === undefined ? undefined : `0x${digits.toLowerCase().padStart(4, '0')}`
}

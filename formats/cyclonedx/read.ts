// SPDX-License-Identifier: EUPL-1.2
import {
  type Fields,
  isFields,
  jsonOf,
  list,
  member,
  type Sighted,
  type SightedComponent,
  SightingBook,
  type Source,
  sightingLimits,
  text,
  textOf,
  wholeOf,
} from '../sightings/index.ts'
import { fromXml } from './from-xml.ts'

const versions = /^1\.[0-7]$/

/** A bill of materials, as JSON or XML, of CycloneDX 1.0 to 1.7. */
export async function readCycloneDx(source: Source): Promise<Sighted> {
  const book = new SightingBook()
  const bytes = await wholeOf(source, sightingLimits.documentBytes, book.problem.bind(book))
  const bom = bytes === undefined ? undefined : parsed(book, bytes)
  if (bom === undefined) return book.sighted()
  const version = text(bom, 'specVersion') ?? ''
  if (text(bom, 'bomFormat') !== 'CycloneDX' || !versions.test(version)) {
    const expected = 'a CycloneDX document of version 1.0 to 1.7'
    const found = (version === '' ? 'no specVersion' : version).slice(0, 60)
    book.problem({ where: { path: '/specVersion' }, code: 'not-this-format', expected, found })
    return book.sighted()
  }
  return new Bill(book, bom).sighted(version)
}

function parsed(book: SightingBook, bytes: Uint8Array): Fields | undefined {
  const begin = Buffer.from(bytes.subarray(0, 256)).toString('latin1').replaceAll('\0', '')
  const read = /^[^{[]*</.test(begin) ? fromXml(bytes) : jsonOf(bytes)
  if (read.problem !== undefined) {
    book.problem(read.problem)
    return undefined
  }
  if (isFields(read.value)) return read.value
  const found = 'something else'
  book.problem({ where: { path: '' }, code: 'not-this-format', expected: 'an object', found })
  return undefined
}

/** What has a body: what is inside belongs to it. */
const devices = new Set(['device'])

class Bill {
  readonly #book: SightingBook
  readonly #bom: Fields
  readonly #components: (SightedComponent & { uses: number[] })[] = []
  readonly #byRef = new Map<string, number>()
  readonly #devices = new Map<string, number>()
  readonly #at: string | undefined

  constructor(book: SightingBook, bom: Fields) {
    this.#book = book
    this.#bom = bom
    const ms = Date.parse(text(bom, 'metadata', 'timestamp') ?? '')
    this.#at = Number.isFinite(ms) ? new Date(ms).toISOString() : undefined
  }

  sighted(version: string): Sighted {
    const bom = this.#bom
    const main = member(bom, 'metadata', 'component')
    let within: number | null = null
    if (isFields(main)) {
      const made = this.#add(main, '/metadata/component', { within: null, partOf: null, depth: 0 })
      within = made.sighting
    }
    this.#addAll(list(bom, 'components'), '/components', { within, partOf: null, depth: 0 })
    this.#addUses()
    const document = {
      specVersion: version,
      ...stated('serialNumber', text(bom, 'serialNumber')),
      ...stated('version', text(bom, 'version')),
      ...stated('timestamp', this.#at),
    }
    return this.#book.sighted({ document, components: this.#components })
  }

  #addAll(given: readonly unknown[], path: string, place: Place): void {
    for (const [at, component] of given.entries()) {
      const where = `${path}/${at}`
      if (isFields(component)) this.#add(component, where, place)
      else {
        const expected = 'a component'
        const found = 'something else'
        this.#book.problem({ where: { path: where }, code: 'field-refused', expected, found })
      }
    }
  }

  #add(given: Fields, path: string, place: Place): { readonly sighting: number | null } {
    this.#book.read += 1
    const where = { path }
    const name = textOf(text(given, 'name'))
    if (name === undefined || this.#components.length >= sightingLimits.components) {
      const isFull = name !== undefined
      const expected = isFull ? `at most ${sightingLimits.components} components` : 'a name'
      const code = isFull ? 'limit' : 'field-refused'
      this.#book.problem({ where, code, expected, found: isFull ? 'more' : 'none' })
      return { sighting: place.within }
    }
    const type = text(given, 'type') ?? 'library'
    const isDevice = devices.has(type)
    const sighting = isDevice ? this.#addDevice(given, name, where) : place.within
    const ref = text(given, 'bom-ref') ?? null
    const number = this.#components.length
    this.#components.push({
      ...described(given, { name, type, ref }),
      within: isDevice ? place.within : sighting,
      partOf: place.partOf,
      uses: [],
      where,
    })
    if (ref !== null) this.#learn(ref, number, where)
    this.#nested(given, path, {
      within: sighting,
      partOf: isDevice ? null : number,
      depth: place.depth + 1,
    })
    return { sighting }
  }

  #nested(given: Fields, path: string, place: Place): void {
    const below = list(given, 'components')
    if (below.length === 0) return
    if (place.depth > sightingLimits.depth) {
      const expected = `components at most ${sightingLimits.depth} deep`
      this.#book.problem({ where: { path }, code: 'too-deep', expected, found: 'deeper' })
      return
    }
    this.#addAll(below, `${path}/components`, place)
  }

  /** A device is known by what the bill calls it: it seldom says where it stands. */
  #addDevice(given: Fields, name: string, where: { readonly path: string }): number {
    const properties = propertiesOf(given)
    const serial = properties.get('serial') ?? properties.get('serialnumber')
    const version = text(given, 'version')
    const key =
      serial === undefined
        ? { name: `${name} ${text(given, 'bom-ref') ?? where.path}`.trim() }
        : { serial, name }
    const described = describedDevice(given)
    this.#book.card(key, where)?.addAll(
      {
        name,
        serial,
        ...described,
        hardware: version,
        firmware: firmwareOf(given) ?? properties.get('firmware'),
        order_number: properties.get('ordernumber') ?? properties.get('partnumber'),
      },
      { protocol: 'cyclonedx', where, at: this.#at },
    )
    // Stated twice is one device: the book has one card for it.
    const id = serial ?? key.name.toLowerCase()
    const number = this.#devices.get(id) ?? this.#devices.size
    this.#devices.set(id, number)
    return number
  }

  #learn(ref: string, number: number, where: { readonly path: string }): void {
    if (!this.#byRef.has(ref)) {
      this.#byRef.set(ref, number)
      return
    }
    const expected = 'every bom-ref once'
    this.#book.problem({ where, code: 'field-refused', expected, found: ref.slice(0, 120) })
  }

  #addUses(): void {
    for (const [at, dependency] of list(this.#bom, 'dependencies').entries()) {
      const path = `/dependencies/${at}`
      const from = this.#find(text(dependency, 'ref'), `${path}/ref`)
      for (const [place, ref] of list(dependency, 'dependsOn').entries()) {
        const to = this.#find(
          typeof ref === 'string' ? ref : undefined,
          `${path}/dependsOn/${place}`,
        )
        if (from !== undefined && to !== undefined) this.#components[from]?.uses.push(to)
      }
    }
  }

  #find(ref: string | undefined, path: string): number | undefined {
    const found = ref === undefined ? undefined : this.#byRef.get(ref)
    const isService = ref !== undefined && this.#services().has(ref)
    if (found === undefined && !isService) {
      const expected = 'the bom-ref of a component'
      const given = (ref ?? 'nothing').slice(0, 120)
      this.#book.problem({ where: { path }, code: 'reference-missing', expected, found: given })
    }
    return found
  }

  #known: Set<string> | undefined

  #services(): Set<string> {
    this.#known ??= new Set(
      list(this.#bom, 'services').flatMap((service) => text(service, 'bom-ref') ?? []),
    )
    return this.#known
  }
}

interface Place {
  readonly within: number | null
  readonly partOf: number | null
  readonly depth: number
}

function described(
  given: Fields,
  {
    name,
    type,
    ref,
  }: { readonly name: string; readonly type: string; readonly ref: string | null },
): Omit<SightedComponent, 'within' | 'partOf' | 'uses' | 'where'> {
  const hash = list(given, 'hashes').find((one) => text(one, 'alg')?.toUpperCase() === 'SHA-256')
  const sha256 = text(hash, 'content')?.toLowerCase()
  return {
    ref,
    type,
    name,
    version: textOf(text(given, 'version')) ?? null,
    vendor: vendorOf(given) ?? null,
    purl: text(given, 'purl') ?? null,
    cpe: text(given, 'cpe') ?? null,
    licence: licenceOf(given) ?? null,
    sha256: sha256 !== undefined && /^[0-9a-f]{64}$/.test(sha256) ? sha256 : null,
  }
}

function describedDevice(given: Fields): Fields {
  return {
    vendor: vendorOf(given),
    model: text(given, 'name'),
    device_type: text(given, 'deviceType'),
    cpe: text(given, 'cpe'),
    description: text(given, 'description'),
  }
}

function firmwareOf(given: Fields): string | undefined {
  const firmware = list(given, 'components').filter((one) => text(one, 'type') === 'firmware')
  return firmware.length === 1 ? text(firmware[0], 'version') : undefined
}

/** Who made it, else who supplies it, else who publishes it. */
function vendorOf(given: Fields): string | undefined {
  const makers = [
    text(given, 'manufacturer', 'name'),
    text(given, 'supplier', 'name'),
    text(given, 'publisher'),
    text(given, 'author'),
    text(given, 'group'),
  ]
  return textOf(makers.find((one) => one !== undefined))
}

function licenceOf(given: Fields): string | undefined {
  const names = list(given, 'licenses').flatMap(
    (one) =>
      text(one, 'expression') ?? text(one, 'license', 'id') ?? text(one, 'license', 'name') ?? [],
  )
  return textOf(names.join(' AND '))
}

/** Properties by the last part of their name, without regard to spelling. */
function propertiesOf(given: Fields): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const property of list(given, 'properties')) {
    const [name = ''] = (text(property, 'name') ?? '').split(':').slice(-1)
    const value = textOf(text(property, 'value'))
    const plain = name.toLowerCase().replaceAll(/[^a-z]+/g, '')
    if (value !== undefined && !found.has(plain)) found.set(plain, value)
  }
  return found
}

function stated(name: string, value: string | undefined): Readonly<Record<string, string>> {
  return value === undefined ? {} : { [name]: value }
}

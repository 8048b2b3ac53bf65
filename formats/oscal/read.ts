// SPDX-License-Identifier: EUPL-1.2
import { type Fields, isFields, jsonOf, list, sightingLimits, text } from '../sightings/index.ts'
import { readXml } from '../xml/index.ts'
import { readYaml } from '../yaml/index.ts'
import { Check, type OscalProblem } from './check.ts'
import { type Model, models } from './shapes.ts'
import { documentOf } from './xml.ts'

export interface OscalDocument {
  readonly model: Model
  readonly uuid: string | null
  readonly title: string | null
  /** As the document says: what it was written for, and its own version. */
  readonly oscalVersion: string | null
  readonly version: string | null
  /** The document as far as the model knows it. */
  readonly body: Fields
}

export interface OscalRead {
  readonly document: OscalDocument | null
  readonly problems: readonly OscalProblem[]
}

/** Releases whose models are these, or a part of these. */
const versions = /^1\.[0-2]\.\d+$/
const written = '1.2.2'

/** An OSCAL document of releases 1.0 to 1.2, as JSON, XML or YAML. */
export function readOscal(bytes: Uint8Array): OscalRead {
  const check = new Check()
  const value = contentOf(bytes, check)
  if (value === undefined) return { document: null, problems: check.closed() }
  const model = models.find((one) => isFields(value) && Object.hasOwn(value, one))
  if (!isFields(value) || model === undefined) {
    const names = isFields(value) ? Object.keys(value).join(', ').slice(0, 120) : 'something else'
    const isOther = /system-security-plan|assessment-plan/.test(names)
    const code = isOther ? 'model-not-read' : 'not-oscal'
    check.problem({ path: '', code, expected: models.join(', '), found: names || 'nothing' })
    return { document: null, problems: check.closed() }
  }
  for (const key of Object.keys(value)) {
    if (key === model || key === '$schema') continue
    const expected = `${model} alone`
    check.problem({ path: `/${key}`, code: 'member-unknown', expected, found: key.slice(0, 60) })
  }
  const body = check.object(value[model], model, `/${model}`)
  if (body === undefined) return { document: null, problems: check.closed() }
  const oscalVersion = text(body, 'metadata', 'oscal-version') ?? null
  if (oscalVersion !== null && !versions.test(oscalVersion)) {
    const path = `/${model}/metadata/oscal-version`
    const expected = `1.0.0 to ${written}`
    check.problem({ path, code: 'version-unknown', expected, found: oscalVersion.slice(0, 60) })
  }
  findDoubles(body, `/${model}`, check)
  const document = {
    model,
    uuid: text(body, 'uuid') ?? null,
    title: text(body, 'metadata', 'title') ?? null,
    oscalVersion,
    version: text(body, 'metadata', 'version') ?? null,
    body,
  }
  return { document, problems: check.closed() }
}

function contentOf(bytes: Uint8Array, check: Check): unknown {
  if (bytes.length > sightingLimits.documentBytes) {
    const expected = `at most ${sightingLimits.documentBytes} bytes`
    check.problem({ path: '', code: 'too-large', expected, found: `${bytes.length}` })
    return undefined
  }
  const begin = Buffer.from(bytes.subarray(0, 64))
    .toString('latin1')
    .replace(/^[^\x21-\x7e]+/, '')
  // After the mark of UTF-16 there is a nothing before or after every letter.
  if (begin.replaceAll('\0', '').startsWith('<')) return xmlOf(bytes, check)
  if (/^(\u00ef\u00bb\u00bf)?[{[]/.test(begin)) {
    const read = jsonOf(bytes)
    if (read.problem === undefined) return read.value
    const { expected, found } = read.problem
    check.problem({ path: '', code: 'not-json', expected, found })
    return undefined
  }
  const file = readYaml('', bytes)
  for (const { line, expected, found } of file.problems) {
    check.problem({ path: line === null ? '' : `line ${line}`, code: 'not-yaml', expected, found })
  }
  return file.value
}

/** The largest published catalogue has half of it. As elements it takes forty times its size. */
const xmlBytes = 12 << 20

function xmlOf(bytes: Uint8Array, check: Check): unknown {
  if (bytes.length > xmlBytes) {
    const expected = `at most ${xmlBytes} bytes of XML`
    check.problem({ path: '', code: 'too-large', expected, found: `${bytes.length}` })
    return undefined
  }
  const read = readXml(bytes, { isMixed: true })
  if ('root' in read) return documentOf(read.root, check)
  const { code, line, found } = read
  const expected = { 'not-xml': 'XML', 'too-deep': 'fewer elements inside each other' }
  check.problem({
    path: line === null ? '' : `line ${line}`,
    code,
    expected: code === 'entities-refused' ? 'no declared entities' : expected[code],
    found,
  })
  return undefined
}

/** Ids of controls, groups and parameters are one's own within a document. */
function findDoubles(body: Fields, path: string, check: Check): void {
  const seen = new Set<string>()
  const visit = (value: Fields, at: string, kinds: readonly string[]) => {
    const id = text(value, 'id')
    if (id !== undefined) {
      if (seen.has(id)) {
        check.problem({ path: `${at}/id`, code: 'id-taken', expected: 'an id once', found: id })
      }
      seen.add(id)
    }
    for (const kind of kinds) {
      for (const [index, below] of list(value, kind).entries()) {
        if (isFields(below)) visit(below, `${at}/${kind}/${index}`, kinds)
      }
    }
  }
  visit(body, path, ['groups', 'controls', 'params'])
}

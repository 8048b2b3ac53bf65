// SPDX-License-Identifier: EUPL-1.2
// Mandatory tests of CSAF about the document itself: its languages, its history, its category.
import { type JsonObject, objectOf, textOf } from '../json.ts'
import {
  compareVersions,
  type Found,
  inOrder,
  readVersion,
  repeated,
  revisionsOf,
  versionOf,
} from './rule.ts'

const tracking = (document: JsonObject) => objectOf(objectOf(document['document'])['tracking'])
const statusOf = (document: JsonObject) => textOf(tracking(document)['status'])
const history = '/document/tracking/revision_history'
const none: Found = []

export const documentRules: Readonly<Record<string, (document: JsonObject) => Found>> = {
  '6.1.12': (document) => {
    const head = objectOf(document['document'])
    return ['lang', 'source_lang'].flatMap((name) => {
      const tag = head[name]
      return typeof tag === 'string' && !isLanguage(tag) ? [`/document/${name}`] : []
    })
  },
  '6.1.14': (document) => {
    const sorted = inOrder(revisionsOf(document))
    const isSorted = sorted.every((one, at) => {
      const before = sorted[at - 1]
      if (before === undefined) return true
      const [left, right] = [readVersion(before.number), readVersion(one.number)]
      return left === undefined || right === undefined || compareVersions(left, right) <= 0
    })
    return isSorted ? none : [history]
  },
  '6.1.15': (document) => {
    const head = objectOf(document['document'])
    const isTranslated = objectOf(head['publisher'])['category'] === 'translator'
    return isTranslated && textOf(head['source_lang']) === '' ? ['/document/source_lang'] : none
  },
  '6.1.16': (document) => {
    const last = inOrder(revisionsOf(document)).at(-1)
    if (last === undefined) return none
    const [own, newest] = [readVersion(versionOf(document)), readVersion(last.number)]
    if (own === undefined || newest === undefined) return none
    // Of a draft, what comes before a release is not looked at.
    const bare = (one: typeof own) =>
      statusOf(document) === 'draft' ? { ...one, before: [] } : one
    return compareVersions(bare(own), bare(newest)) === 0 ? none : ['/document/tracking/version']
  },
  '6.1.17': (document) => {
    const version = readVersion(versionOf(document))
    const isEarly = version !== undefined && (version.numbers[0] === 0 || version.before.length > 0)
    return isEarly && statusOf(document) !== 'draft' ? ['/document/tracking/status'] : none
  },
  '6.1.18': (document) =>
    ['final', 'interim'].includes(statusOf(document))
      ? revisionsOf(document).flatMap(({ number, place }) =>
          readVersion(number)?.numbers[0] === 0 ? [place] : [],
        )
      : none,
  '6.1.19': (document) =>
    revisionsOf(document).flatMap(({ number, place }) =>
      (readVersion(number)?.before.length ?? 0) > 0 ? [place] : [],
    ),
  '6.1.20': (document) => {
    const isRelease = ['final', 'interim'].includes(statusOf(document))
    return isRelease && (readVersion(versionOf(document))?.before.length ?? 0) > 0
      ? ['/document/tracking/version']
      : none
  },
  '6.1.21': (document) => {
    const sorted = inOrder(revisionsOf(document)).flatMap(({ number }) => readVersion(number) ?? [])
    const majors = sorted.map(({ numbers }) => numbers[0])
    const first = majors[0]
    if (first !== undefined && first !== 0 && first !== 1) return [history]
    const isWhole = majors.every((one, at) => at === 0 || one - (majors[at - 1] ?? one) <= 1)
    return isWhole ? none : [history]
  },
  '6.1.22': (document) =>
    repeated(
      revisionsOf(document),
      ({ number }) => number,
      ({ place }) => place,
    ),
  '6.1.26': (document) => {
    const { category, csaf_version: version } = objectOf(document['document'])
    const given = textOf(category)
    const own = version === '2.0' ? profiles.slice(0, 5) : profiles
    if (given === '' || own.includes(given)) return none
    // Neither a spelling of our own nor the name of a profile without its prefix.
    const bare = given.toLowerCase().replaceAll(/[-_ ]/g, '').replace(/^csaf/, '')
    const names = own.slice(1).map((name) => name.slice(5).replaceAll('_', ''))
    const isTaken = /^csaf_/i.test(given) || names.includes(bare)
    return isTaken ? ['/document/category'] : none
  },
  '6.1.28': (document) => {
    const { lang, source_lang: source } = objectOf(document['document'])
    const isSame =
      typeof lang === 'string' &&
      typeof source === 'string' &&
      lang.toLowerCase() === source.toLowerCase()
    return isSame ? ['/document/source_lang'] : none
  },
  '6.1.30': (document) => {
    const texts = [versionOf(document), ...revisionsOf(document).map(({ number }) => number)]
    const kinds = new Set(texts.flatMap((text) => readVersion(text)?.isSemantic ?? []))
    return kinds.size > 1 ? ['/document/tracking/version'] : none
  },
}

const profiles = [
  'csaf_base',
  'csaf_security_incident_response',
  'csaf_informational_advisory',
  'csaf_security_advisory',
  'csaf_vex',
  'csaf_deprecated_security_advisory',
  'csaf_withdrawn',
  'csaf_superseded',
]

/** The subtags that are in use for languages here: two or three letters that mean one. */
function isLanguage(tag: string): boolean {
  const [language = '', ...rest] = tag.split('-')
  if (tag.toLowerCase() === 'i-default') return true
  // Not given out by ISO 639: the range for private use is, and so is what is two letters and known.
  if (!/^[A-Za-z]{2,3}$/.test(language)) return false
  if (language.length === 2 && !languages.includes(language.toLowerCase())) return false
  return rest.every((part) => /^[A-Za-z0-9]{1,8}$/.test(part))
}

/** ISO 639-1. */
const languages =
  'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'.split(
    ' ',
  )

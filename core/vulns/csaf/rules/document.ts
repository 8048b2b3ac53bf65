// SPDX-License-Identifier: EUPL-1.2
// Mandatory tests of CSAF about the document itself: its languages, its history, its category.
import { objectOf, textOf } from '../json.ts'
import type { Facts } from './facts.ts'
import { compareVersions, readVersion } from './history.ts'
import { none, type Rules, repeated } from './rule.ts'

const history = '/document/tracking/revision_history'
const isReleased = ({ status }: Facts) => status === 'final' || status === 'interim'
const versionOf = ({ tracking }: Facts) => textOf(tracking['version'])

export const documentRules: Rules = {
  // A language is one that is in use, as far as ISO 639-1 shows, and its tag has the right shape.
  '6.1.12': ({ head }) => {
    return ['lang', 'source_lang'].flatMap((name) => {
      const tag = head[name]
      return typeof tag === 'string' && !isLanguage(tag) ? [`/document/${name}`] : []
    })
  },
  // By date, the numbers of the revisions go up.
  '6.1.14': ({ sorted }) => {
    const isSorted = sorted.every((one, at) => {
      const before = sorted[at - 1]
      if (before === undefined) return true
      const [left, right] = [readVersion(before.number), readVersion(one.number)]
      return left === undefined || right === undefined || compareVersions(left, right) <= 0
    })
    return isSorted ? none : [history]
  },
  // A translation names the language that it is from.
  '6.1.15': ({ head }) => {
    const isTranslated = objectOf(head['publisher'])['category'] === 'translator'
    return isTranslated && textOf(head['source_lang']) === '' ? ['/document/source_lang'] : none
  },
  // The version of the document is the number of its newest revision.
  '6.1.16': (facts) => {
    const last = facts.sorted.at(-1)
    if (last === undefined) return none
    const [own, newest] = [readVersion(versionOf(facts)), readVersion(last.number)]
    if (own === undefined || newest === undefined) return none
    // Of a draft, what comes before a release is not looked at.
    const bare = (one: typeof own) => (facts.status === 'draft' ? { ...one, before: [] } : one)
    return compareVersions(bare(own), bare(newest)) === 0 ? none : ['/document/tracking/version']
  },
  // Before version 1, or before a release, a document is a draft.
  '6.1.17': (facts) => {
    const version = readVersion(versionOf(facts))
    const isEarly = version !== undefined && (version.numbers[0] === 0 || version.before.length > 0)
    return isEarly && facts.status !== 'draft' ? ['/document/tracking/status'] : none
  },
  // What is released has no revision 0 in its history.
  '6.1.18': (facts) =>
    isReleased(facts)
      ? facts.revisions.flatMap(({ number, place }) =>
          readVersion(number)?.numbers[0] === 0 ? [place] : [],
        )
      : none,
  // The history names no version from before a release.
  '6.1.19': ({ revisions }) =>
    revisions.flatMap(({ number, place }) =>
      (readVersion(number)?.before.length ?? 0) > 0 ? [place] : [],
    ),
  // What is released has no version from before a release.
  '6.1.20': (facts) =>
    isReleased(facts) && (readVersion(versionOf(facts))?.before.length ?? 0) > 0
      ? ['/document/tracking/version']
      : none,
  // The history begins at 0 or 1 and leaves no whole number out.
  '6.1.21': ({ sorted }) => {
    const majors = sorted.flatMap(({ number }) => readVersion(number)?.numbers[0] ?? [])
    const first = majors[0]
    if (first !== undefined && first !== 0 && first !== 1) return [history]
    const isWhole = majors.every((one, at) => at === 0 || one - (majors[at - 1] ?? one) <= 1)
    return isWhole ? none : [history]
  },
  // Each number stands in the history once.
  '6.1.22': ({ revisions }) =>
    repeated(
      revisions,
      ({ number }) => number,
      ({ place }) => place,
    ),
  // A category that is no profile does not look like the name of one, with or without its prefix.
  '6.1.26': ({ category, isOfTwoOne }) => {
    const own = isOfTwoOne ? profiles : profiles.slice(0, 5)
    if (category === '' || own.includes(category)) return none
    const bare = category
      .toLowerCase()
      .replaceAll(/[\p{Pd}_\s]/gu, '')
      .replace(/^csaf/, '')
    const names = own.slice(1).map((name) => name.slice(5).replaceAll('_', ''))
    const isTaken = /^csaf_/i.test(category) || names.includes(bare)
    return isTaken ? ['/document/category'] : none
  },
  // A translation is into another language than the one it is from.
  '6.1.28': ({ head }) => {
    const { lang, source_lang: source } = head
    const isSame =
      typeof lang === 'string' &&
      typeof source === 'string' &&
      lang.toLowerCase() === source.toLowerCase()
    return isSame ? ['/document/source_lang'] : none
  },
  // Versions are whole numbers or semantic, never both.
  '6.1.30': (facts) => {
    const texts = [versionOf(facts), ...facts.revisions.map(({ number }) => number)]
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

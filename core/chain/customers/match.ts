// SPDX-License-Identifier: EUPL-1.2

/** Something that was said before: an approved answer to a customer, or a requirement with its answer. */
export interface Said {
  readonly id: string
  readonly text: string
  readonly requirements: readonly string[]
}

export interface Found {
  readonly id: string
  /** 0–1: how much of what the question asks is in it. */
  readonly likeness: number
  readonly words: readonly string[]
}

/**
 * Words that say nothing of the subject, in both languages. Matching is by rare words in common: it
 * proposes, and a person decides.
 */
const empty = new Set(
  'the a an and or of to in is are do does you your our have has with for on at be by it its any all that this which how what when from as can not if there been within per de het een en of van te in is zijn doet u uw ons onze heeft hebt hebben met voor op aan bij er dat die dit welke hoe wat wanneer uit als kan kunt niet wordt worden binnen per ook om door over onder organisatie organisation company bedrijf please describe beschrijf graag toelichten'.split(
    ' ',
  ),
)

/** Stems by cutting: enough to bring plural and singular together in either language. */
export function wordsOf(text: string): readonly string[] {
  return [
    ...new Set(
      text
        .toLowerCase()
        .normalize('NFD')
        .replaceAll(/\p{M}/gu, '')
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word.length > 2 && !empty.has(word))
        .map((word) => sameWord[word.slice(0, stem)] ?? word.slice(0, stem)),
    ),
  ]
}

const stem = 7

/** Words of one meaning that customers use for one another, by their stems. */
const sameWord: Readonly<Record<string, string>> = {
  tweefac: 'mfa',
  multifa: 'mfa',
  twofact: 'mfa',
  '2fa': 'mfa',
  factor: 'mfa',
  factore: 'mfa',
  meerfac: 'mfa',
  reserve: 'backup',
  backups: 'backup',
  kopieen: 'backup',
  herstel: 'restore',
  restora: 'restore',
  restore: 'restore',
  recover: 'restore',
  leveran: 'supplie',
  vendor: 'supplie',
  vendors: 'supplie',
  kwetsba: 'vulnera',
  patches: 'patch',
  patchen: 'patch',
  patchin: 'patch',
  updates: 'patch',
  update: 'patch',
  beleid: 'policy',
  policie: 'policy',
  opleidi: 'trainin',
  bewustw: 'awarene',
  inciden: 'inciden',
  melden: 'notify',
  melding: 'notify',
  notific: 'notify',
  bestuur: 'board',
  directi: 'board',
  managem: 'board',
  versleu: 'encrypt',
  cryptog: 'encrypt',
  toegang: 'access',
  risicoa: 'risk',
  risico: 'risk',
  risks: 'risk',
  medewer: 'staff',
  employe: 'staff',
  persone: 'staff',
  personn: 'staff',
  certifi: 'certifi',
  gesegme: 'segment',
  scheidi: 'segment',
  gescheid: 'segment',
}

/** Rarity of a word among what was said: a word that is everywhere says little. */
export class Matcher {
  readonly #said: readonly { readonly said: Said; readonly words: ReadonlySet<string> }[]
  readonly #weight = new Map<string, number>()

  constructor(said: readonly Said[]) {
    this.#said = said.map((one) => ({ said: one, words: new Set(wordsOf(one.text)) }))
    const counts = new Map<string, number>()
    for (const { words } of this.#said) {
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
    for (const [word, count] of counts) {
      this.#weight.set(word, Math.log(1 + said.length / count))
    }
  }

  /** The likeliest first; what has less than a fifth in common is not named. */
  find(question: string, most = 3): readonly Found[] {
    const asked = wordsOf(question)
    // A word that was never said is as telling as the rarest.
    const unknown = Math.log(1 + this.#said.length)
    const weightOf = (word: string) => this.#weight.get(word) ?? unknown
    const total = asked.reduce((sum, word) => sum + weightOf(word), 0)
    if (total === 0) return []
    return this.#said
      .map(({ said, words }) => {
        const shared = asked.filter((word) => words.has(word))
        const own = [...words].reduce((sum, word) => sum + weightOf(word), 0)
        const common = shared.reduce((sum, word) => sum + weightOf(word), 0)
        // Of both sides: a long text holds many words by chance.
        const likeness = own === 0 ? 0 : (2 * common) / (total + Math.min(own, total * 3))
        return { id: said.id, likeness: Math.round(likeness * 100) / 100, words: shared }
      })
      .filter(({ likeness }) => likeness >= 0.2)
      .toSorted((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
      .slice(0, most)
  }
}

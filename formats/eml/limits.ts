// SPDX-License-Identifier: EUPL-1.2

/** Bounds of ours: a mail is written by whoever attacks. */
export const mailLimits = {
  /** Larger ones are refused whole. */
  bytes: 16 * 1024 * 1024,
  /** Of the header of one part; what follows is not read. */
  headerChars: 128 * 1024,
  /** Fields of one header. */
  fields: 500,
  /** Parts within parts. */
  depth: 10,
  /** Of the whole mail, the ones within others too. */
  parts: 200,
  /** Of text that is shown. */
  textChars: 100_000,
  links: 500,
  /** Of one name, subject or address as shown. */
  lineChars: 1_000,
} as const

/** What was odd about a mail, named so that a reader can count it. */
export type MailOddity =
  | 'cut-short'
  | 'header-too-long'
  | 'too-deep'
  | 'too-many-parts'
  | 'text-too-long'
  | 'too-many-links'
  | 'boundary-missing'
  | 'charset-unknown'
  | 'encoding-unknown'
  | 'base64-broken'
  /** Characters that turn the direction of writing, or that cannot be seen: taken out. */
  | 'unseen-characters'

export class Oddities {
  readonly #counts = new Map<MailOddity, number>()

  add(one: MailOddity): void {
    this.#counts.set(one, (this.#counts.get(one) ?? 0) + 1)
  }

  record(): Readonly<Partial<Record<MailOddity, number>>> {
    return Object.fromEntries(this.#counts)
  }
}

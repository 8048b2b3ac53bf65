// SPDX-License-Identifier: EUPL-1.2

export type Language = 'nl' | 'en'

/** What a letter says, before it is text or HTML. One line each, nothing marked up. */
export interface Letter {
  readonly subject: string
  readonly paragraphs: readonly string[]
  /** What it is about, as pairs of a name and a value. */
  readonly facts?: readonly (readonly [string, string])[]
  readonly action?: { readonly label: string; readonly url: string }
  /** After the action: what to do when something is not right. */
  readonly after?: readonly string[]
}

/** What each letter must be told. Instants in UTC; `link` opens the place it is about. */
export interface Values {
  readonly invitation: {
    readonly organisation: string
    /** Somebody by name; the organisation itself when absent. */
    readonly inviter?: string
    readonly link: string
    readonly expiresAt: string
  }
  /** Password, second factor or address of an account: whoever it is has to hear of it. */
  readonly 'account-changed': {
    readonly at: string
    readonly link?: string
  }
  /** The last one to this address. */
  readonly 'account-closed': {
    readonly at: string
    readonly link?: string
  }
  readonly 'decision-waits': {
    readonly organisation: string
    readonly title: string
    readonly link: string
    readonly dueAt?: string
  }
  readonly 'deadline-near': {
    readonly organisation: string
    readonly title: string
    readonly dueAt: string
    readonly link: string
  }
  readonly 'action-due': {
    readonly organisation: string
    readonly title: string
    /** A day. */
    readonly dueOn: string
    /** The day has passed. */
    readonly isOver: boolean
    readonly link: string
  }
  /** Of an incident, to an authority or a customer. */
  readonly 'report-due': {
    readonly organisation: string
    /** Of the report. */
    readonly title: string
    readonly incident: string
    readonly dueAt: string
    readonly isOver: boolean
    readonly isExercise: boolean
    readonly link: string
  }
  /** Somebody told something, and nobody has said what it is. */
  readonly 'told-waits': {
    readonly organisation: string
    readonly what: string
    readonly toldAt: string
    readonly link: string
  }
  readonly 'new-sign-in': {
    readonly at: string
    /** What the device says of itself. */
    readonly device: string
    readonly address?: string
    readonly link: string
  }
  readonly 'recovery-code-used': {
    readonly at: string
    /** Codes that still work. */
    readonly left: number
    readonly link: string
  }
  readonly notices: {
    readonly organisation: string
    readonly count: number
    /** The first of them. */
    readonly lines: readonly { readonly kind: string; readonly title: string }[]
    readonly link: string
  }
  readonly 'policy-to-read': PolicyLetter
  readonly 'policy-reminder': PolicyLetter
  /** To somebody at a supplier, who has no account. */
  readonly 'supplier-questions': {
    readonly organisation: string
    readonly name: string
    readonly link: string
    /** A day: the last one. */
    readonly dueOn: string
  }
  /** The link is not told again: it is kept nowhere. */
  readonly 'supplier-reminder': {
    readonly organisation: string
    readonly name: string
    readonly dueOn: string
    readonly isOver: boolean
  }
  /** Products of the supplier and what is known of them; nothing of the place they stand in. */
  readonly 'supplier-vulnerabilities': {
    readonly organisation: string
    readonly name: string
    readonly concerns: readonly (readonly [product: string, what: string])[]
  }
  /** The head of the log, for whoever has to be able to hold it against the log later. */
  readonly 'log-head': {
    readonly organisation: string
    readonly at: string
    /** The lines of the checkpoint: origin, size, root, and who signed it. */
    readonly lines: readonly string[]
  }
  readonly 'webhook-stopped': {
    readonly organisation: string
    /** Host of the receiver; its whole address may hold a secret. */
    readonly host: string
    readonly link?: string
  }
}

export type PolicyLetter = {
  readonly organisation: string
  readonly policy: string
  readonly link: string
  /** A day, as the registers spell it. */
  readonly dueOn?: string
}

export type Template = keyof Values

/** Says an instant as people of that language do, in the zone of the organisation. */
export type SayInstant = (instant: string) => string

export type Letters = {
  readonly [Name in Template]: (values: Values[Name], say: SayInstant) => Letter
}

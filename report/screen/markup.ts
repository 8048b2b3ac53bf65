// SPDX-License-Identifier: EUPL-1.2
import { escaped } from '../drawings/index.ts'

/** Markup that is already escaped; only `tag`, `words` and `drawn` make it. */
export interface Html {
  readonly html: string
}

type Attributes = Readonly<Record<string, string | true | undefined>>

export function tag(
  name: string,
  attributes: Attributes,
  ...children: readonly (Html | null)[]
): Html {
  const written = Object.entries(attributes)
    .map(([key, value]) =>
      value === undefined ? '' : value === true ? ` ${key}` : ` ${key}="${escaped(value)}"`,
    )
    .join('')
  const inside = children.map((child) => child?.html ?? '').join('')
  return {
    html: isVoid.has(name) ? `<${name}${written}>` : `<${name}${written}>${inside}</${name}>`,
  }
}

const isVoid: ReadonlySet<string> = new Set(['meta', 'br', 'link', 'hr'])

/** Text of anybody. Directions are isolated, so that one name cannot turn the words around it. */
export function words(text: string): Html {
  const safe = escaped(text)
  return { html: rightToLeft.test(text) ? `<bdi>${safe}</bdi>` : safe }
}

const rightToLeft =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/

/** A drawing of ours: its texts were escaped when it was made. */
export function drawn(svg: string): Html {
  return { html: svg }
}

export function all(parts: readonly (Html | null)[]): Html {
  return { html: parts.map((part) => part?.html ?? '').join('') }
}

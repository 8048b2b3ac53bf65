// SPDX-License-Identifier: EUPL-1.2

/** What a step of the domain answers when it can also say no. */
export type Outcome<Value, Refusal extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false
      readonly refusal: Refusal
      readonly facts: Readonly<Record<string, unknown>>
    }

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function refuse<Refusal extends string>(
  refusal: Refusal,
  facts: Readonly<Record<string, unknown>> = {},
): {
  readonly ok: false
  readonly refusal: Refusal
  readonly facts: Readonly<Record<string, unknown>>
} {
  return { ok: false, refusal, facts }
}

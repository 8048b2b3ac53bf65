// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'

/*
 * Fields that the files of a factory folder share. A message given here is what the reader of an
 * error is told was expected.
 */

/** Longest text of a person's own; what is longer belongs in a file of its own. */
const longestText = 4_000

export const text = z
  .string('a text')
  .trim()
  .min(1, 'a text')
  .max(longestText, `at most ${longestText} characters`)

export const id = z
  .string('a text')
  .trim()
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N}._ -]{0,79}$/u,
    'a name of letters, digits, dot, dash or underscore',
  )

export const date = z.iso.date('a date like 2026-03-01')
export const timeOfDay = z
  .string('a time like 08:00')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time like 08:00')
export const level = z.literal([0, 1, 2, 3, 4, 5], 'a level: 0, 1, 2, 3, 4 or 5')
export const yesNo = z.boolean('true or false')
export const hours = z.number('hours').min(0, 'hours, 0 or more').max(100_000, 'hours')
export const euros = z.number('euros').min(0, 'euros, 0 or more').max(1e13, 'euros')
export const percent = z.number('a percentage').min(0, '0 to 100').max(100, '0 to 100')

const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`)

export function isAddress(value: string): boolean {
  return ipv4.test(value) || z.ipv6().safeParse(value).success
}

export const range = z
  .string('an address range like 10.20.0.0/16')
  .trim()
  .refine((value) => {
    const [address, bits, ...rest] = value.split('/')
    if (rest.length > 0 || !isAddress(address)) return false
    const most = address.includes(':') ? 128 : 32
    return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most)
  }, 'an address range like 10.20.0.0/16')

export const vlan = z.int('a VLAN number').min(0, '0 to 4094').max(4094, '0 to 4094')
export const purdueLevel = z.literal([0, 1, 2, 3, 3.5, 4, 5], 'a level: 0, 1, 2, 3, 3.5, 4 or 5')
/** IEC 62443-3-3. */
export const securityLevel = z.literal([0, 1, 2, 3, 4], 'a security level: 0, 1, 2, 3 or 4')

/** Absent and empty are both "not stated". */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value): z.output<Schema> | null => value ?? null)
}

/** An empty or absent list is "none stated". */
export function listOf<Schema extends z.ZodType>(schema: Schema) {
  return z
    .array(schema, 'a list')
    .nullish()
    .transform((value): z.output<Schema>[] => value ?? [])
}

const place = z.object({ path: z.string(), line: z.number() })

/** A mapping that knows its place; keys that are not listed are refused by name. */
export function entry<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject({ at: place, ...shape }, 'a mapping of keys')
}

/** Of two amounts, in which nine times of ten the truth lies. */
export function rangeOf(amount: z.ZodNumber) {
  return z
    .strictObject({ low: amount, high: amount }, 'low and high')
    .refine((value) => value.low <= value.high, 'low not above high')
}

export const timeWindow = z.strictObject(
  {
    days: z
      .array(
        z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], 'mon, tue, wed … sun'),
        'a list',
      )
      .min(1, 'at least one day'),
    from: timeOfDay,
    to: timeOfDay,
  },
  'days, from and to',
)

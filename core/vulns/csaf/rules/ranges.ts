// SPDX-License-Identifier: EUPL-1.2
// Tests of CSAF about version ranges, of the mandatory and the recommended ones.

import { rangesMeet } from '../../versions/meet.ts'
import { isReadable, type VersionRange } from '../../versions/range.ts'
import { readRange } from '../../versions/read-range.ts'
import { versionOf } from '../../versions/version.ts'
import { standing } from '../../versions/within.ts'
import { textOf } from '../json.ts'
import { type Branch, branchPlace, type Facts } from './facts.ts'
import { type Found, none, type Rules } from './rule.ts'
import { isOpenAbove, isSingle, knownTypes, readVers, type Vers } from './vers.ts'
import { statusOf } from './weaknesses.ts'

function ranges({ branches }: Facts): readonly Branch[] {
  return branches.filter(({ category }) => category === 'product_version_range')
}

function each(facts: Facts, isFine: (vers: Vers | undefined, name: string) => boolean): Found {
  return ranges(facts).flatMap((branch) =>
    isFine(readVers(branch.name), branch.name) ? none : [branchPlace(branch)],
  )
}

export const rangeRulesSince: Rules = {
  // A range is VERS in its canonical form, or the constraints of one alone.
  '6.1.50': (facts) => each(facts, (vers) => vers !== undefined),
  // A range is more than one version.
  '6.1.59': (facts) => each(facts, (vers) => vers === undefined || !isSingle(vers)),
}

export const rangeWarnings: Rules = {
  // A range says by which scheme its versions are ordered.
  '6.2.18': (facts) => each(facts, (_, name) => /^vers:[a-z.+-][a-z0-9.+-]*\/.+/.test(name)),
}

export const rangeWarningsSince: Rules = {
  // A range has an end: what is made later is not known yet.
  '6.2.49': (facts) => each(facts, (vers) => vers === undefined || !isOpenAbove(vers)),
  // No version is in two ranges by VERS of which one is affected and the other is not.
  '6.2.50.1': (facts) => contradicting(facts, isVers),
  // No version is in two ranges, of constraints alone, of which one is affected and one is not.
  '6.2.50.2': (facts) => contradicting(facts, isAlone),
  // No version that stands by itself is in a range whose status contradicts its own.
  '6.2.50.3': (facts) => contradicting(facts, (other) => !isRange(other)),
  // A scheme of VERS is one that is known.
  '6.2.51': (facts) =>
    each(facts, (_, name) => {
      const type = /^vers:([^/]*)\//.exec(name)?.[1]
      return type === undefined || knownTypes.has(type)
    }),
}

const isRange = ({ category }: Branch) => category === 'product_version_range'
const isVers = (one: Branch) => isRange(one) && readVers(one.name)?.type !== undefined
const isAlone = (one: Branch) => {
  const vers = isRange(one) ? readVers(one.name) : undefined
  return vers !== undefined && vers.type === undefined
}

/** Siblings that are compared, each with each; a product has some dozens of ranges at most. */
const mostSiblings = 60

/** Ranges beside which another of the kind asked for has the same versions and another status. */
function contradicting(facts: Facts, isAsked: (other: Branch) => boolean): Found {
  const pairs = siblings(facts).flatMap((together) => {
    const readings = new Map(together.map((one) => [one, readable(one)]))
    return together.filter(isRange).flatMap((range) =>
      together.flatMap((other) => {
        const own = readings.get(range)
        const isMet =
          other !== range && own !== undefined && isAsked(other) && doMeet(own, other, readings)
        return isMet ? [[idOf(range), idOf(other)] as const] : []
      }),
    )
  })
  if (pairs.length === 0) return none
  return facts.weaknesses.flatMap((weakness) => {
    const statuses = statusOf(weakness)
    const isOff = pairs.some(([id, other]) => {
      const [own, its] = [statuses.get(id), statuses.get(other)]
      return own !== undefined && its !== undefined && own.some((group) => !its.includes(group))
    })
    return isOff ? [`${weakness.place}/product_status`] : none
  })
}

const idOf = ({ product }: Branch) => textOf(product?.['product_id'])

/** Versions and ranges of one product, of those that are products themselves. */
function siblings({ branches }: Facts): readonly (readonly Branch[])[] {
  const found = new Map<Branch | undefined, Branch[]>()
  for (const branch of branches) {
    if (branch.product === undefined) continue
    if (!isRange(branch) && branch.category !== 'product_version') continue
    const together = found.get(branch.parent)
    if (together === undefined) found.set(branch.parent, [branch])
    else if (together.length < mostSiblings) together.push(branch)
  }
  return [...found.values()].filter((together) => together.length > 1)
}

function doMeet(
  own: VersionRange,
  other: Branch,
  readings: ReadonlyMap<Branch, VersionRange | undefined>,
): boolean {
  if (!isRange(other)) {
    const version = versionOf(other.name)
    return version !== undefined && standing(own, version).is === 'in'
  }
  const its = readings.get(other)
  return its !== undefined && rangesMeet(own, its)
}

function readable(branch: Branch): VersionRange | undefined {
  const { name } = branch
  if (!isRange(branch) || readVers(name) === undefined) return undefined
  const reading = readRange(name)
  return isReadable(reading) && reading.condition === undefined ? reading : undefined
}

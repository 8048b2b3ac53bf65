// SPDX-License-Identifier: EUPL-1.2
/**
 * Inventory: turns what was observed into devices. Decides which cards and addresses are one
 * device, keeps every fact with its source, chooses identity fields by rule, infers role and level
 * with the reason, and says what the tap could not see. Pure: the same observations give the same
 * inventory, in whatever order the captures came.
 */
import type { Asset, AssetConversation, Coverage } from '../asset.ts'
import type { Conversation, End, Observed, Rows } from '../observations.ts'
import { type AssemblyParts, assetOf, outlines } from './assemble.ts'
import { type Choice, choice, type Kept } from './choice.ts'
import { claimAddresses } from './claims.ts'
import { publishedConversations } from './conversations.ts'
import { coverageOf, OwnDevices } from './coverage.ts'
import type { Device } from './device-list.ts'
import { type Devices, joinDevices } from './devices.ts'
import { Drafts } from './draft.ts'
import { Behaviours } from './evidence.ts'
import { Clock } from './instants.ts'
import { assignRoles, isOutside, levelsOf } from './judge.ts'
import { inventoryLimits } from './limits.ts'
import { Lines } from './lines.ts'
import { type NotedFacts, noteFacts } from './noted.ts'
import { isFactoryService } from './service-class.ts'
import type { Site } from './site.ts'
import { addMaker, addStatements } from './statements.ts'

export type { Kept } from './choice.ts'

export interface InventoryOptions {
  /** Registered maker of a card; undefined when unknown. */
  readonly vendorOf: (mac: string) => string | undefined
  /** The site's own ranges, `10.1.0.0/16`; texts that are no range are ignored. */
  readonly siteRanges?: readonly string[]
}

/** What is published of an inventory. */
export interface Published {
  readonly assets: readonly Asset[]
  readonly conversations: readonly AssetConversation[]
  readonly coverage: Coverage
  /** What there is beyond our bounds. */
  readonly leftOut: readonly {
    readonly what: string
    readonly limit: number
    readonly left_out: number
  }[]
}

export interface Inventory {
  /** What these name is listed before anything else. */
  readonly published: (kept: readonly Kept[]) => Published
  /** Id of the asset behind an end of a conversation; undefined for groups and broadcasts. */
  readonly assetAt: (end: End) => string | undefined
  /** Whether the address is one of the site's own. */
  readonly isInside: (ip: string) => boolean
  /** Those of the lines that are wanted, and those that are of no line. Rows. */
  readonly conversations: (isWanted: Wanted) => Iterable<Conversation>
  /** Whether an address of the internet may be behind an end of the line. */
  readonly isAbroad: Wanted
  /** Conversations that the device behind the end opened in vain. */
  readonly failuresOf: (end: End) => number
  /** Facts that detections look at. */
  readonly noted: Pick<NotedFacts, 'certificates' | 'versions'>
  /** Whether a device of level 0 to 2 is behind the end, or one that speaks factory protocols. */
  readonly isFactory: (end: End) => boolean
}

export type Wanted = (lines: Lines, line: number) => boolean

export function inventory(observed: Observed, options: InventoryOptions): Inventory {
  const noted = noteFacts(observed)
  const claims = claimAddresses(observed, noted, options.siteRanges ?? [])
  const devices = joinDevices(observed, claims, noted)
  const drafts = new Drafts(observed, devices)
  addStatements(drafts, observed, devices, noted)
  for (const one of drafts.list) addMaker(one, drafts, options.vendorOf)
  const lines = new Lines(observed, devices)
  const behaviours = new Behaviours(lines, devices.all.length)
  assignRoles(drafts, behaviours, claims)
  const levels = levelsOf(drafts, lines, behaviours)
  const captureNames = observed.captures.map(({ file }) => file)
  const parts = { drafts, claims, lines, behaviours, levels, captureNames, clock: new Clock() }
  return {
    published: (kept) => {
      const chosen = choice({ drafts, devices: devices.all, lines }, kept, (draft) =>
        isOutside(draft, claims),
      )
      return published(parts, observed, devices, chosen)
    },
    conversations: (isWanted) => wantedOf(observed.conversations, lines, isWanted),
    isAbroad: abroad(devices.all, claims.site),
    failuresOf: (end) => lines.failures[devices.find(end)?.number ?? -1] ?? 0,
    noted,
    assetAt: (end) => devices.find(end)?.id,
    isInside: (ip) => claims.site.isInside(claims.book.address(ip)),
    isFactory: (end) => isFactory(devices.find(end)?.number, parts),
  }
}

function abroad(devices: readonly Device[], site: Site): Wanted {
  const known: boolean[] = []
  const isAbroad = (number: number) => {
    known[number] ??= devices[number].ips.some((ip) => !ip.isPrivate && !site.isInside(ip))
    return known[number]
  }
  return (lines, line) => {
    const to = lines.to(line)
    return isAbroad(lines.from(line)) || (to >= 0 && isAbroad(to))
  }
}

function* wantedOf(
  conversations: Rows<Conversation>,
  lines: Lines,
  isWanted: Wanted,
): Generator<Conversation> {
  const wanted = new Uint8Array(lines.count)
  for (let line = 0; line < lines.count; line += 1) wanted[line] = isWanted(lines, line) ? 1 : 0
  for (let index = 0; ; index += 1) {
    const line = lines.ofConversation[index] ?? -1
    if (line >= 0 && wanted[line] === 0) continue
    const conversation = conversations.at(index)
    if (conversation === undefined) return
    yield conversation
  }
}

function published(
  parts: AssemblyParts,
  observed: Observed,
  devices: Devices,
  chosen: Choice,
): Published {
  const { claims, lines, levels } = parts
  const own = new OwnDevices()
  const assets: Asset[] = []
  let factsLeftOut = 0
  for (const outline of outlines(parts)) {
    own.add(outline, levels[outline.draft.number]?.level)
    if (chosen.drafts[outline.draft.number] === 0) continue
    const made = assetOf(parts, outline)
    assets.push(made.asset)
    factsLeftOut += made.factsLeftOut
  }
  const { ranges } = claims.site
  const left: readonly (readonly [string, number, number])[] = [
    ['listed_assets', inventoryLimits.assets, chosen.draftsLeftOut],
    ['listed_conversations', inventoryLimits.conversations, chosen.linesLeftOut],
    ['facts_per_asset', inventoryLimits.factsPerName, factsLeftOut],
    ['site_ranges', inventoryLimits.siteRanges, ranges.length - inventoryLimits.siteRanges],
  ]
  return {
    assets,
    conversations: publishedConversations(observed, devices.all, lines, chosen.lines),
    coverage: coverageOf(observed, devices, claims.site, own, lines),
    leftOut: left
      .filter(([, , count]) => count > 0)
      .map(([what, limit, left_out]) => ({ what, limit, left_out })),
  }
}

/** By its level; a computer without one counts when it commands controllers. */
function isFactory(
  number: number | undefined,
  { drafts, claims, behaviours, levels }: AssemblyParts,
): boolean {
  const draft = number === undefined ? undefined : drafts.list[number]
  if (draft === undefined || isOutside(draft, claims)) return false
  const level = levels[draft.number]?.level
  if (level !== undefined) return level <= 2
  const { used, offered } = behaviours.of(draft.number)
  return [...used, ...offered].some(({ use }) => isFactoryService(use))
}

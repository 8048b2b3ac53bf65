// SPDX-License-Identifier: EUPL-1.2
import { setFlagsFromString } from 'node:v8'
import { type Asset, AssetReader, type Finding, Matcher } from '@schouw/core/vulns'
import { type Call, exitCode } from '../../command.ts'
import { UsageError } from '../../usage.ts'
import { collectAdvisories } from './collect.ts'
import { readAssets, readEnrichment, readTables, verdicts, wordsOf } from './inputs.ts'
import { ResultWriter } from './json.ts'
import { matchText, type Tally } from './text.ts'

export function run(call: Call): number {
  // Documents are read and dropped by the thousand. Left alone, the part of the heap for what is
  // new grows with them, and takes a third more memory for a tenth of the time.
  setFlagsFromString('--semi-space-growth-factor=1')
  const { arguments: given, language, shell } = call
  if (given.operands.length > 0) {
    throw new UsageError(`match takes options only, not also ${given.operands.join(', ')}`)
  }
  const only = wordsOf(call, 'only', verdicts)
  const failOn = wordsOf(call, 'fail-on', [...verdicts, 'kev'])
  const assets = readAssets(call)
  const enrichment = readEnrichment(call)
  const tables = readTables(call)
  const matcher = new Matcher(tables)
  const reader = new AssetReader(tables)
  const { sources, counters } = collectAdvisories(call)
  for (const { advisory } of sources) matcher.add(advisory)
  const isJson = given.flags.has('json') || shell.terminal.columns === undefined
  const writer = isJson ? new ResultWriter({ shell, sources, enrichment }) : undefined
  const tally: Tally = {
    rows: [],
    verdicts: { affected: 0, cannot_decide: 0, not_affected: 0 },
    kev: 0,
  }
  let [unknownVendor, notAssessable] = [0, 0]
  for (const asset of assets) {
    const reading = reader.read(asset)
    if (!isAssessable(asset)) notAssessable += 1
    else if (!matcher.knowsVendor(reading)) unknownVendor += 1
    for (const finding of matcher.against(reading)) {
      count(tally, { asset, finding, kev: kevOf(finding, enrichment.kev?.byCve) })
      if (only.size === 0 || only.has(finding.verdict)) writer?.add(asset.id, finding)
    }
  }
  const { entries, unreadableRanges, conditionalRanges } = matcher.counters()
  const all = {
    ...counters,
    advisories: sources.length,
    product_entries: entries,
    unreadable_ranges: unreadableRanges,
    conditional_ranges: conditionalRanges,
    assets: assets.length,
    assets_unknown_vendor: unknownVendor,
    assets_not_assessable: notAssessable,
    ...tally.verdicts,
  }
  if (writer !== undefined) writer.end(all)
  else shell.print(matchText(tally, all, { language, width: shell.terminal.columns ?? 100 }))
  const isFound = verdicts.some((verdict) => failOn.has(verdict) && tally.verdicts[verdict] > 0)
  return isFound || (failOn.has('kev') && tally.kev > 0) ? exitCode.found : exitCode.done
}

/** Without a product and an order number there is nothing to hold against an advisory. */
function isAssessable({ product, orderNumber, hashes, purl }: Asset): boolean {
  return product !== '' || orderNumber !== '' || hashes.length > 0 || purl !== ''
}

function kevOf(finding: Finding, byCve: ReadonlyMap<string, unknown> | undefined): number {
  if (byCve === undefined || finding.verdict !== 'affected') return 0
  const { weaknesses } = finding.advisory
  return finding.weaknesses.filter((at) => byCve.has(weaknesses[at]?.id ?? '')).length
}

function count(
  tally: Tally,
  { asset, finding, kev }: { asset: Asset; finding: Finding; kev: number },
): void {
  tally.verdicts[finding.verdict] += finding.weaknesses.length
  tally.kev += kev
  if (finding.verdict === 'not_affected') return
  const last = tally.rows.at(-1)
  const row =
    last?.asset === asset
      ? last
      : { asset, affected: 0, undecided: 0, kev: 0, advisories: new Set<string>() }
  if (row !== last) tally.rows.push(row)
  if (finding.verdict === 'affected') row.affected += finding.weaknesses.length
  else row.undecided += finding.weaknesses.length
  row.kev += kev
  row.advisories.add(finding.advisory.id)
}

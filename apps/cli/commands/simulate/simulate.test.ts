// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { LossResult } from '@schouw/core/risk'
import { runCommandLine } from '../../command-line.ts'
import type { Shell } from '../../terminal/shell.ts'

let folder = ''
const risks = [...new Array(20).keys()].map((index) => ({
  id: `R${index}`,
  frequency: { poisson: 0.1 + index / 20 },
  loss_eur: { lognormal: { median: 1000 * (index + 1), p95: 9000 * (index + 1) } },
}))

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'schouw-simulate-'))
  writeFileSync(join(folder, 'risks.json'), JSON.stringify({ years: 100_000, seed: 6, risks }))
})
after(() => rmSync(folder, { recursive: true }))

async function simulate(words: readonly string[], more: Partial<Shell> = {}) {
  const output: string[] = []
  const shell: Shell = {
    env: {},
    folder,
    print: (text) => output.push(text) > 0,
    complain: () => {},
    terminal: { isInteractive: false, columns: undefined },
    onCancel: () => {},
    ...more,
  }
  const code = await runCommandLine(['simulate', 'risks.json', '--json', ...words], shell)
  return { code, text: output.join('') }
}

describe('schouw simulate', () => {
  it('gives the same bytes for any number of workers', async () => {
    const [alone, ...others] = await Promise.all(
      ['1', '2', '5'].map((count) => simulate(['--workers', count])),
    )
    assert.equal(alone!.code, 0)
    for (const { text } of others) assert.equal(text, alone!.text)
  })

  for (const workers of ['1', '3']) {
    it(`ends without figures when cancelled, with workers ${workers}`, async () => {
      const onCancel = (stop: () => void) => {
        setTimeout(stop, 50)
      }
      const words = ['--workers', workers, '--years', '50000000']
      const { code, text } = await simulate(words, { onCancel })
      assert.deepEqual([code, text], [130, ''])
    })
  }

  it('agrees with numpy', async (context) => {
    const answer = spawnSync('python3', ['-c', numpy, join(folder, 'risks.json')], {
      encoding: 'utf8',
    })
    if (answer.status !== 0) {
      console.log('SKIPPED: agrees with numpy: python3 with numpy is not there')
      context.skip('python3 with numpy is not there')
      return
    }
    const peer = JSON.parse(answer.stdout) as { mean: number; error: number; p: number[] }
    const own = JSON.parse((await simulate([])).text) as LossResult
    const error = Math.hypot(peer.error, own.standard_error_eur)
    assert.ok(Math.abs(own.expected_loss_eur - peer.mean) < 5 * error)
    for (const [index, level] of (['p50', 'p90', 'p95', 'p99'] as const).entries()) {
      const [low, high] = own.percentile_ranges_eur[level]
      assert.ok(Math.abs(own.percentiles_eur[level] - peer.p[index]!) < 2 * (high - low), level)
    }
  })
})

const numpy = `
import json, sys
import numpy as np
given = json.load(open(sys.argv[1]))
years = given['years']
rng = np.random.default_rng(1)
total = np.zeros(years)
for risk in given['risks']:
    n = rng.poisson(risk['frequency']['poisson'], years)
    shape = risk['loss_eur']['lognormal']
    mu = np.log(shape['median'])
    sigma = np.log(shape['p95'] / shape['median']) / 1.6448536269514722
    loss = rng.lognormal(mu, sigma, n.sum())
    total += np.bincount(np.repeat(np.arange(years), n), weights=loss, minlength=years)
print(json.dumps({
    'mean': total.mean(),
    'error': total.std() / years ** 0.5,
    'p': list(np.percentile(total, [50, 90, 95, 99])),
}))
`

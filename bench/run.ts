// SPDX-License-Identifier: EUPL-1.2
// `npm run bench [-- --quick | NAME [FILE]]`: one line of JSON for each figure. NAME is one of the
// benches below, FILE one of the captures of inspect. Times are the least of five rounds after a
// warm-up, the contenders in turn; a busy machine still bends them, ratios less than times.
import { bulkFigures } from './bulk.ts'
import { chainFigures } from './chain.ts'
import { changesFigures } from './changes.ts'
import type { Figure } from './figure.ts'
import { historyFigures } from './history.ts'
import { inspectFigures } from './inspect.ts'
import { listsFigures } from './lists.ts'
import { matchFigures } from './match.ts'
import { nulmetingFigures } from './nulmeting.ts'
import { packFigures } from './pack.ts'
import { pagesFigures } from './pages.ts'
import { pathsFigures } from './paths.ts'
import { registerFigures } from './register.ts'
import { roomFigures } from './room.ts'
import { simulateFigures } from './simulate.ts'
import { startFigures } from './start.ts'
import { verifyFigures } from './verify.ts'
import { vulnerabilitiesFigures } from './vulnerabilities.ts'
import { whatIfFigures } from './what-if.ts'

const args = process.argv.slice(2)
const isQuick = args.includes('--quick')
const [name, only] = args.filter((arg) => !arg.startsWith('--'))

const benches: Readonly<Record<string, () => AsyncGenerator<Figure>>> = {
  inspect: () => inspectFigures({ isQuick, only }),
  match: () => matchFigures(),
  nulmeting: () => nulmetingFigures(),
  paths: () => pathsFigures(),
  simulate: () => simulateFigures(),
  'what-if': () => whatIfFigures(),
  start: () => startFigures({ isQuick }),
  chain: () => chainFigures({ isQuick }),
  changes: () => changesFigures({ isQuick }),
  bulk: () => bulkFigures({ isQuick }),
  lists: () => listsFigures({ isQuick }),
  history: () => historyFigures({ isQuick }),
  pack: () => packFigures(),
  pages: () => pagesFigures({ isQuick }),
  register: () => registerFigures(),
  room: () => roomFigures({ isQuick }),
  verify: () => verifyFigures({ isQuick }),
  vulnerabilities: () => vulnerabilitiesFigures(),
}

const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--quick')
if (unknown !== undefined || (name !== undefined && benches[name] === undefined)) {
  console.error(`bench: expected --quick or one of ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
const chosen = name === undefined ? Object.values(benches) : [benches[name]]
for (const bench of chosen) {
  if (bench === undefined) continue
  for await (const figure of bench()) {
    console.log(JSON.stringify(figure))
    if (figure.ok === false || figure.value === null) process.exitCode = 1
  }
}

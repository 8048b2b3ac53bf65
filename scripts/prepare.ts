// SPDX-License-Identifier: EUPL-1.2
// `npm ci` runs this once, so that starting compiles nothing. Each step is optional for running:
// what it would have made is then made, slower, at first use.
import { storeCompiledRegister } from '../formats/oui/index.ts'

const steps: Readonly<Record<string, () => void>> = {
  'vendor register': storeCompiledRegister,
}

for (const [name, step] of Object.entries(steps)) {
  try {
    step()
  } catch (fault) {
    console.error(`prepare: ${name}: ${fault instanceof Error ? fault.message : String(fault)}`)
  }
}

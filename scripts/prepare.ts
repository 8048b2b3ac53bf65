// SPDX-License-Identifier: EUPL-1.2
// `npm ci` runs this once, so that starting compiles nothing. Each step is optional for running:
// what it would have made is then made, slower, at first use.
import { makeTemplate } from '../apps/server/storage/engine/template.ts'
import { storeCompiledRegister } from '../formats/oui/index.ts'

const steps: Readonly<Record<string, () => unknown>> = {
  'vendor register': storeCompiledRegister,
  // Only here: what joins the sources is not installed for production.
  programs: async () => (await import('./bundle.ts')).bundlePrograms(),
  'verifier page': async () => (await import('./build-verify.ts')).buildVerify(),
  web: async () => (await import('./build-web.ts')).buildWeb(),
  database: makeTemplate,
}

for (const [name, step] of Object.entries(steps)) {
  try {
    await step()
  } catch (fault) {
    console.error(`prepare: ${name}: ${fault instanceof Error ? fault.message : String(fault)}`)
  }
}

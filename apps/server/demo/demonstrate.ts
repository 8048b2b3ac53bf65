// SPDX-License-Identifier: EUPL-1.2
import type { Config } from '../config.ts'
import { newSecret } from '../identity/secrets.ts'
import { type Serving, serve } from '../serve.ts'
import { settleExample } from './example.ts'
import { serveDemo } from './routes.ts'

/** A server with the example factory in it, and the link that lets its visitor in. */
export async function demonstrate(
  config: Config,
  { language, isKnown }: { readonly language: 'nl' | 'en'; readonly isKnown: boolean },
): Promise<{ readonly serving: Serving; readonly link: string }> {
  const token = newSecret()
  const serving = await serve(
    config,
    { write: (line) => void process.stderr.write(line) },
    {
      authenticate: (usual) => async (request) => {
        const caller = await usual(request)
        return caller === undefined ? undefined : { ...caller, secondFactorAt: 'always' }
      },
      open: async (app, identity) => {
        serveDemo(app, identity, token)
        if (!isKnown) await settleExample(app, identity, language)
      },
    },
  )
  const url = serving.url.replace('127.0.0.1', 'localhost')
  return { serving, link: `${url}/demo#${token}` }
}

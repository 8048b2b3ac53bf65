// SPDX-License-Identifier: EUPL-1.2
// Makes the page that travels with dossiers: one file, script and style inside, a policy that lets
// nothing else run and nothing be fetched. It knows what stands around its script, so that it can
// tell its own digest.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

const root = join(import.meta.dirname, '..')
const folder = join(root, '.cache/verify')

const style = [
  ':root{color-scheme:light dark;--ink:#1b2326;--paper:#fff;--line:#c7ced1;--bad:#b3261e;--good:#1c6b45}',
  '@media(prefers-color-scheme:dark){:root{--ink:#e8eef0;--paper:#12181a;--line:#3a4549;--bad:#ff8f85;--good:#7fd3a6}}',
  'body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}',
  'main{max-width:60rem;margin:0 auto;padding:1rem}h1{font-size:1.6rem}h2{font-size:1.3rem}h3{font-size:1.05rem}',
  'label{display:block;margin:1rem 0;font-weight:600}input{display:block;margin-top:.4rem;font:inherit;max-width:100%}',
  '.proven{color:var(--good)}.refused{color:var(--bad)}.wide{overflow-x:auto}',
  'table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}',
  'code{font:14px/1.5 ui-monospace,monospace;overflow-wrap:anywhere}footer{margin-top:2rem;border-top:1px solid var(--line)}',
].join('\n')

/** `§script§` is where the script goes, `§digest§` its digest in the policy. */
const around = `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-§digest§'; style-src 'sha256-${sha256(style)}'; base-uri 'none'; form-action 'none'">
<title>Schouw</title>
<style>${style}</style>
</head>
<body>
<main></main>
<script>§script§</script>
</body>
</html>
`

/** Gives the path and the SHA-256 of the page. */
export async function buildVerify(): Promise<{ readonly path: string; readonly sha256: string }> {
  const build = await rolldown({
    input: join(root, 'apps/web/verify/main.ts'),
    platform: 'browser',
    logLevel: 'silent',
    transform: { define: { __AROUND__: JSON.stringify(around) } },
  })
  const { output } = await build.generate({ format: 'iife', minify: true })
  await build.close()
  const [chunk] = output
  // What ends a script in HTML must not stand in one, and the parser turns carriage returns.
  const code = chunk.code.replaceAll('</script', '<\\/script').replaceAll('\r', '\\r').trim()
  const page = around.replace('§digest§', () => sha256(code)).replace('§script§', () => code)
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'verify.html')
  writeFileSync(path, page)
  return { path, sha256: createHash('sha256').update(page).digest('hex') }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}

if (import.meta.main) {
  const { path, sha256: digest } = await buildVerify()
  console.log(`${digest}  ${path}`)
}

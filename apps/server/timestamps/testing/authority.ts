// SPDX-License-Identifier: EUPL-1.2
// A time-stamp authority on this machine: `openssl ts` behind a small HTTP server.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Mood = 'good' | 'away' | 'garbage' | 'endless' | 'another-question' | 'refusing'

export interface LocalAuthority {
  readonly url: string
  /** PEM file of its root. */
  readonly root: string
  /** How it answers from now on. */
  mood: Mood
  /** Requests that came. */
  asked: number
  stop(): void
}

/** A line that says so when the tests cannot run. */
export function opensslAbsent(): string | false {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' })
    return false
  } catch {
    return 'SKIPPED: openssl is not here, so no time-stamp authority'
  }
}

const settings = `[req]
distinguished_name=dn
[dn]
[root]
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign,cRLSign
[signer]
keyUsage=critical,digitalSignature
extendedKeyUsage=critical,timeStamping
[tsa]
default_tsa=t
[t]
serial=serial
default_policy=1.2.3.4
digests=sha256
signer_digest=sha256
ess_cert_id_alg=sha256
`

export async function localAuthority(): Promise<LocalAuthority> {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-tsa-'))
  const run = (...args: readonly string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  writeFileSync(join(folder, 'ca.cnf'), settings)
  writeFileSync(join(folder, 'serial'), '01\n')
  for (const name of ['root', 'signer']) {
    run('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', `${name}.key`)
  }
  const dated = ['-days', '30', '-config', 'ca.cnf', '-extensions', 'root']
  run('req', '-x509', '-new', '-key', 'root.key', '-subj', '/CN=Root', ...dated, '-out', 'root.pem')
  run(
    'req',
    '-new',
    '-key',
    'signer.key',
    '-subj',
    '/CN=Stamps',
    '-config',
    'ca.cnf',
    '-out',
    's.csr',
  )
  const by = ['-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial', '-days', '20']
  const as = ['-extfile', 'ca.cnf', '-extensions', 'signer', '-out', 'signer.pem']
  run('x509', '-req', '-in', 's.csr', ...by, ...as)
  const reply = (query: Uint8Array): Uint8Array => {
    writeFileSync(join(folder, 'q.tsq'), query)
    const own = ['-signer', 'signer.pem', '-inkey', 'signer.key', '-config', 'ca.cnf']
    run('ts', '-reply', '-queryfile', 'q.tsq', ...own, '-section', 't', '-out', 'r.tsr')
    return readFileSync(join(folder, 'r.tsr'))
  }
  const another = () => {
    writeFileSync(join(folder, 'other'), 'something else')
    run('ts', '-query', '-data', 'other', '-sha256', '-cert', '-out', 'o.tsq')
    return reply(readFileSync(join(folder, 'o.tsq')))
  }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part) => parts.push(part))
    request.on('end', () => {
      authority.asked += 1
      if (authority.mood === 'away') return void response.writeHead(503).end()
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' })
      if (authority.mood === 'garbage') return void response.end('<html>hello</html>')
      if (authority.mood === 'endless') return void response.end(Buffer.alloc(1 << 20, 0x30))
      // PKIStatusInfo with status 2, rejection.
      if (authority.mood === 'refusing')
        return void response.end(Buffer.from('30053003020102', 'hex'))
      const query = Buffer.concat(parts)
      response.end(authority.mood === 'good' ? reply(query) : another())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const authority: LocalAuthority = {
    url: `http://127.0.0.1:${portOf(server)}/`,
    root: join(folder, 'root.pem'),
    mood: 'good',
    asked: 0,
    stop: () => {
      server.close()
      server.closeAllConnections()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return authority
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

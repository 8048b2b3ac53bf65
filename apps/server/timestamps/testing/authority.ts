// SPDX-License-Identifier: EUPL-1.2
// A time-stamp authority on this machine: `openssl ts` behind a small HTTP server.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseResponse } from '@schouw/core/ledger/timestamps'

export type Mood = 'good' | 'away' | 'garbage' | 'endless' | 'another-question' | 'refusing'

export interface LocalAuthority {
  readonly url: string
  /** PEM file of its root. */
  readonly root: string
  /** How it answers from now on. */
  mood: Mood
  /** Requests that came. */
  asked: number
  /** Its answer over these bytes, as it would give it over HTTP. */
  stamp(bytes: Uint8Array): Uint8Array
  /** The same time by a certificate of the same root that is meant for servers: no authority's. */
  stampForServers(bytes: Uint8Array): Uint8Array
  /** From now on another certificate signs, which ends so many days from now. */
  replaceCertificate(days: number): void
  /** From now on a certificate signs that ends so many seconds from now. */
  replaceCertificateFor(seconds: number): void
  /** On the list of its root from now on. */
  revokeCertificate(): void
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
[server]
keyUsage=critical,digitalSignature
extendedKeyUsage=serverAuth
[ca]
default_ca=c
[c]
database=index.txt
new_certs_dir=.
rand_serial=yes
policy=p
unique_subject=no
crlnumber=crlnumber
default_md=sha256
default_crl_days=9
[p]
commonName=supplied
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
  for (const name of ['root', 'signer', 'server']) {
    run('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', `${name}.key`)
  }
  const dated = ['-days', '400', '-config', 'ca.cnf', '-extensions', 'root']
  run('req', '-x509', '-new', '-key', 'root.key', '-subj', '/CN=Root', ...dated, '-out', 'root.pem')
  const certify = (name: string, days: number) => {
    const asked = ['-subj', name === 'signer' ? '/CN=Stamps' : '/CN=Server', '-config', 'ca.cnf']
    run('req', '-new', '-key', `${name}.key`, ...asked, '-out', 's.csr')
    const by = ['-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial', '-days', String(days)]
    const as = ['-extfile', 'ca.cnf', '-extensions', name, '-out', `${name}.pem`]
    run('x509', '-req', '-in', 's.csr', ...by, ...as)
  }
  certify('signer', 100)
  certify('server', 100)
  writeFileSync(join(folder, 'index.txt'), '')
  writeFileSync(join(folder, 'crlnumber'), '01\n')
  const authorities = ['-config', 'ca.cnf', '-cert', 'root.pem', '-keyfile', 'root.key']
  const list = () => {
    run('ca', ...authorities, '-gencrl', '-out', 'list.pem')
    return readFileSync(join(folder, 'list.pem'))
  }
  const reply = (query: Uint8Array): Uint8Array => {
    writeFileSync(join(folder, 'q.tsq'), query)
    const own = ['-signer', 'signer.pem', '-inkey', 'signer.key', '-config', 'ca.cnf']
    run('ts', '-reply', '-queryfile', 'q.tsq', ...own, '-section', 't', '-out', 'r.tsr')
    return readFileSync(join(folder, 'r.tsr'))
  }
  const stamp = (bytes: Uint8Array) => {
    writeFileSync(join(folder, 'stamped'), bytes)
    run('ts', '-query', '-data', 'stamped', '-sha256', '-cert', '-out', 'o.tsq')
    return new Uint8Array(reply(readFileSync(join(folder, 'o.tsq'))))
  }
  // `openssl ts` refuses to sign with such a certificate; `openssl cms` asks no questions.
  const stampForServers = (bytes: Uint8Array) => {
    const token = parseResponse(stamp(bytes))
    if (!token.ok) throw new Error(token.refusal)
    writeFileSync(join(folder, 'content'), token.value.content)
    const own = ['-signer', 'server.pem', '-inkey', 'server.key', '-cades', '-md', 'sha256']
    const as = [
      '-econtent_type',
      '1.2.840.113549.1.9.16.1.4',
      '-binary',
      '-nodetach',
      '-nosmimecap',
    ]
    run('cms', '-sign', '-in', 'content', ...own, ...as, '-outform', 'DER', '-out', 'c.tst')
    return new Uint8Array(readFileSync(join(folder, 'c.tst')))
  }
  const server = createServer((request, response) => {
    if (request.url === '/list') return void response.end(list())
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
      response.end(authority.mood === 'good' ? reply(query) : stamp(Buffer.from('something else')))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const authority: LocalAuthority = {
    url: `http://127.0.0.1:${portOf(server)}/`,
    root: join(folder, 'root.pem'),
    mood: 'good',
    asked: 0,
    stamp,
    stampForServers,
    replaceCertificate: (days) => certify('signer', days),
    replaceCertificateFor: (seconds) => {
      const digits = new Date(Date.now() + seconds * 1000)
        .toISOString()
        .replaceAll(/[-:T]|\.\d+/g, '')
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
      const as = ['-extfile', 'ca.cnf', '-extensions', 'signer', '-enddate', digits]
      run('ca', ...authorities, '-batch', '-notext', '-in', 's.csr', ...as, '-out', 'signer.pem')
    },
    revokeCertificate: () => run('ca', ...authorities, '-revoke', 'signer.pem'),
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

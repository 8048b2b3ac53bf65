// SPDX-License-Identifier: EUPL-1.2
// A real nats-server for fault runs of the way from sensor to hub: started, killed, started again on
// the same disk, or without it.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, connect as dial } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** False where the program or the packages are not on this machine. */
export function natsHere(): boolean {
  const found = [process.env['PATH'] ?? '', '/usr/sbin'].join(':')
  const { status } = spawnSync('nats-server', ['--version'], { env: { PATH: found } })
  return status === 0
}

interface NatsOptions {
  /** Of its streams. */
  readonly domain?: string
  /** What stands in `leafnodes { }`. */
  readonly leafnodes?: string
}

export class NatsServer {
  readonly port: number
  readonly #folder = mkdtempSync(join(tmpdir(), 'schouw-nats-'))
  readonly #config: string
  #child: ChildProcess | undefined

  private constructor(port: number, { domain, leafnodes }: NatsOptions) {
    this.port = port
    this.#config = join(this.#folder, 'nats.conf')
    const streams = [
      `store_dir: "${join(this.#folder, 'js')}"`,
      ...(domain === undefined ? [] : [`domain: ${domain}`]),
    ]
    const lines = [
      'host: 127.0.0.1',
      `port: ${port}`,
      `jetstream { ${streams.join(', ')} }`,
      ...(leafnodes === undefined ? [] : [`leafnodes { ${leafnodes} }`]),
    ]
    writeFileSync(this.#config, `${lines.join('\n')}\n`)
  }

  static async start(options: NatsOptions = {}): Promise<NatsServer> {
    const server = new NatsServer(await freePort(), options)
    await server.start()
    return server
  }

  get url(): string {
    return `nats://127.0.0.1:${this.port}`
  }

  async start(): Promise<void> {
    const env = { PATH: `${process.env['PATH']}:/usr/sbin` }
    this.#child = spawn('nats-server', ['-c', this.#config], { stdio: 'ignore', env })
    for (let tries = 0; tries < 100; tries += 1) {
      if (await isOpen(this.port)) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error('nats-server does not open its port')
  }

  /** As when the power goes, as far as a process can. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#child
    if (child === undefined) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
    this.#child = undefined
  }

  forget(): void {
    rmSync(join(this.#folder, 'js'), { recursive: true, force: true })
  }

  async remove(): Promise<void> {
    await this.kill()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = dial(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

// SPDX-License-Identifier: EUPL-1.2

/** Of a mail, as far as signs are looked for in it. */
interface Told {
  readonly from: string
  readonly reply_to: string
  readonly authentication: readonly string[]
  readonly links: readonly { readonly to: string; readonly text: string }[]
  readonly oddities: Readonly<Record<string, number>>
}

/** Signs that people overlook: facts of the mail, no verdict. */
export function warningsOf(mail: Told): readonly ('reply' | 'link' | 'unseen' | 'failed')[] {
  const sender = hostOf(mail.from)
  const reply = hostOf(mail.reply_to)
  const isElsewhere = ({ text, to }: { readonly text: string; readonly to: string }) => {
    const said = /^(?:https?:\/\/)?((?:[\w-]+\.)+[a-z]{2,})(?:[/:?#]|$)/i.exec(text.trim())?.[1]
    const real = URL.parse(to)?.hostname
    return said !== undefined && real !== undefined && !isSame(said.toLowerCase(), real)
  }
  return [
    ...(reply !== '' && sender !== '' && !isSame(reply, sender) ? (['reply'] as const) : []),
    ...(mail.links.some(isElsewhere) ? (['link'] as const) : []),
    ...(mail.oddities['unseen-characters'] === undefined ? [] : (['unseen'] as const)),
    ...(mail.authentication.some((one) => /\b(?:spf|dkim|dmarc)=(?:soft)?fail\b/i.test(one))
      ? (['failed'] as const)
      : []),
  ]
}

function hostOf(address: string): string {
  return /@([\w.-]+)/.exec(address.split('<').at(-1) ?? '')?.[1]?.toLowerCase() ?? ''
}

function isSame(one: string, other: string): boolean {
  const bare = (host: string) => host.replace(/^www\./, '')
  const [a, b] = [bare(one), bare(other)]
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)
}

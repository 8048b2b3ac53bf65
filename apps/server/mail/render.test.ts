// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Language, Template, Values } from './letter.ts'
import { renderMail } from './render.ts'
import { readMailSettings } from './settings.ts'

const link = 'https://schouw.example.org/x?a=1&b=2'
const every: { readonly [Name in Template]: Values[Name] } = {
  invitation: { organisation: 'Org', inviter: 'Eva', link, expiresAt: '2026-12-01T11:00:00.000Z' },
  'account-changed': { at: '2026-07-01T22:30:00.000Z', link },
  'account-closed': { at: '2026-07-01T22:30:00.000Z' },
  'decision-waits': {
    organisation: 'Org',
    title: 'Budget',
    link,
    dueAt: '2026-12-01T11:00:00.000Z',
  },
  'deadline-near': { organisation: 'Org', title: 'Audit', link, dueAt: '2026-12-01T11:00:00.000Z' },
  'action-due': {
    organisation: 'Org',
    title: 'Segment the network',
    dueOn: '2026-12-01',
    isOver: false,
    link,
  },
  'report-due': {
    organisation: 'Org',
    title: 'Early warning',
    incident: 'Line 2 stands still',
    dueAt: '2026-12-01T11:00:00.000Z',
    isOver: false,
    isExercise: false,
    link,
  },
  'told-waits': {
    organisation: 'Org',
    what: 'A letter on the screen of line 2',
    toldAt: '2026-12-01T11:00:00.000Z',
    link,
  },
  'new-sign-in': { at: '2026-07-01T22:30:00.000Z', device: 'Firefox', address: '192.0.2.0', link },
  'recovery-code-used': { at: '2026-07-01T22:30:00.000Z', left: 1, link },
  notices: {
    organisation: 'Org',
    count: 2,
    lines: [{ kind: 'mention', title: 'Line 2' }],
    link,
  },
  'policy-to-read': { organisation: 'Org', policy: 'Access', link, dueOn: '2026-12-05' },
  'policy-reminder': { organisation: 'Org', policy: 'Access', link },
  'supplier-questions': { organisation: 'Org', name: 'Anna', link, dueOn: '2026-12-05' },
  'supplier-reminder': { organisation: 'Org', name: 'Anna', dueOn: '2026-12-05', isOver: false },
  'supplier-vulnerabilities': {
    organisation: 'Org',
    name: 'Anna',
    concerns: [['Lampworks Lamp 5 1.0', 'CVE-2026-10000 (LW-26-1), 2']],
  },
  'log-head': {
    organisation: 'Org',
    at: '2026-07-01T22:30:00.000Z',
    lines: ['schouw/x', '12', 'AAAA=', '\u2014 schouw/x AAAA='],
  },
  'webhook-stopped': { organisation: 'Org', host: 'hooks.example.org', link },
}

describe('letters', () => {
  for (const template of Object.keys(every) as Template[]) {
    for (const language of ['nl', 'en'] as const satisfies readonly Language[]) {
      it(`${template} is whole in ${language}`, () => {
        const values = every[template]
        const made = renderMail({ template, language, values, timeZone: 'Europe/Amsterdam' })
        for (const part of Object.values(made))
          assert.doesNotMatch(part, /undefined|null|NaN|\[object/)
        const hasLink = 'link' in values
        assert.equal(made.text.includes(`\n${link}\n`), hasLink, made.text)
        assert.equal(made.html.includes('href="https://schouw.example.org/x?a=1&amp;b=2"'), hasLink)
        assert.match(made.html, new RegExp(`<html lang="${language}">`))
        assert.ok(made.subject.length < 80 && !made.subject.includes('\n'))
        for (const value of Object.values<unknown>(values)) {
          if (typeof value !== 'string' || /T\d\d:|^\d{4}-\d\d-\d\d$/.test(value)) continue
          assert.ok(made.text.includes(value) || made.subject.includes(value), value)
        }
      })
    }
  }

  it('write what a stranger wrote as text', () => {
    const stranger = '<img src=x onerror=alert(1)>&lt;b&gt;"[x](javascript:alert(2))'
    const values = {
      organisation: stranger,
      name: stranger,
      concerns: [[stranger, `CVE-2026-10000 (${stranger}), 2`]] as const,
    }
    const asked = { template: 'supplier-vulnerabilities', values, timeZone: 'UTC' } as const
    for (const language of ['nl', 'en'] as const) {
      const { html } = renderMail({ ...asked, language })
      assert.doesNotMatch(html, /<img|<b>|<a /)
      assert.ok(html.includes('&lt;img src=x onerror=alert(1)&gt;&amp;lt;b&amp;gt;'))
    }
  })

  it('name instants in the zone of the organisation', () => {
    const values = every['new-sign-in']
    const asked = { template: 'new-sign-in', values, timeZone: 'Europe/Amsterdam' } as const
    assert.match(renderMail({ ...asked, language: 'nl' }).text, /donderdag 2 juli 2026 om 00:30/)
    assert.match(renderMail({ ...asked, language: 'en' }).text, /Thursday,? 2 July 2026 at 00:30/)
  })
})

describe('mail settings', () => {
  const from = 'Schouw <schouw@example.org>'
  const rows: readonly [string | undefined, string | undefined, string][] = [
    [undefined, undefined, 'off'],
    ['smtp://mail.example.org', from, 'mail.example.org 587 required'],
    ['smtps://mail.example.org', 'schouw@example.org', 'mail.example.org 465 implicit'],
    ['smtp://127.0.0.1:25?tls=none', from, '127.0.0.1 25 none'],
    ['smtp://u%40x:p%3A@mail.example.org:2525', from, 'mail.example.org 2525 required u@x p:'],
    ['smtps://mail.example.org?tls=none', from, 'smtp-url'],
    ['smtp://mail.example.org?tls=no', from, 'smtp-url'],
    ['smtp://mail.example.org/x', from, 'smtp-url'],
    ['smtp://%zz@mail.example.org', from, 'smtp-url'],
    ['https://mail.example.org', from, 'smtp-url'],
    ['smtp:', from, 'smtp-url'],
    ['mail.example.org', from, 'smtp-url'],
    ['smtp://mail.example.org', undefined, 'mail-from'],
    ['smtp://mail.example.org', 'nobody', 'mail-from'],
    ['smtp://mail.example.org', 'a@example.org\nBcc: b@example.org', 'mail-from'],
    ['smtp://mail.example.org', 'a@example.org, b@example.org', 'mail-from'],
  ]
  for (const [url, sender, expected] of rows) {
    it(`${url} from ${JSON.stringify(sender)}: ${expected}`, () => {
      const read = readMailSettings(url, sender)
      const { host, port, tls, user, password } = (read.ok ? read.value : undefined) ?? {}
      const said = [host, port, tls, user, password].filter((part) => part !== undefined).join(' ')
      assert.equal(read.ok ? said || 'off' : read.refusal, expected)
    })
  }
})

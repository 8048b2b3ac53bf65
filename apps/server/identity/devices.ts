// SPDX-License-Identifier: EUPL-1.2
import { createHmac, timingSafeEqual } from 'node:crypto'
import { cookie, deviceCookie } from './browser.ts'
import { deviceDays, mostDeviceMarks } from './limits.ts'
import type { Identity } from './ports.ts'

// Which browsers an account was signed in to before. The browser itself keeps that, under a key of
// the installation: nothing is stored here, and what one has is worth nothing but the absence of a
// letter.

interface Asked {
  readonly account: string
  readonly now: string
  /** The cookie as it came; empty when there was none. */
  readonly devices: string
}

const dayMs = 86_400_000
/** The day in base 36, then the proof of it; one mark after the other is the cookie. */
const mark = /([0-9a-z]{4})([A-Za-z0-9_-]{43})/

export function isKnownDevice(identity: Identity, asked: Asked): boolean {
  return marksOf(asked.devices).some((one) => isOwn(identity, one, asked))
}

/** The cookie that says so from now on, beside what it says about others who use this browser. */
export function rememberedDevice(identity: Identity, asked: Asked): string {
  const others = marksOf(asked.devices).filter((one) => !isOwn(identity, one, asked))
  const today = dayOf(asked.now)
  const own = `${today.toString(36).padStart(4, '0')}${signed(identity, asked.account, today)}`
  const value = [own, ...others].slice(0, mostDeviceMarks).join('')
  return cookie(identity.origin(), deviceCookie, value, (deviceDays * dayMs) / 1000)
}

function marksOf(devices: string): readonly string[] {
  return (devices.match(new RegExp(mark, 'g')) ?? []).slice(0, mostDeviceMarks)
}

function isOwn(identity: Identity, text: string, { account, now }: Asked): boolean {
  const [, at = '', proof = ''] = mark.exec(text) ?? []
  const day = Number.parseInt(at, 36)
  const age = dayOf(now) - day
  if (age < -1 || age > deviceDays) return false
  return timingSafeEqual(Buffer.from(proof), Buffer.from(signed(identity, account, day)))
}

function signed({ storage }: Identity, account: string, day: number): string {
  const key = storage.secrets.key('devices')
  return createHmac('sha256', key).update(`${account} ${day}`).digest('base64url')
}

function dayOf(now: string): number {
  return Math.floor(Date.parse(now) / dayMs)
}

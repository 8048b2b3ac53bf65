// SPDX-License-Identifier: EUPL-1.2

/** What a language has to say about one packet that a finding rests on. */
export interface FramesWords {
  readonly title: (frame: number) => string
  readonly intro: string
  readonly finding: string
  readonly others: string
  readonly none: string
  readonly facts: {
    readonly capture: string
    readonly at: string
    readonly noTime: string
    readonly from: string
    readonly to: string
    readonly vlan: string
    readonly protocols: string
    readonly unknown: string
    readonly service: string
    readonly bytes: string
    readonly size: (kept: number, wire: number) => string
    readonly says: string
  }
  readonly hex: string
  readonly seal: { readonly same: string; readonly unchecked: string }
  readonly notKept: string
  readonly notKeptUnknown: string
  readonly tooLarge: string
  readonly choose: string
  readonly hint: string
  readonly looking: string
  readonly no: {
    readonly 'other-file': string
    readonly 'no-capture': string
    readonly 'too-large': string
  }
  readonly notThere: (packets: number) => string
}

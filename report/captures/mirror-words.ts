// SPDX-License-Identifier: EUPL-1.2
import type { mirrorSigns } from '@schouw/core/capture'

type MirrorSign = ReturnType<typeof mirrorSigns>[number]

export type MirrorWords = Readonly<
  Record<
    MirrorSign['code'],
    Readonly<Record<MirrorSign['verdict'], (facts: MirrorSign['facts']) => string>>
  >
>

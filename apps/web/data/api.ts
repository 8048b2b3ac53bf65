// SPDX-License-Identifier: EUPL-1.2
import { client } from '@schouw/contract/client'
import { brought } from './brought.ts'

/** The server this page came from. */
export const api = client({ answered: brought })

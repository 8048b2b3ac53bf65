// SPDX-License-Identifier: EUPL-1.2
import { client } from '@schouw/contract/client'

/** The server this page came from. */
export const api = client()

// SPDX-License-Identifier: EUPL-1.2
import { Link } from 'react-router'
import { useLiveNotices, useNotices } from '../data/notices.ts'
import { useWords } from '../words/language.tsx'

/** How much is new, which leads to what it is. */
export function Bell() {
  const { nav } = useWords()
  useLiveNotices()
  const unread = useNotices().data?.unread ?? 0
  return (
    <Link className="bell" to="/notices">
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path
          d="M10 2a5 5 0 0 0-5 5v3.5L3.5 14h13L15 10.5V7a5 5 0 0 0-5-5zM8 15.5a2 2 0 0 0 4 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      </svg>
      <span className="spoken">{nav.notices}</span>
      {unread > 0 && (
        <span className="bell-count">
          {unread}
          <span className="spoken"> {nav.unread}</span>
        </span>
      )}
    </Link>
  )
}

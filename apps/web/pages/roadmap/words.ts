// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../../words/language.tsx'
import { roadmapEn } from '../../words/pages/roadmap-en.ts'
import { type RoadmapWords, roadmapNl } from '../../words/pages/roadmap-nl.ts'

export function useRoadmapWords(): RoadmapWords {
  return { nl: roadmapNl, en: roadmapEn }[useLanguage().language]
}

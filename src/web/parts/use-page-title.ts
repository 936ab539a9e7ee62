import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Boot } from '../boot.ts'
import { useText } from '../language/language.ts'

/** Names the browser's tab: page, district, product. */
export function usePageTitle(page: string): void {
  const text = useText()
  const district = useQueryClient().getQueryData<Boot>(['boot'])?.district ?? null
  useEffect(() => {
    document.title = text.titled(page, district)
  }, [text, page, district])
}

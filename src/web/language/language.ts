/**
 * The language of the page: held outside React so that requests can name it, remembered in this browser until somebody
 * signs in, and from then on in their preferences.
 */
import { useSyncExternalStore } from 'react'
import type { Language } from '../../core/proofread/diagnostic.ts'
import { read, remember } from '../parts/browser-memory.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

const key = 'bihuan.language'
const dictionaries = { zh, en }
const listeners = new Set<() => void>()
let current: Language = read(key) === 'en' ? 'en' : 'zh'

export const languageNow = (): Language => current

/** The value of the `Accept-Language` header and of `<html lang>`. */
export const languageTag = (): string => (current === 'zh' ? 'zh-CN' : 'en')

/** Switches the page; does not store the choice with the account. */
export function setLanguage(language: Language): void {
  remember(key, language)
  current = language
  document.documentElement.lang = languageTag()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useLanguage = (): Language => useSyncExternalStore(subscribe, languageNow)

/** The dictionary of the shell, ledger and records in the current language. */
export const useText = () => dictionaries[useLanguage()]

/** A page's own dictionary, `{ zh, en }` of one shape, in the current language. */
export const useTextOf = <T>(texts: { zh: T; en: T }): T => texts[useLanguage()]

/** The shell's dictionary outside React. */
export const textNow = () => dictionaries[current]

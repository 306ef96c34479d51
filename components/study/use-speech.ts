'use client'

import { useCallback, useSyncExternalStore } from 'react'

const listen = (change: () => void) => {
  window.speechSynthesis?.addEventListener('voiceschanged', change)
  return () => window.speechSynthesis?.removeEventListener('voiceschanged', change)
}

// Old Android browsers write in_ID, with the language's former code.
const isIndonesian = ({ lang }: SpeechSynthesisVoice) => /^(id|in)([-_]|$)/i.test(lang)

const findVoice = () => window.speechSynthesis?.getVoices().find(isIndonesian) ?? null

/** Reads Indonesian aloud with a voice of the device; `canSpeak` is false where it has none for Indonesian. */
export function useSpeech(): { readonly canSpeak: boolean; readonly speak: (text: string) => void } {
  const voice = useSyncExternalStore(listen, findVoice, () => null)
  const speak = useCallback(
    (text: string) => {
      if (!voice) return
      const utterance = new SpeechSynthesisUtterance(text)
      utterance.voice = voice
      utterance.lang = 'id-ID'
      utterance.rate = 0.9
      window.speechSynthesis.cancel()
      window.speechSynthesis.speak(utterance)
    },
    [voice],
  )
  return { canSpeak: voice !== null, speak }
}

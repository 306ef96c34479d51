import type { Command } from './command'

/**
 * Every command, in the order of the help. A new one is one file and one entry here. Each is imported only when it is
 * run: splitting sentences needs neither the translation runtime nor the dictionary.
 */
export const commands: readonly Command[] = [
  {
    name: 'translate',
    usage: '[--model ID] [--beams N]',
    summary: 'Indonesian lines to English lines',
    load: async () => (await import('./translate')).translate,
  },
  {
    name: 'segment',
    usage: '',
    summary: 'text to one sentence per line, as the reader splits it',
    load: async () => (await import('./segment')).segment,
  },
  {
    name: 'chrf',
    usage: 'REFERENCE',
    summary: 'corpus chrF of the input against a file, line by line',
    load: async () => (await import('./chrf')).chrf,
  },
  {
    name: 'analyze',
    usage: '',
    summary: 'one form per line → form, lemma, root, affixes, part of speech, gloss (tab-separated)',
    load: async () => (await import('./analyze')).analyze,
  },
  {
    name: 'lemmatize',
    usage: '',
    summary: 'one sentence per line → its tokens as surface/lemma',
    load: async () => (await import('./lemmatize')).lemmatize,
  },
  {
    name: 'annotate',
    usage: '',
    summary: 'text → JSON lines, one per token, with the fields of the word card',
    load: async () => (await import('./annotate')).annotate,
  },
  {
    name: 'align',
    usage: '',
    summary: 'indonesian<TAB>english per line → tokens<TAB>tokens<TAB>links i-j',
    load: async () => (await import('./align')).align,
  },
]

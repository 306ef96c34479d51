import { createAnnotator } from '@/lib/language/annotate'
import type { AnnotatedSentence, AnnotatedToken } from '@/lib/language/annotation'
import { segment } from '@/lib/language/segment'
import type { Run } from './command'
import { loadLexicon } from './language-files'
import { parseOptions } from './options'

const glossesOf = (token: AnnotatedToken): readonly string[] =>
  token.senses.map(({ glosses }) => glosses.join('; '))

/** A token as the card shows it, flat; what does not apply is left out. */
const cardOf = (token: AnnotatedToken, { terms }: AnnotatedSentence, sentence: number, start: number) => {
  const term = token.term === undefined ? undefined : terms[token.term]?.entry
  return {
    sentence,
    start: start + token.span.start,
    end: start + token.span.end,
    surface: token.surface,
    kind: token.kind,
    lemma: token.lemma || token.surface,
    root: token.root || token.surface,
    affixes: token.affixes,
    pos: token.pos,
    gloss: token.gloss || (term?.senses[0]?.glosses[0] ?? ''),
    senses: glossesOf(token),
    register: token.register,
    band: token.band,
    guessable: token.guessable,
    voice: token.voice,
    partner: token.partner?.form,
    expansion: token.expansion,
    readout: token.readout,
    term: term?.surface,
    termGloss: term?.senses[0]?.glosses[0],
    changes: token.analyses[0]?.steps.flatMap(({ affix, change }) =>
      change ? [{ affix: affix.label, ...change }] : [],
    ),
  }
}

/** Text to JSON lines, one per token, with every field of the word card. */
export const annotate: Run = async (args, io) => {
  parseOptions(args, {})
  const sentences = segment(await io.read()).flatMap((paragraph) => paragraph.sentences)
  const annotateSentence = createAnnotator(loadLexicon())
  sentences.forEach(({ text, span }, at) => {
    const sentence = annotateSentence(text)
    const tokens = sentence.tokens.filter(({ kind }) => kind !== 'space')
    io.write(tokens.map((token) => `${JSON.stringify(cardOf(token, sentence, at, span.start))}\n`).join(''))
  })
}

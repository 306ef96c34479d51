import type { Span } from '../language/span'
import type { Card } from '../study/card'

/**
 * The note type that Anki gets. Its id, the deck's id and each note's guid never change, so that a second export
 * updates the first instead of standing beside it. Fields are only ever appended.
 */
export const ankiModelId = 1_763_800_000_101
export const ankiDeckId = 1_763_800_000_202
export const ankiName = 'Sejajar'
export const ankiFields = [
  'Word',
  'Lemma',
  'Root and affixes',
  'Gloss',
  'Sentence',
  'English',
  'Source',
] as const
export type AnkiField = (typeof ankiFields)[number]

/** Anki finds a note again by this. */
export const ankiGuid = (card: Pick<Card, 'lemma'>): string => `sejajar:${card.lemma}`

/** What each field of a note holds, as HTML: everything of the learner's is escaped, only our own bold is markup. */
export function ankiNote(card: Card): Readonly<Record<AnkiField, string>> {
  const context = card.contexts[0]
  return {
    Word: escapeHtml(card.form),
    Lemma: escapeHtml(card.lemma),
    'Root and affixes': escapeHtml([card.root, ...card.affixes].join(' + ')),
    Gloss: escapeHtml(card.note ? `${card.gloss} (${card.note})` : card.gloss),
    Sentence: context ? emphasise(context.sentence, [context.target]) : '',
    English: context?.english ? emphasise(context.english, context.aligned ?? []) : '',
    Source: escapeHtml(context?.source ?? ''),
  }
}

/** A text as HTML with these parts in bold; spans may overlap or come in any order. */
export function emphasise(text: string, spans: readonly Span[]): string {
  const inside = spans.filter(({ start, end }) => start < end && start < text.length)
  let html = ''
  let at = 0
  for (const { start, end } of [...inside].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue
    const from = Math.max(at, start)
    html += `${escapeHtml(text.slice(at, from))}<b>${escapeHtml(text.slice(from, end))}</b>`
    at = end
  }
  return (html + escapeHtml(text.slice(at))).replaceAll('</b><b>', '')
}

/** Text for a field. Anki parts fields with the character 31 and keeps them in composed form. */
export const escapeHtml = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('\u001f', ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/\r?\n/g, '<br>')

/** A field as plain text again. */
export const plainText = (html: string): string =>
  html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

export type AnkiTemplate = { readonly name: string; readonly front: string; readonly back: string }

const answer = `<hr id="answer">
<div class="gloss">{{Gloss}}</div>
<div class="parts" lang="id">{{Root and affixes}}</div>
{{#Sentence}}<div class="sentence" lang="id">{{Sentence}}</div>{{/Sentence}}
<div class="english" lang="en">{{English}}</div>
<div class="source">{{Source}}</div>`

/** The three ways of asking. A note without a sentence makes no cloze card, one without a gloss no reverse card. */
export const ankiTemplates: readonly AnkiTemplate[] = [
  {
    name: 'Recognition',
    front: `<div class="word" lang="id">{{Word}}</div>
{{#Sentence}}<div class="sentence" lang="id">{{Sentence}}</div>{{/Sentence}}`,
    back: `<div class="word" lang="id">{{Word}}</div>\n${answer}`,
  },
  {
    name: 'Cloze',
    front: `{{#Sentence}}<div class="sentence gap" lang="id">{{Sentence}}</div>
<div class="english" lang="en">{{English}}</div>
{{type:Word}}{{/Sentence}}`,
    back: `{{type:Word}}\n${answer}`,
  },
  {
    name: 'Reverse',
    front: '{{#Gloss}}<div class="gloss" lang="en">{{Gloss}}</div>\n{{type:Word}}{{/Gloss}}',
    back: `{{type:Word}}\n${answer}`,
  },
]

/** Which templates make a card for a note, by position. */
export const cardOrds = (note: Readonly<Record<AnkiField, string>>): readonly number[] =>
  [0, note.Sentence ? 1 : -1, note.Gloss ? 2 : -1].filter((ord) => ord >= 0)

export const ankiCss = `.card { font: 20px/1.5 Georgia, serif; text-align: center; color: #1e1b16; background: #fbf9f4; }
.word { font-size: 28px; }
.sentence { margin-top: 1em; }
.english, .parts, .source { color: #5a5348; }
.gloss { font-size: 22px; }
.parts, .source { font: 15px/1.5 sans-serif; margin-top: .5em; }
.gap b { font-size: 0; }
.gap b::after { content: '[ … ]'; font-size: 20px; }
.nightMode.card { color: #ece6d9; background: #16150f; }
.nightMode .english, .nightMode .parts, .nightMode .source { color: #b5ac9a; }`

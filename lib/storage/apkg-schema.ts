import { ankiCss, ankiDeckId, ankiFields, ankiModelId, ankiName, ankiTemplates } from './apkg-note'

/** The tables of an Anki collection of schema 11, in the order and with the indexes that Anki itself writes. */
export const schemaSql = `
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
  ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
  models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
  flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
  ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL,
  left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
  ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
  type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);`

/** When the note type last changed, in seconds. Raise it with any change to fields, templates or style. */
const modelChanged = 1_763_800_000

/** Columns crt, mod, scm, conf, models, decks, dconf and tags of the collection; `created` is in seconds. */
export function collectionRow(created: number, at: number): (number | string)[] {
  const json = [configuration, { [ankiModelId]: model }, decks, deckOptions, {}].map((part) =>
    JSON.stringify(part),
  )
  return [created, at, at, ...json]
}

const configuration = {
  activeDecks: [1],
  addToCur: true,
  collapseTime: 1200,
  curDeck: 1,
  curModel: ankiModelId,
  dueCounts: true,
  estTimes: true,
  newSpread: 0,
  nextPos: 1,
  schedVer: 2,
  sched2021: true,
  sortBackwards: false,
  sortType: 'noteFld',
  timeLim: 0,
}

const model = {
  id: ankiModelId,
  name: ankiName,
  type: 0,
  mod: modelChanged,
  usn: -1,
  sortf: 0,
  did: ankiDeckId,
  css: ankiCss,
  latexPre: '',
  latexPost: '',
  latexsvg: false,
  tags: [],
  vers: [],
  flds: ankiFields.map((name, ord) => ({
    name,
    ord,
    sticky: false,
    rtl: false,
    font: 'Arial',
    size: 20,
    media: [],
  })),
  tmpls: ankiTemplates.map(({ name, front, back }, ord) => ({
    name,
    ord,
    qfmt: front,
    afmt: back,
    bqfmt: '',
    bafmt: '',
    did: null,
  })),
  // Which fields must not be empty for each template to make a card: Word, Sentence, Gloss.
  req: [
    [0, 'any', [0]],
    [1, 'all', [4]],
    [2, 'all', [3]],
  ],
}

const deck = (id: number, name: string) => ({
  id,
  name,
  mod: modelChanged,
  usn: -1,
  collapsed: false,
  browserCollapsed: false,
  desc: '',
  dyn: 0,
  conf: 1,
  extendNew: 0,
  extendRev: 0,
  newToday: [0, 0],
  revToday: [0, 0],
  lrnToday: [0, 0],
  timeToday: [0, 0],
})

const decks = { 1: deck(1, 'Default'), [ankiDeckId]: deck(ankiDeckId, ankiName) }

const deckOptions = {
  1: {
    id: 1,
    name: 'Default',
    mod: 0,
    usn: 0,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    dyn: false,
    new: { bury: false, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20 },
    rev: { bury: false, ease4: 1.3, hardFactor: 1.2, ivlFct: 1, maxIvl: 36500, perDay: 200 },
    lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
  },
}

/** What the decode loop must know about a model, read from its own configuration files. */
export type ModelShape = {
  readonly vocabulary: number
  readonly heads: number
  readonly headSize: number
  readonly end: number
  readonly padding: number
  readonly unknown: number
  /** Pieces put before the source text: the source language of many-language models. */
  readonly sourcePrefix: readonly number[]
  /** What decoding starts from: the start token, and the target language where the model wants one. */
  readonly start: readonly number[]
  readonly banned: readonly number[]
  /** Positions that the model has, for source and target each. */
  readonly window: number
  /** Whether it was trained on text with small letters where no name stands: first words, headlines. */
  readonly sentenceCase: boolean
  /** A sentence whose score is below gets a second look; models that were not measured for it have none. */
  readonly unsure: number
}

export type Json = Readonly<Record<string, unknown>>

/** Language codes as a model's vocabulary spells them; undefined for a model of one pair. */
export type Languages = { readonly source: string; readonly target: string }

const integer = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) ? value : undefined

const first = (...values: readonly unknown[]): number | undefined =>
  values.map(integer).find((value) => value !== undefined)

/** Single pieces among `bad_words_ids`; longer sequences do not occur in translation models. */
function bannedPieces(generation: Json, config: Json): readonly number[] {
  const lists = generation['bad_words_ids'] ?? config['bad_words_ids']
  if (!Array.isArray(lists)) return []
  return lists.flatMap((list: unknown) =>
    Array.isArray(list) && list.length === 1 ? list.filter(Number.isInteger) : [],
  )
}

/** Reads the shape of an encoder-decoder model; throws when its configuration lacks what decoding needs. */
export function modelShape(
  config: Json,
  generation: Json,
  pieceId: (piece: string) => number | undefined,
  languages?: Languages,
): ModelShape {
  const need = (name: string, ...values: readonly unknown[]): number => {
    const value = first(...values)
    if (value === undefined) throw new Error(`The model's configuration has no ${name}`)
    return value
  }
  const language = (code: string): number => need(`piece for the language ${code}`, pieceId(code))
  const width = need('d_model', config['d_model'], config['hidden_size'])
  const heads = need(
    'decoder_attention_heads',
    config['decoder_attention_heads'],
    config['num_attention_heads'],
  )
  const end = need('eos_token_id', generation['eos_token_id'], config['eos_token_id'])
  const padding = first(generation['pad_token_id'], config['pad_token_id']) ?? end
  const startToken = first(generation['decoder_start_token_id'], config['decoder_start_token_id']) ?? end
  return {
    vocabulary: need('vocab_size', config['decoder_vocab_size'], config['vocab_size']),
    heads,
    headSize: width / heads,
    end,
    padding,
    unknown: pieceId('<unk>') ?? -1,
    sourcePrefix: languages === undefined ? [] : [language(languages.source)],
    start: languages === undefined ? [startToken] : [startToken, language(languages.target)],
    banned: [...new Set([padding, ...bannedPieces(generation, config)])].filter((id) => id !== end),
    window: first(config['max_position_embeddings']) ?? 512,
    sentenceCase: config['sentence_case'] === true,
    unsure: typeof config['second_look_below'] === 'number' ? config['second_look_below'] : -Infinity,
  }
}

import { describe, expect, it } from 'vitest'
import { modelShape } from './model-shape'

const vocabulary = new Map([
  ['<unk>', 3],
  ['ind_Latn', 256066],
  ['eng_Latn', 256047],
])
const pieceId = (piece: string): number | undefined => vocabulary.get(piece)

/** As in config.json and generation_config.json of Xenova/opus-mt-id-en and Xenova/nllb-200-distilled-600M. */
const opus = {
  vocab_size: 54796,
  decoder_vocab_size: 54796,
  d_model: 512,
  decoder_attention_heads: 8,
  max_position_embeddings: 512,
}
const opusGeneration = {
  decoder_start_token_id: 54795,
  eos_token_id: 0,
  pad_token_id: 54795,
  bad_words_ids: [[54795]],
  forced_eos_token_id: 0,
}
const nllb = {
  vocab_size: 256206,
  d_model: 1024,
  decoder_attention_heads: 16,
  max_position_embeddings: 1024,
  decoder_start_token_id: 2,
  eos_token_id: 2,
  pad_token_id: 1,
}

describe('modelShape', () => {
  it('reads a model of one pair', () => {
    expect(modelShape(opus, opusGeneration, pieceId)).toEqual({
      vocabulary: 54796,
      heads: 8,
      headSize: 64,
      end: 0,
      padding: 54795,
      unknown: 3,
      sourcePrefix: [],
      start: [54795],
      banned: [54795],
      window: 512,
      sentenceCase: false,
      unsure: -Infinity,
    })
  })

  it('reads whether capitals are to be small', () => {
    expect(modelShape({ ...opus, sentence_case: true }, opusGeneration, pieceId).sentenceCase).toBe(true)
    expect(modelShape({ ...opus, second_look_below: -0.3 }, opusGeneration, pieceId).unsure).toBe(-0.3)
  })

  it('puts the languages of a model of many where it wants them', () => {
    const shape = modelShape(nllb, {}, pieceId, { source: 'ind_Latn', target: 'eng_Latn' })
    expect(shape).toMatchObject({
      sourcePrefix: [256066],
      start: [2, 256047],
      end: 2,
      padding: 1,
      banned: [1],
      headSize: 64,
    })
  })

  it('says what a configuration lacks', () => {
    expect(() => modelShape({}, {}, pieceId)).toThrow('d_model')
    expect(() => modelShape(nllb, {}, pieceId, { source: 'id', target: 'en' })).toThrow(
      'piece for the language id',
    )
  })
})

/** A model without weights for tests of decoding: what it writes is a function of its source and of what it has written. */
import type { Runtime } from './decoder'
import { sessionRuntime } from './session-decoder'
import type { Feeds, Sessions, Tensor } from './session-decoder'

export const end = 1
const vocabulary = 12

/** What comes next after what was written so far for a source: log-probabilities by token, all others impossible. */
export type Language = (
  source: readonly number[],
  written: readonly number[],
) => Readonly<Partial<Record<number, number>>>

const tensor: Sessions['tensor'] = (_type, data, dims) => ({ data, dims })
const numbers = (of: Tensor): number[] => Array.from(of.data as ArrayLike<number | bigint>, Number)

/**
 * A model without weights. Its memory of the decoder holds the very tokens that it was fed, its memory of the encoder
 * the source, so that a row that were mixed up with another would write something else.
 */
export function toyRuntime(language: Language, withAttention = false): Runtime {
  const past = 'past_key_values.0.decoder.key'
  const crossed = 'past_key_values.0.encoder.key'
  return sessionRuntime({
    shape: {
      vocabulary,
      heads: 1,
      headSize: 1,
      end,
      padding: 0,
      unknown: 2,
      sourcePrefix: [],
      start: [0],
      banned: [0],
      window: 64,
      sentenceCase: false,
      unsure: -Infinity,
    },
    tensor,
    encoder: {
      inputNames: ['input_ids', 'attention_mask'],
      outputNames: ['last_hidden_state'],
      run: (feeds) => {
        const { dims } = feeds['input_ids']!
        const data = Float32Array.from(numbers(feeds['input_ids']!))
        return Promise.resolve({ last_hidden_state: tensor('float32', data, [...dims, 1]) })
      },
    },
    decoder: {
      inputNames: [
        'input_ids',
        'encoder_attention_mask',
        'encoder_hidden_states',
        past,
        crossed,
        'use_cache_branch',
      ],
      outputNames: [
        'logits',
        'present.0.decoder.key',
        'present.0.encoder.key',
        ...(withAttention ? ['cross_attentions.0'] : []),
      ],
      run: (feeds, fetches) => Promise.resolve(toyStep(feeds, fetches, language)),
    },
  })
}

function toyStep(feeds: Feeds, fetches: readonly string[], language: Language): Feeds {
  const [rows = 0, length = 0] = feeds['input_ids']!.dims
  const first = numbers(feeds['use_cache_branch']!)[0] === 0
  if (fetches.includes('present.0.encoder.key') !== first) throw new Error('The source is fetched once')
  const sources = first ? feeds['encoder_hidden_states']! : feeds['past_key_values.0.encoder.key']!
  const width = numbers(sources).length / rows
  const before = feeds['past_key_values.0.decoder.key']!.dims[2] ?? 0
  const total = before + length
  const memory = new Float32Array(rows * total)
  const logits = new Float32Array(rows * length * vocabulary).fill(-100)
  for (let row = 0; row < rows; row++) {
    const old = numbers(feeds['past_key_values.0.decoder.key']!).slice(row * before, (row + 1) * before)
    const fed = numbers(feeds['input_ids']!).slice(row * length, (row + 1) * length)
    memory.set([...old, ...fed], row * total)
    const source = numbers(sources)
      .slice(row * width, (row + 1) * width)
      .filter((id) => id !== 0)
    const next = language(source, [...old, ...fed].slice(1))
    for (const [token, value] of Object.entries(next))
      logits[((row + 1) * length - 1) * vocabulary + Number(token)] = value ?? -100
  }
  const cross = Float32Array.from(numbers(sources))
  const attention = new Float32Array(rows * length * width).fill(1 / width)
  return {
    logits: tensor('float32', logits, [rows, length, vocabulary]),
    'present.0.decoder.key': tensor('float32', memory, [rows, 1, total, 1]),
    'present.0.encoder.key': tensor('float32', cross, [rows, 1, width, 1]),
    'cross_attentions.0': tensor('float32', attention, [rows, 1, length, width]),
  }
}

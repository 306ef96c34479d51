import { describe, expect, it } from 'vitest'
import { isPayloadAddress, keptPage } from './offline-manifest'
import { requestKind } from './request-kind'

const origin = 'https://sejajar.example'
const ask = (path: string, rest: { method?: string; mode?: string; headers?: Record<string, string> } = {}) =>
  requestKind(
    {
      url: new URL(path, origin).href,
      method: rest.method ?? 'GET',
      mode: rest.mode ?? 'cors',
      headers: new Headers(rest.headers),
    },
    origin,
  )

describe('requestKind', () => {
  it('tells documents from payloads and leaves prefetches to the network', () => {
    expect(ask('/en/articles/a?view=stacked', { mode: 'navigate' })).toBe('document')
    expect(ask('/en/articles/a?_rsc=x', { headers: { RSC: '1', 'Next-Router-State-Tree': 't' } })).toBe(
      'payload',
    )
    expect(ask('/en?_rsc=x', { headers: { RSC: '1', 'Next-Router-Prefetch': '1' } })).toBeUndefined()
    expect(
      ask('/en?_rsc=x', { headers: { RSC: '1', 'Next-Router-Segment-Prefetch': '/_tree' } }),
    ).toBeUndefined()
  })

  it('knows files by their folder', () => {
    expect(ask('/ort/1.2.3/ort-wasm-simd-threaded.wasm')).toBe('runtime')
    expect(ask('/_next/static/chunks/a.js', { mode: 'no-cors' })).toBe('script')
    expect(ask('/sql/sql-wasm-browser.wasm')).toBe('part')
  })

  it('keeps out of models, of other origins and of anything that is not read', () => {
    expect(ask('/models/sejajar-id-en/1/onnx/a.onnx')).toBeUndefined()
    expect(ask('/models/sejajar-id-en/1/MODEL_CARD.md', { mode: 'navigate' })).toBeUndefined()
    expect(ask('https://huggingface.co/en', { mode: 'navigate' })).toBeUndefined()
    expect(ask('/en', { method: 'POST', mode: 'navigate' })).toBeUndefined()
    expect(ask('/en', { method: 'HEAD', headers: { RSC: '1' } })).toBeUndefined()
  })
})

describe('keptPage', () => {
  it('is one address per page and form, whatever the view', () => {
    const kept = keptPage(`${origin}/en/articles/a?view=stacked#s3`, 'document')
    expect(kept).toBe(`${origin}/en/articles/a?kept`)
    expect(keptPage(kept, 'document')).toBe(kept)
    expect(keptPage(`${origin}/en/`, 'document')).toBe(`${origin}/en?kept`)
    expect(keptPage(`${origin}/`, 'document')).toBe(`${origin}/?kept`)
  })

  it('tells a payload by its address', () => {
    expect(isPayloadAddress(keptPage(`${origin}/en?_rsc=abc`, 'payload'))).toBe(true)
    expect(isPayloadAddress(keptPage(`${origin}/en`, 'document'))).toBe(false)
  })
})

/** A server that lays files out as the model hub does, with faults on demand: for tests, as no hub can be reached there. */
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What goes wrong with a file, as long as the fault stands in `faults`. */
export type HubFault =
  | { readonly kind: 'status'; readonly status: number }
  /** The connection breaks after so many bytes, so many times. */
  | { readonly kind: 'cut'; readonly after: number; times: number }
  /** One byte is another than the hash says. */
  | { readonly kind: 'corrupt' }
  /** So many bytes every 20 milliseconds. */
  | { readonly kind: 'slow'; readonly chunk: number }
  /** Ranges are not understood: every answer is the whole file. */
  | { readonly kind: 'no-range' }

export type HubServer = {
  readonly url: string
  /** By path inside a repository, e.g. `onnx/encoder_model_quantized.onnx`. May be changed at any time. */
  readonly faults: Map<string, HubFault>
  /** One line per request: method, path, range. */
  readonly requests: string[]
  /** Whether the hub's own list of files, with their hashes, can be asked for. */
  listsFiles: boolean
  close(): Promise<void>
}

type Repository = ReadonlyMap<string, Uint8Array>

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'range',
  'access-control-expose-headers': 'etag, content-range, x-linked-size, x-linked-etag',
  'cross-origin-resource-policy': 'cross-origin',
}

function listing(repository: Repository): string {
  const large = (path: string, bytes: Uint8Array) =>
    path.endsWith('.onnx') ? { lfs: { oid: hash(bytes), size: bytes.length } } : {}
  return JSON.stringify(
    [...repository].map(([path, bytes]) => ({
      type: 'file',
      path,
      size: bytes.length,
      ...large(path, bytes),
    })),
  )
}

/** The bytes in portions with a pause after each, as long as the other side listens. */
async function sendSlowly(response: ServerResponse, bytes: Uint8Array, chunk: number): Promise<void> {
  for (let at = 0; at < bytes.length && !response.destroyed; at += chunk) {
    response.write(bytes.subarray(at, at + chunk))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  response.end()
}

function sendBytes(
  response: ServerResponse,
  bytes: Uint8Array,
  from: number,
  fault: HubFault | undefined,
): void {
  if (fault?.kind === 'cut' && fault.times > 0) {
    fault.times--
    response.write(bytes.subarray(0, fault.after), () => response.destroy())
    return
  }
  if (fault?.kind === 'slow') return void sendSlowly(response, bytes, fault.chunk)
  if (fault?.kind === 'corrupt' && from === 0 && bytes.length > 0) {
    const wrong = Uint8Array.from(bytes)
    wrong[0]! ^= 1
    return void response.end(wrong)
  }
  response.end(bytes)
}

function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Uint8Array,
  fault: HubFault | undefined,
) {
  const headers = { ...cors, etag: `"${hash(bytes)}"`, 'accept-ranges': 'bytes' }
  const range = fault?.kind === 'no-range' ? undefined : /^bytes=(\d+)-$/.exec(request.headers.range ?? '')
  const from = Number(range?.[1] ?? 0)
  if (from > bytes.length || (range && from === bytes.length)) {
    response.writeHead(416, { ...cors, 'content-range': `bytes */${bytes.length}` }).end()
    return
  }
  const rest = bytes.subarray(from)
  const part = range ? { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` } : {}
  response.writeHead(range ? 206 : 200, { ...headers, ...part, 'content-length': rest.length })
  if (request.method === 'HEAD') response.end()
  else sendBytes(response, rest, from, fault)
}

/** Serves repositories (`org/name` to files) on a free port of this machine, or on `port`. */
export async function startHub(repositories: ReadonlyMap<string, Repository>, port = 0): Promise<HubServer> {
  const faults = new Map<string, HubFault>()
  const requests: string[] = []
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://hub').pathname)
    requests.push([request.method, path, request.headers.range].filter(Boolean).join(' '))
    if (request.method === 'OPTIONS') return void response.writeHead(204, cors).end()
    const list = /^\/api\/models\/([^/]+\/[^/]+)\/tree\/main$/.exec(path)
    const listed = repositories.get(list?.[1] ?? '')
    if (listed !== undefined && hub.listsFiles) return void response.writeHead(200, cors).end(listing(listed))
    const [, name = '', file = ''] = /^\/([^/]+\/[^/]+)\/resolve\/main\/(.+)$/.exec(path) ?? []
    const fault = faults.get(file)
    const bytes = repositories.get(name)?.get(file)
    if (fault?.kind === 'status') return void response.writeHead(fault.status, cors).end()
    if (bytes === undefined) return void response.writeHead(404, cors).end()
    sendFile(request, response, bytes, fault)
  }
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const hub: HubServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    requests,
    listsFiles: true,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return hub
}

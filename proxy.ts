import { NextResponse, type NextRequest } from 'next/server'
import { contentPolicy } from '@/app/content-policy'
import { missingPage } from '@/app/missing-page'
import { createPrerendered } from '@/app/prerendered'
import { isLocale, localeCookie, switchLocale, type Locale } from '@/lib/i18n/locales'
import { negotiateLocale } from '@/lib/i18n/negotiate'

const policyHeader = 'Content-Security-Policy'
const prerendered = createPrerendered(process.cwd())

/** The address with its escapes resolved; undefined when they are broken or hide characters no address has. */
function readable(pathname: string): string | undefined {
  try {
    const decoded = decodeURIComponent(pathname)
    return /\p{Cc}/u.test(decoded) ? undefined : decoded
  } catch {
    return undefined
  }
}

const readersLocale = ({ cookies, headers }: NextRequest): Locale =>
  negotiateLocale(cookies.get(localeCookie)?.value, headers.get('accept-language'))

function withPolicy(response: NextResponse, policy: string): NextResponse {
  // The development server evaluates code and writes styles as it likes.
  if (process.env.NODE_ENV === 'production') response.headers.set(policyHeader, policy)
  return response
}

/**
 * The page of an address, or `instead` of it another, with its content policy. The scripts of a page that was rendered
 * beforehand are known by their hashes; Next gives those of any other the nonce that it finds in the request's policy.
 */
async function page(request: NextRequest, address: string, instead?: URL): Promise<NextResponse> {
  const scripts = instead ? undefined : await prerendered.scripts(address)
  const policy = contentPolicy(scripts ?? [`'nonce-${crypto.randomUUID()}'`], process.env.SEJAJAR_HUB)
  const headers = new Headers(request.headers)
  headers.set(policyHeader, policy)
  const response = instead
    ? NextResponse.rewrite(instead, { request: { headers } })
    : NextResponse.next({ request: { headers } })
  return withPolicy(response, policy)
}

/** The language of an address that names one, else the reader's. */
function localeFor(request: NextRequest): Locale {
  const [, first] = request.nextUrl.pathname.split('/')
  return isLocale(first) ? first : readersLocale(request)
}

function unreadable(request: NextRequest): NextResponse {
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }
  const body = missingPage(localeFor(request))
  return withPolicy(new NextResponse(body, { status: 404, headers }), contentPolicy([]))
}

const missing = (request: NextRequest): Promise<NextResponse> =>
  page(request, '', new URL(`/${localeFor(request)}/not-found`, request.url))

/**
 * Answers addresses that nothing can be found at, gives pages their content policy, and sends an address without a
 * language to the reader's own: chosen before, else asked for by the browser.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl
  const address = readable(pathname)
  if (address === undefined) return unreadable(request)
  if (isLocale(pathname.split('/')[1])) return page(request, address)
  if (address.startsWith('/_next/')) return NextResponse.next()
  if (address.includes('.')) {
    return (await prerendered.hasFile(pathname)) ? NextResponse.next() : missing(request)
  }
  const url = request.nextUrl.clone()
  url.pathname = switchLocale(pathname, readersLocale(request))
  const response = NextResponse.redirect(url)
  response.headers.set('Vary', 'Accept-Language, Cookie')
  return response
}

export const config = {
  matcher: [
    // Next's own files and those of the model and the dictionary are no pages.
    '/((?!_next/|models/|ort/|lexicon/|sql/|study/).*)',
    // Escapes, which may be broken, are looked at wherever they stand.
    '/(.*%.*)',
  ],
}

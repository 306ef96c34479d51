import { NextResponse, type NextRequest } from 'next/server'
import { isLocale, localeCookie, switchLocale } from '@/lib/i18n/locales'
import { negotiateLocale } from '@/lib/i18n/negotiate'

/** Sends an address without a language to the reader's own: chosen before, else asked for by the browser. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl
  if (isLocale(pathname.split('/')[1])) return NextResponse.next()
  const locale = negotiateLocale(
    request.cookies.get(localeCookie)?.value,
    request.headers.get('accept-language'),
  )
  const url = request.nextUrl.clone()
  url.pathname = switchLocale(pathname, locale)
  const response = NextResponse.redirect(url)
  response.headers.set('Vary', 'Accept-Language, Cookie')
  return response
}

export const config = {
  // Files (anything with a dot) and Next's own paths have no language.
  matcher: ['/((?!_next|api|models|ort|lexicon|.*\\..*).*)'],
}

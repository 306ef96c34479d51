const hub = process.env.SEJAJAR_HUB || 'https://huggingface.co'

/**
 * The hub that models are fetched from once the reader has agreed. Where it cannot be reached, the app can be built with
 * the address of a mirror of the same layout in `SEJAJAR_HUB`; one on this very machine can also be set as `sejajar-hub`
 * in the page's localStorage. The content policy lets the page reach no other.
 */
export function hubAddress(): string {
  try {
    const mirror = window.localStorage.getItem('sejajar-hub')
    return mirror && /^https?:\/\//.test(mirror) ? new URL(mirror).origin : hub
  } catch {
    return hub
  }
}

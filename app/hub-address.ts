const hub = 'https://huggingface.co'

/**
 * The hub that models are fetched from once the reader has agreed. Where it cannot be reached, the address of a mirror
 * with the same layout can be set as `sejajar-hub` in the page's localStorage.
 */
export function hubAddress(): string {
  try {
    const mirror = window.localStorage.getItem('sejajar-hub')
    return mirror && /^https?:\/\//.test(mirror) ? new URL(mirror).origin : hub
  } catch {
    return hub
  }
}

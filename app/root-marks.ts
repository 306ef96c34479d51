import { createLocalMirror } from '@/lib/storage/local-mirror'

/**
 * What the boot script put on the root element. Changing the language makes React put up a new root element without
 * these marks, and the boot script runs only when a page is loaded.
 */
export function markRoot(root: HTMLElement): void {
  root.classList.add('js')
  const { theme } = createLocalMirror(() => window.localStorage).read()
  if (theme && theme !== 'system') root.dataset.theme = theme
}

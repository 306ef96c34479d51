/** Tags of Yomitan's structured content that begin on a line of their own. */
const blocks = new Set(
  'div p ul ol li table thead tbody tfoot tr details summary h1 h2 h3 h4 h5 h6 blockquote br'.split(' '),
)
/** Readings over a word and pictures say nothing as text. */
const silent = new Set(['rt', 'rp', 'img', 'script', 'style'])

const deepest = 48
const longest = 6000

type Node = {
  readonly tag?: unknown
  readonly type?: unknown
  readonly content?: unknown
  readonly text?: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOfNode = (node: Node, depth: number): string => {
  if (node.type === 'text') return typeof node.text === 'string' ? node.text : ''
  if (node.type === 'image') return ''
  const tag = typeof node.tag === 'string' ? node.tag : ''
  if (silent.has(tag)) return ''
  const inner = textOf(node.content, depth + 1)
  if (tag === 'td' || tag === 'th') return `${inner} `
  if (tag === 'li') return `\n• ${inner.trim()}\n`
  return blocks.has(tag) ? `\n${inner}\n` : inner
}

/** Marks up nothing: whatever is not text, a list of texts or a node with text in it is left out. */
const textOf = (content: unknown, depth: number): string => {
  if (depth > deepest) return ''
  if (typeof content === 'string') return content
  if (Array.isArray(content)) return content.map((part) => textOf(part, depth + 1)).join('')
  return isNode(content) ? textOfNode(content, depth) : ''
}

/**
 * One definition of a Yomitan dictionary as plain lines: text, structured content in any nesting, or a reference from
 * an inflected form ("ditulis", glossed as [["tulis", ["passive"]]]). Never HTML; what is no text is left out.
 */
export const linesOfDefinition = (definition: unknown): readonly string[] => {
  if (Array.isArray(definition)) return [linesOfInflection(definition)].filter((line) => line !== '')
  return textOf(definition, 0)
    .slice(0, longest)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '' && line !== '•')
}

const linesOfInflection = ([term, rules]: readonly unknown[]): string => {
  if (typeof term !== 'string') return ''
  const named = Array.isArray(rules) ? rules.filter((rule) => typeof rule === 'string') : []
  return named.length > 0 ? `→ ${term} (${named.join(', ')})` : `→ ${term}`
}

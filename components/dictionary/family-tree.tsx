'use client'

import Link from 'next/link'
import type { FamilyNode } from '@/lib/language/family-tree'
import { wordPath } from './search-hits'

type Props = {
  readonly locale: string
  readonly root: FamilyNode
  readonly glosses: Readonly<Record<string, string>>
  /** The word whose page this is: shown, not linked. */
  readonly current: string
}

/** A root and what is built on it, words built on words indented under them. */
export function FamilyTree(props: Props) {
  return (
    <ul className="family-tree">
      <Branch {...props} node={props.root} />
    </ul>
  )
}

function Branch({ node, ...props }: Props & { readonly node: FamilyNode }) {
  const { locale, glosses, current } = props
  const gloss = glosses[node.word]
  return (
    <li>
      {node.word === current ? (
        <strong lang="id" aria-current="page" className="font-serif text-[1.0625rem]">
          {node.word}
        </strong>
      ) : (
        <Link href={wordPath(locale, node.word)} prefetch={false} lang="id">
          {node.word}
        </Link>
      )}{' '}
      {gloss ? (
        <span lang="en" className="text-quiet">
          {gloss}
        </span>
      ) : null}
      {node.built.length > 0 ? (
        <ul>
          {node.built.map((child) => (
            <Branch key={child.word} {...props} node={child} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}

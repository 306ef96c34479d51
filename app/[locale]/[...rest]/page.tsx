import { notFound } from 'next/navigation'

/** Any address that no page has, so that it is answered in the reader's language. */
export default function Page() {
  notFound()
}

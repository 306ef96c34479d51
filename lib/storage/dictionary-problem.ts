/** Why a dictionary file is refused; each is a message of the interface. */
export type DictionaryProblem =
  | 'not-zip'
  | 'no-index'
  | 'version'
  | 'broken'
  | 'language'
  | 'empty'
  | 'large'
  | 'bomb'
  | 'duplicate'
  | 'storage'

/**
 * A dictionary that was not taken. Nothing of it is kept when this is thrown. `where` names the file in the zip, or
 * what it says of itself (its version, its language).
 */
export class DictionaryError extends Error {
  override readonly name = 'DictionaryError'
  readonly problem: DictionaryProblem
  readonly where: string
  constructor(problem: DictionaryProblem, where = '') {
    super(where === '' ? problem : `${problem}: ${where}`)
    this.problem = problem
    this.where = where
  }
}

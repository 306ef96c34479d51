import { align } from './align'
import { analyze } from './analyze'
import { annotate } from './annotate'
import { chrf } from './chrf'
import type { Command } from './command'
import { lemmatize } from './lemmatize'
import { segment } from './segment'
import { translate } from './translate'

/** Every command, in the order of the help. A new one is one file and one line here. */
export const commands: readonly Command[] = [translate, segment, chrf, analyze, lemmatize, annotate, align]

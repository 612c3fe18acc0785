import type { LanguageReader } from '../shared/languageReader';
import { readTree } from '../shared/readTree';
import { candidatesOf } from './candidates';
import { createTypedEvaluation } from './createTypedEvaluation';
import { exportsOf } from './exports';
import type { TypedGrammar } from './typedGrammar';

/** A front-end for a language with classes and declared types, given its grammar. */
export function readTyped(grammar: TypedGrammar): LanguageReader {
  return (file) =>
    readTree(
      file,
      (root, positions) => {
        const evaluation = createTypedEvaluation(root, positions, grammar, file.readers);
        const candidates = candidatesOf(evaluation, file.text);
        const exported = exportsOf(evaluation, candidates);
        return { candidates, ...exported, lookups: evaluation.lookups };
      },
      {
        parsable: grammar.parsable,
        gathered: [
          ...grammar.callTypes,
          ...grammar.annotationTypes,
          ...grammar.lookupTypes,
          ...grammar.gatheredTypes,
          ...grammar.scopeTypes,
        ],
      },
    );
}

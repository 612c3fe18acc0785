import type { LanguageReader } from '../shared/languageReader';
import { readTree } from '../shared/readTree';
import { callsAndElements } from './candidates';
import { createEvaluation } from './createEvaluation';
import { exportsOf } from './exports';
import { flagBagReads, flagBagTypes } from './flagBags';
import { givenProperties } from './givenProperties';
import { scopeTypes } from './scopes';
import { surroundings } from './surroundings';
import { typedObjects } from './typedObjects';

const gathered: readonly string[] = [
  ...scopeTypes,
  'call_expression',
  'jsx_opening_element',
  'jsx_self_closing_element',
  'object',
  'variable_declaration',
  'return_statement',
  'assignment_expression',
  'augmented_assignment_expression',
];

/** Reads JavaScript and TypeScript, with JSX and without. */
export const readJavascript: LanguageReader = (file) =>
  readTree(
    file,
    (root, positions) => {
      const evaluation = createEvaluation(root, positions, file.readers);
      const found = [
        ...callsAndElements(evaluation),
        ...flagBagReads(evaluation, file.text),
        ...givenProperties(evaluation),
      ];
      const candidates = surroundings(found, evaluation);
      const objects = typedObjects(found, evaluation);
      return {
        candidates,
        ...(objects.length > 0 && { objects }),
        ...exportsOf(evaluation, file.text),
      };
    },
    { gathered: [...gathered, ...flagBagTypes(file.text, file.readers)] },
  );

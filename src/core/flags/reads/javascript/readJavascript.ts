import type { LanguageReader } from '../shared/languageReader';
import { readTree } from '../shared/readTree';
import { callsAndElements } from './candidates';
import { createEvaluation } from './createEvaluation';
import { exportsOf } from './exports';
import { flagBagReads } from './flagBags';

/** Reads JavaScript and TypeScript, with JSX and without. */
export const readJavascript: LanguageReader = (file) =>
  readTree(file, (root, positions) => {
    const evaluation = createEvaluation(root, positions);
    const candidates = [...callsAndElements(evaluation), ...flagBagReads(evaluation, file.text)];
    return { candidates, ...exportsOf(evaluation, file.text) };
  });

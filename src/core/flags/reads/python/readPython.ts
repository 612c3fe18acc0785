import type { LanguageReader } from '../shared/languageReader';
import { readTree } from '../shared/readTree';
import { candidatesOf } from './candidates';
import { createEvaluation } from './createEvaluation';
import { exportsOf } from './exports';

/** Reads Python. */
export const readPython: LanguageReader = (file) =>
  readTree(file, (root, positions) => {
    const evaluation = createEvaluation(root, positions, file.path);
    const candidates = candidatesOf({ evaluation, readers: file.readers });
    return { candidates, ...exportsOf(evaluation) };
  });

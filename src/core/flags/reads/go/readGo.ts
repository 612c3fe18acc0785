import type { LanguageReader } from '../shared/languageReader';
import { readTree } from '../shared/readTree';
import { candidatesOf } from './candidates';
import { createEvaluation } from './createEvaluation';
import { exportsOf } from './exports';

/** The folder of a file stands for its package. */
function packageOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? 'go:.' : `go:${path.slice(0, slash)}`;
}

/** Reads Go. */
export const readGo: LanguageReader = (file) =>
  readTree(file, (root, positions) => {
    const evaluation = createEvaluation(root, positions);
    const candidates = candidatesOf(evaluation, file.readers);
    return { namespace: packageOf(file.path), candidates, ...exportsOf(evaluation) };
  });

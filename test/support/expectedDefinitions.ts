import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectPath } from '../house/projectFiles';

/** What a person reads in one fixture: its text, and a line for each flag. */
export interface ExpectedDefinitions {
  /** Name of the folder: the id of a format or of a shape of declarations. */
  readonly format: string;
  readonly file: string;
  readonly text: string;
  readonly lines: readonly string[];
}

/** `expected.txt` beside the files: blocks of a file's name and, as a person reads it, a line for each flag. */
function expectedIn(root: string, format: string): readonly ExpectedDefinitions[] {
  const blocks = readFileSync(path.join(root, format, 'expected.txt'), 'utf8')
    .trim()
    .split('\n\n');
  return blocks.map((block) => {
    const [file = '', ...lines] = block.split('\n');
    return { format, file, lines, text: readFileSync(path.join(root, format, file), 'utf8') };
  });
}

/** All that is expected in the folders of `test/fixtures/<name>`. */
export function expectedDefinitions(name: 'definitions' | 'declarations') {
  const root = projectPath(`test/fixtures/${name}`);
  return readdirSync(root)
    .filter((format) => !format.includes('.'))
    .filter((format) => readdirSync(path.join(root, format)).includes('expected.txt'))
    .flatMap((format) => expectedIn(root, format));
}

import { readFile } from 'node:fs/promises';
import nodePath from 'node:path';

/** Reads grammars (`tree-sitter-tsx`) from the folder they were copied to by the build. */
export function createGrammarReader(folder: string): (name: string) => Promise<Uint8Array> {
  return (name) => readFile(nodePath.join(folder, `${name}.wasm`));
}

import type { SourceFacts } from '../../model/sourceFacts';
import type { Declaration } from './declarations';

/** The files that are known, for following imports. */
export interface ModuleView {
  /**
   * Where `name` is declared when `importingFile` imports it from a module: the module's one file for JavaScript and Python,
   * all files that declare the name for a package or namespace of many files. None where no such file is known.
   */
  resolve(module: string, importingFile: string, name: string): readonly Declaration[];
  source(file: string): SourceFacts | null;
}

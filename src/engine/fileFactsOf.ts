import type { FileFacts } from '../core/model/fileFacts';
import type { SourceLanguage } from '../core/model/flagRead';
import { mayDeclareFlags } from '../core/flags/declarations/marks';
import { readDeclarations } from '../core/flags/declarations/registry';
import { mayHoldDefinitions } from '../core/flags/definitions/definitionFileNames';
import { readDefinitions } from '../core/flags/definitions/registry';
import { readProjectFile } from '../core/flags/index/readProjectFile';
import { languageReaders } from '../core/flags/reads/languageReaders';
import { keepComments } from '../core/flags/stale/keepComments';
import { sourceLanguageOf } from '../core/syntax/sourceLanguage';
import type { SyntaxParser } from '../core/syntax/syntaxTree';

const none = {
  source: null,
  project: null,
  definitions: [],
  definitionFormat: null,
  diagnostics: [],
} as const;

const noReaders: ReadonlySet<string> = new Set();

/** What a source file says; loads its language's grammar first. */
async function sourceFile(
  file: string,
  language: SourceLanguage,
  text: string,
  parser: SyntaxParser,
  readers: ReadonlySet<string>,
): Promise<FileFacts | null> {
  const read = languageReaders[language];
  const isDeclaring = mayDeclareFlags(language, text);
  if (!read && !isDeclaring) return null;
  if (!parser.isLoaded(language)) await parser.load(language);
  const definitions = isDeclaring ? readDeclarations(file, language, text, parser) : [];
  if (!read) return { ...none, file, definitions };
  const { value: source, diagnostics } = read({
    path: file,
    language,
    text,
    parser,
    readers,
  });
  return { ...none, file, source, definitions, diagnostics };
}

/** What one file says about flags; null for a file that says nothing. */
export async function fileFactsOf(
  file: string,
  text: string,
  parser: SyntaxParser,
  readers: ReadonlySet<string> = noReaders,
): Promise<FileFacts | null> {
  const facts = await factsWithoutComments(file, text, parser, readers);
  const keeps = facts ? keepComments(file, text) : [];
  return facts && keeps.length > 0 ? { ...facts, keeps } : facts;
}

async function factsWithoutComments(
  file: string,
  text: string,
  parser: SyntaxParser,
  readers: ReadonlySet<string>,
): Promise<FileFacts | null> {
  const language = sourceLanguageOf(file);
  if (language) return sourceFile(file, language, text, parser, readers);
  const project = readProjectFile(file, text);
  if (project) return { ...none, file, project };
  const reading = mayHoldDefinitions(file) ? readDefinitions(file, text) : null;
  if (!reading) return null;
  const { value: definitions, format: definitionFormat, diagnostics } = reading;
  return { ...none, file, definitions, definitionFormat, diagnostics };
}

import type { SourceLanguage } from '../../model/flagRead';
import { flagKeyWords } from '../reads/shared/flagKeyNames';
import { createWordQuery, type WordQuery } from '../sieve/wordQuery';

/** Where a shape of declarations may be found. */
export interface DeclarationMark {
  readonly languages: readonly SourceLanguage[];
  /** Every text with such a declaration has it somewhere: looked for before the text is parsed. */
  readonly mark: RegExp;
  /** One of these stands in a text with the mark as a word of its own, or in its file's name. */
  readonly words: readonly string[];
}

/**
 * The marks of declarations by shape, without what reads them: an editor asks for them long before it needs the readers, which
 * run in a worker.
 */
export const declarationMarks = {
  'code-defaults-object': {
    languages: ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'],
    mark: /@since[ \t]+\d{4}-/,
    words: ['since'],
  },
  'code-registry-struct': {
    languages: ['go'],
    mark: /\bToBeRemovedWith\b/,
    words: ['ToBeRemovedWith'],
  },
  'code-test-array': {
    languages: ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'],
    mark: /\bexpirationDate\b/,
    words: ['expirationDate'],
  },
  'code-class-hierarchy': {
    languages: ['kotlin'],
    mark: /:\s*(Temporary|Permanent)</,
    words: ['Temporary', 'Permanent'],
  },
  'code-feature-gate': {
    languages: ['go'],
    mark: /\bStage(Alpha|Beta|Stable|Deprecated)\b/,
    words: ['StageAlpha', 'StageBeta', 'StageStable', 'StageDeprecated'],
  },
  'code-key-constants': {
    languages: ['java', 'kotlin', 'csharp'],
    mark: /\b(class|interface|object)\s+\w*(Feature|Release|LaunchDarkly|Unleash|Experiment)(Flag|Toggle)/,
    words: flagKeyWords,
  },
  'code-enum-entry': { languages: ['kotlin'], mark: /\baddedOn\b/, words: ['addedOn'] },
} as const satisfies Readonly<Record<string, DeclarationMark>>;

/** Id of a shape of declarations, the `format` of its definitions: `code-feature-gate`. */
export type DeclarationShapeId = keyof typeof declarationMarks;

const marks: readonly DeclarationMark[] = Object.values(declarationMarks);

const queries = new Map<SourceLanguage, WordQuery>();

/** Whether a source file with these words may declare flags: asked before its text is needed. */
export function mayDeclareFlagsIn(language: SourceLanguage, hashes: Uint32Array): boolean {
  let query = queries.get(language);
  if (!query) {
    const own = marks.filter(({ languages }) => languages.includes(language));
    query = createWordQuery(own.flatMap(({ words }) => words));
    queries.set(language, query);
  }
  return query(hashes);
}

/** Whether a source text may declare flags: asked before it is parsed. */
export function mayDeclareFlags(language: SourceLanguage, text: string): boolean {
  return marks.some(({ languages, mark }) => languages.includes(language) && mark.test(text));
}

/** Whether a definition's format is a declaration in code: keys of any SDK may be declared so. */
export function isDeclaredInCode(format: string): boolean {
  return Object.hasOwn(declarationMarks, format);
}

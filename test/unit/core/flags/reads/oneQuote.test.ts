import { expect, test } from 'vitest';
import { languageReaders } from '../../../../../src/core/flags/reads/languageReaders';
import { sourceLanguageOf } from '../../../../../src/core/syntax/sourceLanguage';
import { loadTestParser } from '../../../../support/testParser';

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Every span in a value. */
function spansIn(value: unknown): readonly { readonly start: Place; readonly end: Place }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('start' in value && 'end' in value) return [value as { start: Place; end: Place }];
  return Object.values(value).flatMap(spansIn);
}

// Found by mutating files: the grammar takes the one quote for a whole text.
test.each([
  [
    'a.ts',
    `import { OpenFeature } from '@openfeature/server-sdk';

export function settings(client: Settings) {
  return client.getBooleanValue('dark', true) ? client.getStringValue('theme', 'night') :  
\`;`,
  ],
  [
    'a.ts',
    "import { OpenFeature } from '@openfeature/server-sdk';\nfunction settings(client: S) {\n  return client.getStringValue('theme', 'night') :  \n`;\n\nasync function start() {}\n",
  ],
  [
    'a.go',
    'package a\n\nimport "github.com/open-feature/go-sdk/openfeature"\n\nconst key = "\n\nfunc f() {}\n',
  ],
])('a text of one quote in %s ends where it begins, not before', async (path, text) => {
  const parser = await loadTestParser();
  const language = sourceLanguageOf(path) ?? 'typescript';
  const read = languageReaders[language];
  const facts = read?.({ path, language, text, parser, readers: new Set() });
  const backwards = spansIn(facts).filter(
    ({ start, end }) =>
      end.line < start.line || (end.line === start.line && end.column < start.column),
  );
  expect(backwards).toEqual([]);
});

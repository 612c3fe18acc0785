import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readDeclarations } from '../../../../../src/core/flags/declarations/registry';
import type { SourceLanguage } from '../../../../../src/core/model/flagRead';
import { definitionLine } from '../../../../support/definitionLine';
import { expectedDefinitions } from '../../../../support/expectedDefinitions';
import { createTestParser } from '../../../../support/testParser';

const parser = createTestParser();
const languages: Readonly<Record<string, SourceLanguage>> = {
  ts: 'typescript',
  go: 'go',
  kt: 'kotlin',
  java: 'java',
  cs: 'csharp',
};
const expected = expectedDefinitions('declarations');

function read(file: string, text: string) {
  const language = languages[file.split('.').at(-1) ?? ''];
  if (language === undefined) throw new Error(`${file} is of no language`);
  return readDeclarations(file, language, text, parser);
}

beforeAll(async () => {
  for (const language of Object.values(languages)) await parser.load(language);
});

describe('what code declares', () => {
  test.each(expected)('$format/$file', ({ format, file, text, lines }) => {
    const definitions = read(file, text);
    expect(definitions.map(definitionLine)).toEqual(lines);
    expect(new Set(definitions.map((definition) => definition.format))).toEqual(new Set([format]));
  });

  test.each(expected)('every key of $format/$file stands where it is said to', ({ file, text }) => {
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      const lines = text.split('\n');
      for (const { key, keySpan } of read(file, lines.join(lineEnd))) {
        const { start, end } = keySpan;
        expect(lines[start.line]?.slice(start.column, end.column)).toBe(key);
      }
    }
  });

  test.each(expected)('$format/$file, broken in some places', ({ file, text }) => {
    const change = fc.record({
      at: fc.nat(text.length),
      removed: fc.nat(20),
      inserted: fc.constantFrom('', '"', '(', ')', '{', '}', '/*', '\n', ',', '🙂'),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const changed = changes.reduce(
          (now, { at, removed, inserted }) => now.slice(0, at) + inserted + now.slice(at + removed),
          text,
        );
        const lines = changed.split('\n');
        for (const { key, keySpan } of read(file, changed)) {
          const line = lines[keySpan.start.line] ?? '';
          expect(line.slice(keySpan.start.column, keySpan.end.column)).toBe(key);
        }
      }),
      { numRuns: 100, seed: 1 },
    );
  });
});

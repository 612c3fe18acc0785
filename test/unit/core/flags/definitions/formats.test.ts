import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDefinitions } from '../../../../../src/core/flags/definitions/registry';
import { describeRollout } from '../../../../../src/core/flags/describe/describeRollout';
import type { FlagDefinition } from '../../../../../src/core/model/flagDefinition';
import { projectPath } from '../../../../house/projectFiles';

const root = projectPath('test/fixtures/definitions');

function lifeInWords(definition: FlagDefinition): string {
  const { lifetime, owner, created, expires, prerequisites } = definition;
  const parts = [
    lifetime,
    owner,
    created && `made ${created}`,
    expires && `until ${expires.kind === 'date' ? expires.date : expires.version}`,
    prerequisites.length > 0 && `needs ${prerequisites.join(', ')}`,
  ].filter(Boolean);
  return parts.length > 0 ? ` | ${parts.join(', ')}` : '';
}

/** `key line:column type [environment] | who gets it | life`, positions from 1. */
function inWords(definition: FlagDefinition): string {
  const { key, keySpan, valueType, environment } = definition;
  const place = `${keySpan.start.line + 1}:${keySpan.start.column + 1}`;
  const where = environment === 'default' ? '' : ` ${environment}`;
  const { full } = describeRollout(definition);
  return `${key} ${place} ${valueType ?? 'none'}${where} | ${full}${lifeInWords(definition)}`;
}

interface Expected {
  readonly format: string;
  readonly file: string;
  readonly lines: readonly string[];
}

/** `expected.txt` beside the files: for each its name and, as a person reads it, a line for each flag. */
function expectedOf(format: string): readonly Expected[] {
  const text = readFileSync(path.join(root, format, 'expected.txt'), 'utf8');
  return text
    .trim()
    .split('\n\n')
    .map((block) => {
      const [file = '', ...lines] = block.split('\n');
      return { format, file, lines };
    });
}

const expected = readdirSync(root)
  .filter((format) => !format.includes('.'))
  .filter((format) => readdirSync(path.join(root, format)).includes('expected.txt'))
  .flatMap(expectedOf);

describe('what a person reads in a definition file, Flaglab reads', () => {
  test.each(expected)('$format/$file', ({ format, file, lines }) => {
    const text = readFileSync(path.join(root, format, file), 'utf8');
    const reading = readDefinitions(`config/flags/${file}`, text);
    expect(reading?.format).toBe(format);
    expect(reading?.diagnostics).toEqual([]);
    expect(reading?.value.map(inWords)).toEqual(lines);
  });

  test.each(expected)(
    'every key of $format/$file stands where it is said to',
    ({ format, file }) => {
      const text = readFileSync(path.join(root, format, file), 'utf8');
      const lines = text.split('\n');
      for (const { key, keySpan } of readDefinitions(`config/flags/${file}`, text)?.value ?? []) {
        const { start, end } = keySpan;
        expect(lines[start.line]?.slice(start.column, end.column)).toBe(key);
      }
    },
  );

  test.each(expected)('$format/$file, with line ends of Windows', ({ format, file, lines }) => {
    const text = readFileSync(path.join(root, format, file), 'utf8').replaceAll('\n', '\r\n');
    expect(readDefinitions(`config/flags/${file}`, text)?.value.map(inWords)).toEqual(lines);
  });
});

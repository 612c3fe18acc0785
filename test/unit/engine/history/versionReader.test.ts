import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { definitionPieces } from '../../../../src/core/flags/definitions/definitionPieces';
import { definitionMeaning } from '../../../../src/core/flags/stale/definitionMeaning';
import { definitionId } from '../../../../src/core/flags/stale/pastOfVersions';
import type { FlagDefinition } from '../../../../src/core/model/flagDefinition';
import { createFactsReader } from '../../../../src/engine/createFactsReader';
import { createVersionReader } from '../../../../src/engine/history/versionReader';
import { createTestParser } from '../../../support/testParser';

const factsReader = createFactsReader(createTestParser());
const folder = path.resolve('test/fixtures/definitions');
const fixtures = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(json|ya?ml|toml)$/.test(name))
  .toSorted();

type Said = readonly string[] | null;

const inWords = (definitions: readonly FlagDefinition[] | null): Said =>
  definitions && definitions.map((each) => definitionId(each) + definitionMeaning(each)).toSorted();

async function whole(file: string, text: string): Promise<Said> {
  const facts = await factsReader.read(file, text);
  const isBroken = facts?.diagnostics.some(({ severity }) => severity === 'error') ?? true;
  return isBroken || facts === null ? null : inWords(facts.definitions);
}

/** Reads versions one after another, and each of them alone as a whole: both must say the same. */
async function bothWays(file: string, versions: readonly string[]) {
  const parsed: number[] = [];
  const reader = createVersionReader(file, {
    factsReader: {
      read: (name, text) => {
        parsed.push(text.length);
        return factsReader.read(name, text);
      },
    },
    place: (facts) => facts,
  });
  for (const text of versions)
    expect(inWords(await reader.read(file, text))).toEqual(await whole(file, text));
  return parsed;
}

/** The same flags in other orders, with some gone, some back, some twice, and broken in the middle. */
function variations(file: string, text: string): readonly string[] {
  const found = definitionPieces(file, text);
  if (!found) return [text, text.slice(0, text.length >> 1), text];
  const { before, pieces, joint, after } = found;
  const put = (some: readonly string[]) => `${before}${some.join(joint)}${after}`;
  return [
    text,
    ...pieces.map((_, gone) => put(pieces.filter((__, index) => index !== gone))),
    put(pieces.toReversed()),
    put([...pieces, ...pieces.slice(0, 1)]),
    put(
      pieces.map((piece) => piece.replace(/100|true/, (word) => (word === '100' ? '0' : 'false'))),
    ),
    text.slice(0, text.length >> 1),
    put(pieces.slice(0, 1)),
    put([]),
    text,
  ];
}

describe('a version says the same whether it is read as a whole or piece by piece', () => {
  test.each(fixtures)('%s', async (name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const file = path.basename(name);
    await bothWays(file, variations(file, text));
  });

  const on = '{ "variations": { "a": true, "b": false }, "defaultRule": { "variation": "a" } }';
  const off = on.replace('"variation": "a"', '"variation": "b"');
  const rows: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'a flag that is called flags',
      'x.goff.json',
      [
        `{ "flags": ${on}, "other": ${on} }`,
        `{ "flags": ${off}, "other": ${on} }`,
        `{ "flags": ${off}, "other": ${off} }`,
      ],
    ],
    ['a key twice', 'x.goff.json', [`{ "a": ${on}, "b": ${off} }`, `{ "a": ${on}, "a": ${off} }`]],
    [
      'comments',
      'x.goff.json',
      [`{ "a": ${on}, "b": ${off} }`, `{ "a": ${on}, /* "b": */ "c": ${off} }`],
    ],
    [
      'brackets and quotes in texts',
      'x.goff.json',
      [`{ "a}": ${on}, "b\\"],": ${off} }`, `{ "a}": ${off}, "b\\"],": ${off} }`],
    ],
    ['an anchor', 'x.goff.yaml', [`a: &x ${on}\nb: *x\n`, `a: &x ${off}\nb: *x\n`]],
    [
      'a text that goes on where a member would begin',
      'x.goff.yaml',
      [
        `a: ${on}\nb: ${on}\n`,
        `a: ${on}\nb:\n  description: "one\n\nc: two"\n  variations: { x: 1 }\n`,
      ],
    ],
    [
      'a block of text',
      'x.goff.yaml',
      [
        `a: ${on}\nb:\n  description: |\n    c:\n      d: 1\n  variations: { x: 1 }\n  defaultRule: { variation: x }\n`,
        `a: ${off}\nb:\n  description: |\n    c:\n      d: 1\n  variations: { x: 1 }\n  defaultRule: { variation: x }\n`,
      ],
    ],
    [
      'flags below a member, with another after it',
      'x.flagd.yaml',
      [
        'flags:\n  # first\n  a:\n    state: ENABLED\n    variants: { on: true, off: false }\n    defaultVariant: on\n  b:\n    state: DISABLED\n    variants: { on: true }\n    defaultVariant: on\nmetadata:\n  x: 1\n',
        'flags:\n  a:\n    state: ENABLED\n    variants: { on: true, off: false }\n    defaultVariant: off\n  b:\n    state: DISABLED\n    variants: { on: true }\n    defaultVariant: on\nmetadata:\n  x: 1\n',
      ],
    ],
    [
      'what all flags share changes',
      'x.flagd.json',
      [
        '{ "$evaluators": { "e": { "in": ["a", { "var": "x" }] } }, "flags": { "a": { "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off", "targeting": { "if": [{ "$ref": "e" }, "on", "off"] } }, "b": { "state": "ENABLED", "variants": { "on": true }, "defaultVariant": "on" } } }',
        '{ "$evaluators": { "e": { "in": ["b", { "var": "x" }] } }, "flags": { "a": { "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off", "targeting": { "if": [{ "$ref": "e" }, "on", "off"] } }, "b": { "state": "ENABLED", "variants": { "on": true }, "defaultVariant": "on" } } }',
      ],
    ],
  ];
  test.each(rows)('%s', async (_name, file, versions) => {
    await bothWays(file, [...versions, ...versions.toReversed()]);
  });
});

test.each(['x.flagd.json', 'x.goff.yaml'])(
  '%s: of a version only what is new is parsed',
  async (file) => {
    const flags = Array.from(
      { length: 50 },
      (_, index) =>
        [
          `flag_${index}`,
          file === 'x.flagd.json'
            ? { state: 'ENABLED', variants: { on: true, off: false }, defaultVariant: 'on' }
            : { variations: { on: true, off: false }, defaultRule: { variation: 'on' } },
        ] as const,
    );
    const write = (entries: typeof flags) =>
      file === 'x.flagd.json'
        ? JSON.stringify({ flags: Object.fromEntries(entries) }, null, 2)
        : entries
            .map(
              ([key, value]) =>
                `${key}:\n  variations:\n    on: true\n    off: false\n  defaultRule:\n    variation: ${'state' in value ? 'on' : value.defaultRule.variation}\n`,
            )
            .join('');
    const first = write(flags);
    const second = first.replace(/(flag_7[\s\S]*?(?:defaultVariant": "|variation: ))on/, '$1off');
    expect(second).not.toBe(first);
    const [whole = 0, part = 0, ...more] = await bothWays(file, [first, second]);
    expect(more).toEqual([]);
    expect(part).toBeLessThan(whole / 10);
  },
);

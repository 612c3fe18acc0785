import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonPath, JsonValue } from '../../../../src/core/model/json';
import { applyTextEdits } from '../../../../src/core/syntax/applyTextEdits';
import { jsonOf } from '../../../../src/core/syntax/yamlNode';
import { readYaml } from '../../../../src/core/syntax/yamlDocument';
import { editYaml, type YamlValueEdit } from '../../../../src/core/syntax/yamlEdit';
import {
  anyChoices,
  anyJson,
  anyJsonObject,
  yamlInSomeStyle,
} from '../../../support/yamlInManyStyles';

const keyOrder = () => ['a', 'b', 'c', 'd'];

function read(text: string): JsonValue {
  const { value, diagnostics } = readYaml(text);
  expect(diagnostics, text).toEqual([]);
  return jsonOf(value!.root);
}

function edited(text: string, edits: readonly YamlValueEdit[]): string {
  const { value, diagnostics } = editYaml(text, edits, { keyOrder });
  expect(diagnostics, `${text}\n${JSON.stringify(edits)}`).toEqual([]);
  return applyTextEdits(text, value!);
}

/** All paths of a value, the empty one left out. */
function pathsOf(value: JsonValue, path: JsonPath = []): readonly JsonPath[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    return [here, ...pathsOf(inner, here)];
  });
}

/** A second, simpler model than the one in the product: changes a copy in place. */
function withValue(value: JsonValue, path: JsonPath, change: (parent: never, key: never) => void) {
  const copy = structuredClone(value) as JsonValue;
  let parent = copy;
  for (const segment of path.slice(0, -1)) parent = (parent as never)[segment];
  change(parent as never, path.at(-1) as never);
  return copy;
}

function valueAt(value: JsonValue, path: JsonPath): JsonValue {
  return path.reduce((inner, segment) => (inner as never)[segment], value);
}

function commentsIn(text: string): readonly string[] {
  return text.match(/# comment \d+/g) ?? [];
}

const anyCase = fc.record({
  value: anyJsonObject,
  choose: anyChoices,
  pick: fc.nat(),
  other: anyJson,
});

function pick<Item>(items: readonly Item[], at: number): Item {
  return items[at % items.length]!;
}

describe('editing YAML in any style', { timeout: 60_000 }, () => {
  test('the writer of the tests writes what it should', () => {
    fc.assert(
      fc.property(anyCase, ({ value, choose }) => {
        expect(read(yamlInSomeStyle(value, choose))).toEqual(value);
      }),
      { numRuns: 250 },
    );
  });

  test('a value that is set is read again, and nothing else has changed', () => {
    fc.assert(
      fc.property(anyCase, ({ value, choose, pick: at, other }) => {
        const text = yamlInSomeStyle(value, choose);
        const path = pick(pathsOf(value), at);
        const wanted = withValue(value, path, (parent: never, key: never) => {
          (parent as Record<string, JsonValue>)[key] = other;
        });
        expect(read(edited(text, [{ path, value: other }]))).toEqual(wanted);
      }),
      { numRuns: 250 },
    );
  });

  test('a value that is removed is gone, and nothing else has changed', () => {
    fc.assert(
      fc.property(anyCase, ({ value, choose, pick: at }) => {
        const text = yamlInSomeStyle(value, choose);
        const path = pick(pathsOf(value), at);
        const wanted = withValue(value, path, (parent: never, key: never) => {
          if (Array.isArray(parent)) (parent as unknown[]).splice(key, 1);
          else delete parent[key];
        });
        expect(read(edited(text, [{ path }]))).toEqual(wanted);
      }),
      { numRuns: 250 },
    );
  });

  test('a new key or item is read again, and nothing else has changed', () => {
    fc.assert(
      fc.property(anyCase, ({ value, choose, pick: at, other }) => {
        const text = yamlInSomeStyle(value, choose);
        const parents = [[], ...pathsOf(value)].filter((path) => {
          const inner = valueAt(value, path);
          return typeof inner === 'object' && inner !== null;
        });
        const parent = pick(parents, at);
        const inside = valueAt(value, parent);
        const path = [...parent, Array.isArray(inside) ? inside.length : 'new'];
        const wanted = withValue(value, path, (target: never, key: never) => {
          (target as Record<string, JsonValue>)[key] = other;
        });
        const after = edited(text, [{ path, value: other }]);
        expect(read(after)).toEqual(wanted);
        expect(commentsIn(after)).toEqual(commentsIn(text));
        const [before, now] = [text.split(/\r?\n/), after.split(/\r?\n/)];
        const kept = before.filter((line) => now.includes(line)).length;
        expect(before.length - kept).toBeLessThanOrEqual(1);
      }),
      { numRuns: 250 },
    );
  });

  test('setting a scalar changes its own text alone; setting it back gives the text that was', () => {
    fc.assert(
      fc.property(anyCase, fc.double({ min: 0, max: 1, noNaN: true }), (given, number) => {
        const { value, choose, pick: at } = given;
        const text = yamlInSomeStyle(value, choose);
        const paths = pathsOf(value).filter((path) => typeof valueAt(value, path) === 'number');
        fc.pre(paths.length > 0);
        const path = pick(paths, at);
        const after = edited(text, [{ path, value: number }]);
        expect(commentsIn(after)).toEqual(commentsIn(text));
        const [before, now] = [text.split(/(?<=\n)/), after.split(/(?<=\n)/)];
        expect(now.length).toBe(before.length);
        expect(now.filter((line, index) => line !== before[index]).length).toBeLessThanOrEqual(1);
        expect(edited(after, [{ path, value: valueAt(value, path) }])).toBe(text);
      }),
      { numRuns: 250 },
    );
  });

  test('no line ends in another way than before', () => {
    fc.assert(
      fc.property(anyCase, ({ value, choose, pick: at, other }) => {
        const text = yamlInSomeStyle(value, choose);
        const after = edited(text, [
          { path: pick(pathsOf(value), at), value: other },
          { path: ['new'], value: [other] },
        ]);
        if (text.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        else expect(after).not.toContain('\r');
      }),
    );
  });
});

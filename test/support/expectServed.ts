import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { readDefinitions } from '../../src/core/flags/definitions/registry';
import type { FlagDefinition } from '../../src/core/model/flagDefinition';
import type { JsonValue } from '../../src/core/model/json';
import { projectPath } from '../house/projectFiles';
import { codeDefault, servedShares } from './servedShares';

/** What an SDK gave where it had no value of its own. */
export const noValue = Symbol('the default of the code');

const people = 10_000;

/** Four standard errors of a share near one half, of so many people. */
const tolerance = 0.02;

/** The text of a fixture of a definition format. */
export function definitionFixture(path: string): string {
  return readFileSync(projectPath(`test/fixtures/definitions/${path}`), 'utf8');
}

export function definitionsIn(path: string): readonly FlagDefinition[] {
  return readDefinitions(path, definitionFixture(path))?.value ?? [];
}

/** Asks an SDK for thousands of people and compares the share of each value with the one that the definition tells. */
export async function expectServed(
  definition: FlagDefinition,
  conditions: readonly string[],
  evaluate: (id: string) => Promise<JsonValue | typeof noValue> | JsonValue | typeof noValue,
): Promise<void> {
  const told = servedShares(definition, (condition) => conditions.includes(condition));
  const valueOf = (variant: string) =>
    variant === codeDefault
      ? codeDefault
      : JSON.stringify(definition.variants.find(({ name }) => name === variant)?.value);
  const expected = new Map<string, number>();
  for (const [variant, share] of told) {
    const value = valueOf(variant) ?? '';
    expected.set(value, (expected.get(value) ?? 0) + share);
  }
  const counts = new Map<string, number>();
  for (let index = 0; index < people; index++) {
    const value = await evaluate(`person-${index}`);
    const text = value === noValue ? codeDefault : JSON.stringify(value);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  for (const value of new Set([...expected.keys(), ...counts.keys()])) {
    const share = (counts.get(value) ?? 0) / people;
    const difference = Math.abs(share - (expected.get(value) ?? 0));
    const said = `${value}: the SDK gives it to ${share}, the definition says ${expected.get(value) ?? 0}`;
    expect(difference < tolerance, said).toBe(true);
  }
}

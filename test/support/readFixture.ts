import { readFileSync } from 'node:fs';

/** A JSON file of test/fixtures, named from there. */
export function readFixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8'));
}

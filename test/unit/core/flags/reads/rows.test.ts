import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SdkRow, Shape } from '../../../../../src/core/flags/reads/readRule';
import { sdkRulePacks } from '../../../../../src/core/flags/reads/registry';
import { createNodeWorkspaceFiles } from '../../../../../src/platform/node/nodeWorkspaceFiles';
import { readLines, snapshotOf } from '../../../../support/readsOf';

const fixtures = 'test/fixtures/reads';
const rows = sdkRulePacks.flatMap(({ id, rows: all }) =>
  all.map((row) => ({ name: `${id}/${row.id}`, row })),
);

function expectedLines(name: string): readonly string[] {
  return readFileSync(`${fixtures}/${name}/expected.txt`, 'utf8').trimEnd().split('\n');
}

/** Names of everything in a row whose use reads a flag. */
function callNames(row: SdkRow): readonly string[] {
  const names = new Set<string>();
  const collect = (name: string, shape: Shape) => {
    if (shape.read ?? shape.element) names.add(name);
    if (shape.flags) names.add(shape.flags.call);
    for (const [member, inner] of Object.entries(shape.members ?? {})) collect(member, inner);
    for (const inner of [shape.returns, shape.componentProperties]) {
      if (inner) collect(name, inner);
    }
  };
  for (const [name, shape] of Object.entries({ ...row.types, ...row.exports })) {
    collect(name, shape);
  }
  return [...names];
}

/** How an import of a package is written in its language. */
function importOf(packageName: string): RegExp {
  const [ecosystem, module] = packageName.split(':');
  if (module === undefined) return new RegExp(`'${packageName}'`);
  const written = module.replaceAll('.', String.raw`\.`);
  return new RegExp(ecosystem === 'python' ? `(from|import) ${written}\\b` : `\\b${written}\\b`);
}

describe.each(rows)('$name', ({ name, row }) => {
  test('reads are what a person found', async () => {
    const snapshot = await snapshotOf(createNodeWorkspaceFiles(`${fixtures}/${name}`));
    expect(readLines(snapshot)).toEqual(expectedLines(name));
  });

  test('each call has a fixture', () => {
    const seen = new Set(expectedLines(name).map((line) => line.split(' ')[1]));
    expect(callNames(row).filter((call) => !seen.has(call))).toEqual([]);
  });

  test('each package is named in a fixture', () => {
    const texts = readdirSync(`${fixtures}/${name}`)
      .map((file) => readFileSync(`${fixtures}/${name}/${file}`, 'utf8'))
      .join('\n');
    const isShared = (packageName: string) => /common|js-sdk$/.test(packageName);
    const missing = row.packages
      .filter((packageName) => !packageName.includes('*') && !isShared(packageName))
      .filter((packageName) => !importOf(packageName).test(texts));
    expect(missing).toEqual([]);
  });

  test('there is a near miss, and none of it is a read', () => {
    const nearMisses = readdirSync(`${fixtures}/${name}`).filter((file) =>
      /^near-?miss/i.test(file),
    );
    expect(nearMisses).not.toEqual([]);
    expect(expectedLines(name).filter((line) => /near-?miss/i.test(line))).toEqual([]);
  });
});

test('there is no folder without a row', () => {
  const folders = readdirSync(fixtures, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: id }) => readdirSync(`${fixtures}/${id}`).map((folder) => `${id}/${folder}`));
  expect(folders.toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
});

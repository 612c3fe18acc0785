import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { declarationShapes } from '../../src/core/flags/declarations/registry';
import { definitionFormats } from '../../src/core/flags/definitions/registry';
import { findingRules } from '../../src/core/flags/findings/registry';
import { sdkRulePacks } from '../../src/core/flags/reads/registry';
import { checkRules } from '../../src/core/report/check/checkRules';
import { ruleAddress } from '../../src/core/report/check/ruleAddress';
import { staleBlocks, staleRules } from '../../src/core/flags/stale/registry';
import { controllers } from '../../src/core/rollout/controllers/registry';
import { rolloutRules } from '../../src/core/rollout/findings/registry';
import { rolloutFormats } from '../../src/core/rollout/read/registry';
import { projectPath, readProjectFile } from './projectFiles';
import { sourceFiles } from './sourceFiles';

/** A member of a registry is one file, one fixture folder and one row of the README. */
const registries = [
  { name: 'reads', source: 'src/core/flags/reads', members: sdkRulePacks },
  { name: 'definitions', source: 'src/core/flags/definitions', members: definitionFormats },
  { name: 'declarations', source: 'src/core/flags/declarations', members: declarationShapes },
];

const inCamelCase = (id: string) =>
  id.replace(/^code-/, '').replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());

describe.each(registries)('each member of the registry of $name', ({ name, source, members }) => {
  test.each(members.map((member) => [member.id, member.name] as const))('%s', async (id, title) => {
    const files = await sourceFiles(source);
    expect(files.some((file) => file.endsWith(`/${inCamelCase(id)}.ts`))).toBe(true);
    expect(await readProjectFile('README.md')).toMatch(new RegExp(`^\\| ${title} +\\|`, 'm'));
    expect(await readdir(projectPath(`test/fixtures/${name}/${id}`))).not.toEqual([]);
  });
});

describe('each finding', () => {
  test.each(findingRules.map(({ id, name }) => [id, name] as const))('%s', async (id, title) => {
    expect(await readProjectFile('README.md')).toMatch(
      new RegExp(`^\\| ${title} +\\| .*\`${id}\``, 'm'),
    );
    const tests = await readProjectFile('test/unit/core/flags/findings/findings.test.ts');
    expect(tests).toContain(` ${id} `);
  });
});

describe('each reason and each block of a verdict', () => {
  test.each([...staleRules, ...staleBlocks].map(({ id, name }) => [id, name] as const))(
    '%s',
    async (id, title) => {
      expect(await readProjectFile('README.md')).toMatch(
        new RegExp(`^\\| ${title} +\\| \`${id}\``, 'm'),
      );
    },
  );
});

test.each(checkRules.map(({ id }) => id))(
  'the link of %s leads to its row of the README',
  async (id) => {
    expect(ruleAddress(id)).toBe(`https://github.com/flaglab/flaglab#${id}`);
    const anchors = (await readProjectFile('README.md')).split(`<a id="${id}"></a>`).length - 1;
    expect(anchors).toBe(1);
  },
);

describe('rollouts', () => {
  test.each(rolloutFormats.map(({ id }) => id))('the format %s has fixtures', async (id) => {
    expect(await readdir(projectPath(`test/fixtures/rollouts/${id}`))).not.toEqual([]);
  });

  test.each([...controllers, ...rolloutRules].map(({ id, name }) => [id, name] as const))(
    'the controller or rule %s has a row in the README',
    async (id, name) => {
      expect(await readProjectFile('README.md')).toMatch(
        new RegExp(`^\\| ${name} +\\| \`${id}\``, 'm'),
      );
    },
  );
});

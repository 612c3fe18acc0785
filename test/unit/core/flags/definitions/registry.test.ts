import { describe, expect, test } from 'vitest';
import { formatNamedBy } from '../../../../../src/core/flags/definitions/definitionFileNames';
import { readDefinitions } from '../../../../../src/core/flags/definitions/registry';
import { snapshotOf } from '../../../../support/readsOf';
import { memoryFiles } from '../../../../support/memoryFiles';

describe('the format of a file', () => {
  const goff = 'f:\n  variations: { a: 1 }\n  defaultRule: { variation: a }\n';
  test.each<[string, string, string, string | null]>([
    ['a file of flags', 'config/flags.yaml', goff, 'go-feature-flag'],
    ['one in a folder of flags', 'config/flags/checkout.yaml', goff, 'go-feature-flag'],
    ['one that cannot be read', 'config/flags.yaml', `${goff}\tx`, 'unknown'],
    ['one that cannot be read, by its name', 'config/x.goff.yaml', '\tx', 'go-feature-flag'],
    ['a template of something else', 'featureflag/service.yaml', '{{- if .x }}\na: [\n', null],
    ['a container with features', 'devcontainer.json', '{"features": {"ghcr.io/x": {}}}', null],
    ['a list of features in a product', 'features.json', '{"features": ["fast", "small"]}', null],
    ['a list of features that breaks off', 'features.json', '{"features": [', 'unleash'],
    ['an empty Unleash file', 'flags.json', '{"version": 1, "features": []}', 'unleash'],
    ['settings without flags', 'appsettings.json', '{"Logging": {}}', null],
    ['a form', 'form.json', '{"fields": {"a": {"defaultValue": 1}}}', null],
    ['a bare map of features', 'f.json', '{"a": {"defaultValue": 1, "rules": []}}', 'growthbook'],
    ['rules of something else', 'lint.json', '{"rules": {"a": 1}}', null],
  ])('%s', (_name, file, text, format) => {
    expect(readDefinitions(file, text)?.format ?? null).toBe(format);
  });

  test.each([
    ['x.flagd.json', 'flagd'],
    ['x.goff.toml', 'go-feature-flag'],
    ['config/feature-flags.json', 'unknown'],
    ['appsettings.json', 'unknown'],
    ['package.json', null],
    ['flags.ts', null],
  ])('by its name alone: %s', (file, format) => {
    expect(formatNamedBy(file)).toBe(format);
  });
});

describe('a file that cannot be read makes nobody say "undefined"', () => {
  const read =
    "import { useBooleanFlagValue } from '@openfeature/react-sdk'; useBooleanFlagValue('k', false);";
  const other = '{"flags": {"other": {"flagType": "boolean", "defaultValue": true}}}';

  /** Definition files in which the flag of the read is looked for, and whether each was read from end to end. */
  async function lookedInto(file: string, content: string | Uint8Array) {
    const { flags } = await snapshotOf(
      memoryFiles({ 'app.ts': read, 'flags.json': other, [file]: content }),
    );
    return flags
      .find(({ key }) => key === 'k')
      ?.definitionFiles.map(({ format, isWhole }) => `${format} ${isWhole}`)
      .toSorted();
  }

  test.each<[string, string, string | Uint8Array, string]>([
    ['broken', 'toggles.yaml', 'f: { defaultRule: [', 'unknown false'],
    ['too large', 'feature-list.json', new Uint8Array(2_000_000).fill(0x20), 'unknown false'],
    ['too deep', 'features.json', `{"defaultValue": ${'['.repeat(500)}`, 'unknown false'],
    ['binary, by its name', 'x.growthbook.json', Uint8Array.of(0, 1), 'growthbook false'],
  ])('%s', async (_name, file, content, expected) => {
    const files = await lookedInto(file, content);
    expect(files).toContain('openfeature-manifest true');
    expect(files).toContain(expected);
  });
});

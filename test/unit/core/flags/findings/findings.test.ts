import { describe, expect, test } from 'vitest';
import { flagFindings } from '../../../../../src/core/flags/findings/registry';
import type { DefinitionPlacement } from '../../../../../src/engine/definitionPlacements';
import { memoryFiles } from '../../../../support/memoryFiles';
import { snapshotOf } from '../../../../support/readsOf';

const sdk =
  "import { OpenFeature } from '@openfeature/server-sdk';\nconst c = OpenFeature.getClient();\n";
const readsBoolean = (value: boolean, key = 'k') => `c.getBooleanValue('${key}', ${value});\n`;

const flagd = (defaultVariant: string, key = 'k') =>
  JSON.stringify({
    flags: { [key]: { state: 'ENABLED', variants: { on: true, off: false }, defaultVariant } },
  });
const manifest = (defaultValue: boolean, key = 'k') =>
  JSON.stringify({ flags: { [key]: { flagType: 'boolean', defaultValue } } });

/** Findings as `file:line code message`. */
async function check(
  files: Readonly<Record<string, string>>,
  expected: readonly string[],
  definitions: readonly DefinitionPlacement[] = [],
): Promise<void> {
  const { flags } = await snapshotOf(memoryFiles(files), { definitions });
  const lines = flagFindings(flags).map(
    ({ file, span, code, message }) => `${file}:${span.start.line + 1} ${code} ${message}`,
  );
  expect(lines).toEqual(expected);
}

describe('defined twice', () => {
  const differs = (file: string, where: string, own: string, other: string) =>
    `${file}:1 flag-defined-differently “k” is defined twice${where}, with different values: ${own} for everyone here, ${other} for everyone in a.flagd.json.`;

  test('with different values', () =>
    check({ 'a.flagd.json': flagd('on'), 'b.flagd.json': flagd('off') }, [
      differs('b.flagd.json', '', 'off', 'on'),
    ]));

  test('with the same values is nothing to speak of', () =>
    check({ 'a.flagd.json': flagd('on'), 'b.flagd.json': flagd('on') }, []));

  test('for two environments is as it should be', () =>
    check({ 'a.prod.flagd.json': flagd('on'), 'a.staging.flagd.json': flagd('off') }, []));

  test('for one environment, by the settings', () =>
    check(
      { 'a.flagd.json': flagd('on'), 'b.staging.flagd.json': flagd('off') },
      [differs('b.staging.flagd.json', ' for production', 'off', 'on')],
      [{ files: ['*.flagd.json'], environment: 'production' }],
    ));

  test('in two roles, by the settings', () =>
    check(
      { 'a.flagd.json': flagd('on'), 'b.flagd.json': flagd('off') },
      [],
      [{ files: ['/b.flagd.json'], role: 'declaration' }],
    ));

  test('in two packages are two flags', () =>
    check(
      {
        'a/package.json': '{}',
        'a/x.flagd.json': flagd('on'),
        'b/package.json': '{}',
        'b/x.flagd.json': flagd('off'),
      },
      [],
    ));

  test('as a declaration and as what is provisioned is one flag', () =>
    check(
      {
        'checkout/package.json': '{}',
        'checkout/flags.json': manifest(false),
        'flagd/go.mod': '',
        'flagd/x.flagd.json': flagd('on'),
      },
      [],
    ));

  test('in two manifests of one flag, with different defaults', () =>
    check(
      {
        'a/package.json': '{}',
        'a/flags.json': manifest(false),
        'b/package.json': '{}',
        'b/flags.json': manifest(true),
        'flagd/go.mod': '',
        'flagd/x.flagd.json': flagd('on'),
      },
      [
        'b/flags.json:1 flag-default-differs “k” is declared with the default on; switched off it is off in flagd/x.flagd.json.',
        'b/flags.json:1 flag-defined-differently “k” is defined twice, with different values: declared, default on here, declared, default off in a/flags.json.',
      ],
    ));
});

describe('a declared default', () => {
  test('that is not the off value', () =>
    check({ 'flags.json': manifest(true), 'x.flagd.json': flagd('off') }, [
      'flags.json:1 flag-default-differs “k” is declared with the default on; switched off it is off in x.flagd.json.',
    ]));

  test('is no matter where the file calls no value off', () =>
    check(
      {
        'flags.json': manifest(true),
        'x.flagd.json': flagd('off').replaceAll('off', 'no'),
      },
      [],
    ));
});

describe('reads that differ', () => {
  test('in their defaults: those that are not like most', () =>
    check(
      {
        'a.ts': sdk + readsBoolean(false) + readsBoolean(false),
        'b.ts': sdk + readsBoolean(true),
      },
      ['b.ts:3 flag-defaults-differ “k” has the default on here and off in a.ts:3.'],
    ));

  test('in what they ask for', () =>
    check({ 'a.ts': `${sdk}${readsBoolean(false)}c.getStringValue('k', 'x');\n` }, [
      'a.ts:4 flag-types-differ “k” is read as string here and as boolean in a.ts:3.',
    ]));

  test('in a test do not count', () =>
    check({ 'a.ts': sdk + readsBoolean(false), 'a.test.ts': sdk + readsBoolean(true) }, []));

  test('in defaults that are no literals are not compared', () =>
    check({ 'a.ts': `${sdk}${readsBoolean(false)}c.getBooleanValue('k', fallback());\n` }, []));

  test('in two packages are two flags', () =>
    check(
      {
        'a/package.json': '{}',
        'a/a.ts': sdk + readsBoolean(false),
        'b/package.json': '{}',
        'b/b.ts': sdk + readsBoolean(true),
      },
      [],
    ));
});

describe('a key that nothing defines', () => {
  test('is told with the one that was meant', () =>
    check(
      {
        'a.ts': sdk + readsBoolean(false, 'new_serch'),
        'flags.json': manifest(false, 'new_search'),
      },
      [
        'a.ts:3 undefined-flag “new_serch” is not defined in flags.json. Did you mean “new_search”?',
      ],
    ));

  test('is looked for in every file of its scope', () =>
    check(
      {
        'a.ts': sdk + readsBoolean(false, 'x'),
        'flags.json': manifest(false, 'new_search'),
        'y.flagd.json': flagd('on', 'old_search'),
      },
      ['a.ts:3 undefined-flag “x” is not defined in flags.json or 1 more file.'],
    ));

  test('is no gate, whose stage is computed: its code registers it', () =>
    check(
      {
        'gate.go':
          'package x\nimport "go.opentelemetry.io/collector/featuregate"\nvar g = featuregate.GlobalRegistry().MustRegister("a.b", stage)\nfunc f() bool { return g.IsEnabled() }\n',
        'flags.json': manifest(false, 'new_search'),
      },
      [],
    ));

  test('is nothing to speak of where nothing is defined', () =>
    check({ 'a.ts': sdk + readsBoolean(false) }, []));
});

import { describe, expect, test } from 'vitest';
import { createFlagScopes, isScopeMarker } from '../../../../../src/core/flags/index/flagScopes';
import { snapshotOf } from '../../../../support/readsOf';
import { memoryFiles } from '../../../../support/memoryFiles';

describe('the scope of a file', () => {
  const scopes = createFlagScopes(
    [
      'package.json',
      'packages/a/package.json',
      'services/go/go.mod',
      'services/go/web/package.json',
    ],
    { './services/shared/': 'services/go', 'apps/shop': 'shop', 'packages/a/inner': 'inner' },
  );
  test.each([
    ['index.ts', '.', ['.']],
    ['src/deep/index.ts', '.', ['.']],
    ['packages/a/src/index.ts', 'packages/a', ['packages/a', '.']],
    ['packages/ab/index.ts', '.', ['.']],
    ['services/go/web/x.ts', 'services/go/web', ['services/go/web', 'services/go', '.']],
    ['services/shared/x.ts', 'services/go', ['services/go', '.']],
    ['apps/shop/x.ts', 'shop', ['shop', '.']],
    ['packages/a/inner/x.ts', 'inner', ['inner', 'packages/a', '.']],
  ])('%s', (file, scope, around) => {
    expect(scopes.scopeOf(file)).toBe(scope);
    expect(scopes.scopesAround(file)).toEqual(around);
  });

  test.each([
    ['package.json', true],
    ['a/go.mod', true],
    ['a/pyproject.toml', true],
    ['a/setup.py', true],
    ['a/setup.cfg', true],
    ['a/pom.xml', true],
    ['a/Shop.fsproj', true],
    ['a/build.gradle', true],
    ['a/build.gradle.kts', true],
    ['a/Shop.Web.csproj', true],
    ['a/Cargo.toml', true],
    ['a/composer.json', true],
    ['a/Gemfile', true],
    ['a/my-package.json', false],
    ['a/settings.gradle', false],
    ['csproj', false],
  ])('%s makes a scope: %s', (file, expected) => {
    expect(isScopeMarker(file)).toBe(expected);
  });
});

describe('the definition a read means', () => {
  const flagd = (...keys: readonly string[]) =>
    JSON.stringify({
      flags: Object.fromEntries(
        keys.map((key) => [
          key,
          { state: 'ENABLED', variants: { on: true }, defaultVariant: 'on' },
        ]),
      ),
    });
  const read =
    "import { useBooleanFlagValue } from '@openfeature/react-sdk'; useBooleanFlagValue('k', false);";
  const launchDarkly =
    "import { init } from '@launchdarkly/node-server-sdk'; init('').variation('k', {}, false);";

  /** Each flag as `scope: files of definitions <- files of reads`. */
  async function check(
    files: Readonly<Record<string, string>>,
    expected: readonly string[],
    scopes: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const { flags } = await snapshotOf(memoryFiles(files), { scopes });
    const lines = flags.map(({ scope, definitions, reads }) => {
      const files = (places: readonly { readonly file: string }[]) =>
        places.map(({ file }) => file).join(' ');
      return `${scope}: ${files(definitions)} <- ${files(reads)}`;
    });
    expect(lines).toEqual(expected);
  }

  test('is the one in its own scope', () =>
    check(
      {
        'a/package.json': '{}',
        'a/x.flagd.json': flagd('k'),
        'a/app.ts': read,
        'x.flagd.json': flagd('k'),
      },
      ['.: x.flagd.json <- ', 'a: a/x.flagd.json <- a/app.ts'],
    ));

  test('else the one in the nearest scope around it', () =>
    check(
      {
        'a/package.json': '{}',
        'a/b/package.json': '{}',
        'a/x.flagd.json': flagd('k'),
        'a/b/app.ts': read,
      },
      ['a: a/x.flagd.json <- a/b/app.ts'],
    ));

  test('else the one in the only other scope that has it: a flag service others share', () =>
    check(
      {
        'flagd/go.mod': '',
        'flagd/x.flagd.json': flagd('k'),
        'web/package.json': '{}',
        'web/app.ts': read,
      },
      ['flagd: flagd/x.flagd.json <- web/app.ts'],
    ));

  test('is none where two other scopes have it', () =>
    check(
      {
        'a/package.json': '{}',
        'a/x.flagd.json': flagd('k'),
        'b/package.json': '{}',
        'b/x.flagd.json': flagd('k'),
        'web/package.json': '{}',
        'web/app.ts': read,
      },
      ['a: a/x.flagd.json <- ', 'b: b/x.flagd.json <- ', 'web:  <- web/app.ts'],
    ));

  const manifest = '{"flags": {"k": {"flagType": "boolean", "defaultValue": false}}}';

  test('what a service’s own manifest declares is the flag that another scope provisions', () =>
    check(
      {
        'flagd/go.mod': '',
        'flagd/x.flagd.json': flagd('k'),
        'checkout/package.json': '{}',
        'checkout/flags.json': manifest,
        'checkout/app.ts': read,
        'web/package.json': '{}',
        'web/app.ts': read,
      },
      ['flagd: checkout/flags.json flagd/x.flagd.json <- checkout/app.ts web/app.ts'],
    ));

  test('what is declared in a scope is the flag that a scope around it provisions', () =>
    check(
      {
        'x.flagd.json': flagd('k'),
        'a/package.json': '{}',
        'a/flags.json': manifest,
        'a/app.ts': read,
      },
      ['.: a/flags.json x.flagd.json <- a/app.ts'],
    ));

  test('what two other scopes provision stays two flags beside the one that is declared', () =>
    check(
      {
        'a/package.json': '{}',
        'a/x.flagd.json': flagd('k'),
        'b/package.json': '{}',
        'b/x.flagd.json': flagd('k'),
        'c/package.json': '{}',
        'c/flags.json': manifest,
        'c/app.ts': read,
      },
      ['a: a/x.flagd.json <- ', 'b: b/x.flagd.json <- ', 'c: c/flags.json <- c/app.ts'],
    ));

  test('is one that code declares, whatever SDK reads it', () =>
    check(
      {
        'flags.ts': 'export const defaultFlags = {\n  /** @since 2026-01-02 */\n  k: false,\n};\n',
        'app.ts': read,
        'old.ts': launchDarkly,
      },
      ['.: flags.ts <- app.ts old.ts'],
    ));

  test('is in the scope the settings put it in', () =>
    check(
      {
        'web/package.json': '{}',
        'web/app.ts': read,
        'ops/x.flagd.json': flagd('k'),
        'x.flagd.json': flagd('k'),
      },
      ['.: x.flagd.json <- ', 'shop: ops/x.flagd.json <- web/app.ts'],
      { web: 'shop', ops: 'shop' },
    ));

  test('is never one of a format its SDK cannot use', () =>
    check(
      {
        'flagd/go.mod': '',
        'flagd/x.flagd.json': flagd('k'),
        'web/package.json': '{}',
        'web/app.ts': launchDarkly,
      },
      ['flagd: flagd/x.flagd.json <- ', 'web:  <- web/app.ts'],
    ));

  test('is not shared with an SDK that cannot use it: the same key is another flag there', () =>
    check({ 'x.flagd.json': flagd('k'), 'app.ts': read, 'old.ts': launchDarkly }, [
      '.: x.flagd.json <- app.ts',
      '.:  <- old.ts',
    ]));

  test('a flag knows the files that should define it: of its scope, then of those around it', async () => {
    const { flags } = await snapshotOf(
      memoryFiles({
        'package.json': '{}',
        'x.flagd.json': flagd('other'),
        'a/package.json': '{}',
        'a/y.flagd.json': flagd('another'),
        'a/app.ts': read,
        'b/package.json': '{}',
        'b/z.flagd.json': flagd('third'),
      }),
    );
    const flag = flags.find(({ key }) => key === 'k');
    expect(flag?.definitionFiles).toEqual([
      { file: 'a/y.flagd.json', format: 'flagd', isWhole: true },
      { file: 'x.flagd.json', format: 'flagd', isWhole: true },
    ]);
  });
});

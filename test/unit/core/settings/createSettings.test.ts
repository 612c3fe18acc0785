import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createSettings,
  type FoundInWorkspace,
} from '../../../../src/core/settings/createSettings';
import { defaultSettings } from '../../../../src/core/settings/defaultSettings';
import { parseSettings } from '../../../../src/core/settings/parseSettings';

const shop: FoundInWorkspace = {
  sdks: ['OpenFeature (web)', 'LaunchDarkly (React)'],
  definitionFiles: [
    { path: 'deploy/prod/flags.flagd.json', environment: 'prod' },
    { path: 'deploy/staging/my flags.json', environment: 'staging' },
    { path: 'flags.json', environment: 'default' },
  ],
  scopes: ['.', 'apps/shop', 'apps/admin/web', 'apps/store/web'],
  flags: 12,
};

/** The same text once its reader has taken away the `# ` before each setting. */
function withoutCommentMarks(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line.replace(/^# (?=\s*- |\s*\S+: |(include|exclude|scopes|definitions|wrappers):)/, ''),
    )
    .join('\n');
}

describe('a first flaglab.yaml', () => {
  test('says what was found', () => {
    expect(createSettings(shop))
      .toBe(`# Flaglab's settings for this project. It is data: nothing in it can start anything.
# The scan found 12 flags, read with OpenFeature (web), LaunchDarkly (React), defined in 3 files.
# Remove the "# " before a setting to make it count.
version: 1

# Files to look at, and files to leave out; patterns as in .gitignore. What git ignores is left out anyway.
# include: [apps/, packages/]
# exclude: [examples/]

# A flag is the same flag within its scope: folders, and the name of the scope they belong to.
# scopes:
#   apps/shop: shop
#   apps/admin/web: apps/admin/web
#   apps/store/web: apps/store/web

# Which definition files describe which environment; the first entry that a file fits counts.
# definitions:
#   - { files: [/deploy/prod/flags.flagd.json], environment: prod }
#   - { files: [/deploy/staging/my\\ flags.json], environment: staging }
#   - { files: [/flags.json], environment: default }

# The project's own functions that read a flag: where they come from, and which argument is the key (the first is 0).
# wrappers:
#   - { name: isEnabled, module: "@shop/flags", key: 0, default: 1 }
`);
  });

  test('changes nothing as it stands', () => {
    expect(parseSettings(createSettings(shop))).toEqual({
      value: defaultSettings,
      diagnostics: [],
    });
  });

  test('is right once its settings count', () => {
    const { value, diagnostics } = parseSettings(withoutCommentMarks(createSettings(shop)));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(value!.scopes).toEqual({
      'apps/shop': 'shop',
      'apps/admin/web': 'apps/admin/web',
      'apps/store/web': 'apps/store/web',
    });
    expect(value!.definitions[1]).toEqual({
      files: ['/deploy/staging/my\\ flags.json'],
      environment: 'staging',
    });
  });

  test('says so where nothing was found', () => {
    const text = createSettings({ sdks: [], definitionFiles: [], scopes: ['.'], flags: 0 });
    expect(text).toContain('# The scan found no flags yet.');
    expect(text).toContain('#   apps/shop: shop');
  });

  test('is sound whatever files are called', { timeout: 60_000 }, () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 });
    const found = fc.record({
      sdks: fc.array(text),
      definitionFiles: fc.array(fc.record({ path: text, environment: text }), { maxLength: 4 }),
      scopes: fc.array(text, { maxLength: 4 }),
      flags: fc.nat(),
    });
    fc.assert(
      fc.property(found, (given) => {
        expect(parseSettings(createSettings(given))).toEqual({
          value: defaultSettings,
          diagnostics: [],
        });
      }),
    );
  });
});

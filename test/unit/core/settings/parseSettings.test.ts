import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../../src/core/settings/defaultSettings';
import { parseSettings } from '../../../../src/core/settings/parseSettings';
import { textIn } from '../../../support/markedText';

/** All that is to be said about a text: code, underlined text, a piece of the message. */
function check(
  body: string,
  ...expected: readonly (readonly [code: string, at: string, says: string])[]
) {
  test.each(['\n', '\r\n'])(`${JSON.stringify(body)} %j`, (eol) => {
    const text = `version: 1\n${body}`.replaceAll('\n', eol);
    const { value, diagnostics } = parseSettings(text);
    const isBroken = diagnostics.some(({ severity }) => severity === 'error');
    expect(value === null).toBe(isBroken);
    expect(diagnostics.map(({ code, span }) => [code, textIn(text, span)])).toEqual(
      expected.map(([code, at]) => [code, at]),
    );
    expected.forEach(([, , says], index) => {
      expect(diagnostics[index]!.message).toContain(says);
    });
  });
}

describe('settings that are right', () => {
  test.each(['', '# only a comment\n', 'version: 1\n'])('%j: all is as by default', (text) => {
    expect(parseSettings(text)).toEqual({ value: defaultSettings, diagnostics: [] });
  });

  test('the defaults are no surprise', () => {
    expect(defaultSettings).toEqual({
      version: 1,
      include: [],
      exclude: [],
      scopes: {},
      definitions: [],
      wrappers: [],
      lifetimes: {},
      stale: { days: 30, recentDays: 14, newDays: 7 },
      keep: [],
      metrics: {},
    });
  });

  test('every key of the first version is read', () => {
    const text = `version: 1
include: [apps/]
exclude: ['*.gen.ts', '!keep.gen.ts']
scopes: { apps/shop: shop, .: all }
definitions: [{ files: [deploy/prod/], environment: production, role: provisioning }]
wrappers:
  - { name: isEnabled, module: '@shop/flags', key: 0, default: 1 }
  - { name: on, receiver: FeatureService }
lifetimes: { release: 40, kill-switch: permanent }
stale: { days: 60 }
keep: [{ key: a, until: 2027-03-01, reason: season }, { key: b }]
metrics: { errorRate: { baseline: 0.002, traffic: 40 } }
`;
    const { value, diagnostics } = parseSettings(text);
    expect(diagnostics.map(({ severity }) => severity)).not.toContain('error');
    expect(value).toEqual({
      version: 1,
      include: ['apps/'],
      exclude: ['*.gen.ts', '!keep.gen.ts'],
      scopes: { 'apps/shop': 'shop', '.': 'all' },
      definitions: [{ files: ['deploy/prod/'], environment: 'production', role: 'provisioning' }],
      wrappers: [
        { name: 'isEnabled', module: '@shop/flags', key: 0, default: 1 },
        { name: 'on', receiver: 'FeatureService', key: 0 },
      ],
      lifetimes: { release: 40, 'kill-switch': 'permanent' },
      stale: { days: 60, recentDays: 14, newDays: 7 },
      keep: [{ key: 'a', until: '2027-03-01', reason: 'season' }, { key: 'b' }],
      metrics: { errorRate: { baseline: 0.002, traffic: 40 } },
    });
  });

  check('include: [apps/]\nscopes:\n  apps/shop: shop\n');
  check('metrics: {}\n');
});

describe('settings that are wrong', () => {
  check('ignore: [x]\n', ['settings-key-unknown', 'ignore', 'Did you mean "exclude"?']);
  check('include: apps\n', [
    'settings-value-type',
    'apps',
    'for example include: [apps/, packages/]',
  ]);
  check('exclude: [1]\n', ['settings-value-type', '1', 'Put it in quotes: "1"']);
  check('exclude:\n  - *.ts\n', [
    'yaml-alias-unknown',
    '*.ts',
    'put text that begins with "*" in quotes',
  ]);
  check('exclude:\n  - !keep\n', [
    'yaml-syntax',
    '!keep',
    'Put text that begins with "!" in quotes',
  ]);
  check('scopes: { ./apps: a }\n', ['settings-folder-form', './apps', 'relative to this file']);
  check('scopes: { ../apps: a }\n', ['settings-folder-form', '../apps', 'without "./", ".."']);
  check('scopes: { /apps: a }\n', ['settings-folder-form', '/apps', 'for example apps/shop']);
  check('scopes: { apps/: a }\n', ['settings-folder-form', 'apps/', 'for example apps/shop']);
  check('scopes: { "C:\\\\apps": a }\n', [
    'settings-folder-form',
    '"C:\\\\apps"',
    'for example apps/shop',
  ]);
  check('scopes: { apps: 1 }\n', ['settings-value-type', '1', 'Put it in quotes']);
  check('wrappers: [{ name: x }]\n', [
    'settings-wrapper-origin',
    '{ name: x }',
    'Add module (imported from) or receiver (called on)',
  ]);
  check('wrappers: [{ name: x, module: a, receiver: b }]\n', [
    'settings-wrapper-origin',
    '{ name: x, module: a, receiver: b }',
    'Remove one',
  ]);
  check('wrappers: [{ name: x, modul: a }]\n', [
    'settings-key-unknown',
    'modul',
    'Did you mean "module"?',
  ]);
  check('lifetimes: { release: 40d }\n', [
    'settings-value-type',
    '40d',
    'a whole number from 1 to 36500, or "permanent"',
  ]);
  check('keep: [{ key: a, until: 2027-02-30 }]\n', [
    'settings-value-range',
    '2027-02-30',
    '28 days',
  ]);
  check('metrics: { errorRate: { baseline: 0.2% } }\n', [
    'settings-value-type',
    '0.2%',
    'Write 0.002',
  ]);
  check('stale: 30\n', ['settings-value-type', '30', 'stale: { days: 30 }']);
});

test('any text at all never makes it throw', { timeout: 60_000 }, () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom(
      'version: 1\n',
      'include: ',
      'scopes:\n',
      '  a: b\n',
      '- ',
      '{',
      '}',
      '[',
      '*a',
      '&a ',
      '\r\n',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const { value, diagnostics } = parseSettings(pieces.join(''));
      expect(value === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
    }),
    { numRuns: 300 },
  );
});

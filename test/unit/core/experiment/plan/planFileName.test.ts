import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planFileName } from '../../../../../src/core/experiment/plan/planFileName';

describe('name of a plan file', { timeout: 60_000 }, () => {
  test.each([
    ['one_click_checkout', 'one_click_checkout'],
    ['checkout.one-click', 'checkout.one-click'],
    ['checkout/one-click', 'checkout~2fone-click'],
    ['a b', 'a~20b'],
    ['a~2fb', 'a~7e2fb'],
    ['../x', '~2e.~2fx'],
    ['..', '~2e.'],
    ['C:\\x', 'C~3a~5cx'],
    ['con', '~63on'],
    ['NUL.txt', '~4eUL.txt'],
    ['com1', '~63om1'],
    ['console', 'console'],
    ['größe', 'größe'],
    ['e\u0301', 'e~cc~81'],
    ['日本', '日本'],
    ['😀', '~f0~9f~98~80'],
    ['', '~'],
  ])('%j is kept in %s', (key, name) => {
    expect(planFileName(key)).toBe(`experiments/${name}.experiment.yaml`);
  });

  const key = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('.', '/', '~', '2', 'f', 'e', 'c', 'o', 'n', '\u0301', 'é'),
      maxLength: 6,
    }),
    fc.string({ unit: fc.constantFrom('a', '/', '日'), minLength: 60, maxLength: 300 }),
  );

  test('is safe on every system', () => {
    fc.assert(
      fc.property(key, (given) => {
        const path = planFileName(given);
        const [folder, name, ...rest] = path.split('/');
        expect([folder, rest]).toEqual(['experiments', []]);
        expect(name).not.toMatch(/[\p{C}\p{Z}<>:"\\|?*]|^\.|^(con|prn|aux|nul|com\d|lpt\d)\./iu);
        expect(name).toBe(name!.normalize('NFC'));
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
      }),
      { numRuns: 1000 },
    );
  });

  test('differs for different keys', () => {
    fc.assert(
      fc.property(key, key, (one, other) => {
        fc.pre(one !== other);
        expect(planFileName(one)).not.toBe(planFileName(other));
      }),
      { numRuns: 1000 },
    );
  });
});

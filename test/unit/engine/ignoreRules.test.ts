import { describe, expect, test } from 'vitest';
import { createIgnoreRules } from '../../../src/engine/ignoreRules';

describe('files are passed over', () => {
  const rules = createIgnoreRules({
    exclude: ['examples/', '*.generated.ts', '!keep.generated.ts'],
  });
  rules.addGitignore('', 'dist2/\n*.log\n/only-root.ts\n!important.log\n');
  rules.addGitignore('packages/a', 'tmp/\n/local.ts\n!only-here.log\n');

  test.each([
    ['src/app.ts', false],
    ['node_modules/x/index.js', true],
    ['packages/a/node_modules/x.js', true],
    ['dist/app.js', true],
    ['packages/a/dist2/x.ts', true],
    ['only-root.ts', true],
    ['src/only-root.ts', false],
    ['debug.log', true],
    ['important.log', false],
    ['packages/a/only-here.log', false],
    ['packages/b/only-here.log', true],
    ['packages/a/tmp/x.ts', true],
    ['packages/b/tmp/x.ts', false],
    ['packages/a/local.ts', true],
    ['packages/a/src/local.ts', false],
    ['examples/x.ts', true],
    ['src/api.generated.ts', true],
    ['src/keep.generated.ts', false],
    ['.github/x.ts', false],
  ])('%s: %s', (file, expected) => {
    expect(rules.ignoresFile(file)).toBe(expected);
  });

  test.each([
    ['.git', true],
    ['src/.git', true],
    ['packages/a/tmp', true],
    ['examples', true],
    ['src', false],
  ])('folder %s: %s', (folder, expected) => {
    expect(rules.ignoresFolder(folder)).toBe(expected);
  });
});

test.each([
  ['apps/shop/x.ts', true],
  ['packages/x.ts', false],
  ['x.ts', false],
  ['apps/shop/x.spec.ts', false],
])('only included files are read: %s %s', (file, isRead) => {
  const rules = createIgnoreRules({ include: ['apps/'], exclude: ['*.spec.ts'] });
  expect(rules.ignoresFile(file)).toBe(!isRead);
});

import { expect, test } from 'vitest';
import { readContextOf } from '../../../../../src/core/flags/reads/readContext';

test.each([
  ['src/app.ts', 'source'],
  ['src/latest.ts', 'source'],
  ['src/testimonials/list.ts', 'source'],
  ['src/contest.test-utils/x.ts', 'source'],
  ['src/app.test.ts', 'test'],
  ['src/app.spec.tsx', 'test'],
  ['src/app_test.js', 'test'],
  ['src/Button.stories.tsx', 'test'],
  ['cypress/login.cy.ts', 'test'],
  ['src/__tests__/app.ts', 'test'],
  ['src/__mocks__/flags.ts', 'test'],
  ['test/app.ts', 'test'],
  ['packages/a/tests/app.ts', 'test'],
  ['e2e/checkout.ts', 'test'],
])('%s: %s', (file, expected) => {
  expect(readContextOf(file)).toBe(expected);
});

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
  ['shop/src/main/java/com/acme/Latest.java', 'source'],
  ['shop/src/main/kotlin/com/acme/Contest.kt', 'source'],
  ['src/Acme.Contest/Flags.cs', 'source'],
  ['shop/src/main/java/com/acme/Audit.java', 'source'],
  ['shop/src/test/java/com/acme/Flags.java', 'test'],
  ['shop/src/androidTest/kotlin/com/acme/Flags.kt', 'test'],
  ['shop/src/testFixtures/kotlin/com/acme/Flags.kt', 'test'],
  ['shop/src/test-acceptance/kotlin/com/acme/Flags.kt', 'test'],
  ['com/acme/FlagsTest.java', 'test'],
  ['com/acme/FlagsIT.java', 'test'],
  ['com/acme/FlagsSpec.kt', 'test'],
  ['src/Acme.Shop.Tests/Flags.cs', 'test'],
  ['src/Acme.Shop.IntegrationTest/Flags.cs', 'test'],
  ['src/FlagsTests.cs', 'test'],
])('%s: %s', (file, expected) => {
  expect(readContextOf(file)).toBe(expected);
});

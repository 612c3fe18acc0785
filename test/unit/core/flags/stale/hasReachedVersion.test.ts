import { expect, test } from 'vitest';
import { hasReachedVersion } from '../../../../../src/core/flags/stale/hasReachedVersion';

/** By semver.org, 11: a pre-release is lower than the version; missing parts are 0. */
test.each([
  ['19.7.0', '19.7', true],
  ['19.7', '19.7.0', true],
  ['19.6.9', '19.7', false],
  ['19.10.0', '19.7', true],
  ['20', '19.7', true],
  ['19.7.0-rc.1', '19.7', false],
  ['19.8.0-rc.1', '19.7', true],
  ['v132.0.6834.83', '132', true],
  ['1.0-SNAPSHOT', '1.0', false],
  ['2.0.0+build5', '2.0', true],
  ['next', '19.7', null],
  ['19.7', 'soon', null],
] as const)('%s has reached %s: %s', (reached, wanted, expected) => {
  expect(hasReachedVersion(reached, wanted)).toBe(expected);
});

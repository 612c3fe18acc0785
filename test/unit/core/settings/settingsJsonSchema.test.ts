import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { settingsJsonSchema } from '../../../../src/core/settings/settingsJsonSchema';

const validate = new Ajv({ strict: true, strictTypes: false }).compile(settingsJsonSchema());

describe('JSON Schema of flaglab.yaml', () => {
  test.each([
    { version: 1 },
    { version: 1, include: ['apps/'], scopes: { 'apps/shop': 'shop' } },
    { version: 1, lifetimes: { release: 40, ops: 'permanent' }, stale: { days: 3 } },
  ])('accepts %j', (settings) => {
    expect(validate(settings), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each([
    {},
    { version: 2 },
    { version: 1, includes: [] },
    { version: 1, include: 'apps/' },
    { version: 1, lifetimes: { release: '40d' } },
    { version: 1, wrappers: [{ module: 'x' }] },
    { version: 1, metrics: { errorRate: { baseline: -1 } } },
  ])('refuses %j', (settings) => {
    expect(validate(settings)).toBe(false);
  });
});

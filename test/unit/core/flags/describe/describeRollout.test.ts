import { expect, test } from 'vitest';
import { describeRollout } from '../../../../../src/core/flags/describe/describeRollout';
import type { FlagDefinition, Rollout } from '../../../../../src/core/model/flagDefinition';

const nowhere = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };
const on: Rollout = { kind: 'everyone', variant: 'on' };
const off: Rollout = { kind: 'everyone', variant: 'off' };

function definitionWith(rollout: Rollout): FlagDefinition {
  return {
    key: 'k',
    file: 'x.json',
    keySpan: nowhere,
    span: nowhere,
    format: 'unleash',
    role: 'provisioning',
    environment: 'default',
    valueType: 'boolean',
    variants: [
      { name: 'on', value: true },
      { name: 'off', value: false },
    ],
    defaultVariant: 'off',
    description: null,
    rollout,
    lifetime: null,
    owner: null,
    created: null,
    expires: null,
    prerequisites: [],
  };
}

/** Each rollout, all that is to be said of it, and what fits beside a key: as a person would put it. */
test.each<[Rollout, string, string]>([
  [
    {
      kind: 'rules',
      rules: [
        { condition: 'plan is "gold"', share: 0.5, outcome: on },
        { condition: null, share: 0.1, outcome: on },
        { condition: null, outcome: off },
      ],
    },
    'on for 50 % of those where plan is "gold", else on for 10 %, else off',
    '2 rules, else off',
  ],
  [
    { kind: 'rules', rules: [{ condition: null, share: 0.1, outcome: on }] },
    'on for 10 %',
    '1 rule',
  ],
  [
    {
      kind: 'progressive',
      from: 'off',
      to: 'on',
      start: '2026-03-01T05:00:00Z',
      end: '2026-03-05T00:00:00Z',
      startShare: 0,
      endShare: 1,
    },
    'on for a growing share, 0 % from 2026-03-01T05:00:00Z to 100 % on 2026-03-05, else off',
    'on for a growing share',
  ],
])('%j', (rollout, full, short) => {
  expect(describeRollout(definitionWith(rollout))).toEqual({ full, short });
});

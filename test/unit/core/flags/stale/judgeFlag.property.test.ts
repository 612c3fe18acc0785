import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePlan } from '../../../../../src/core/experiment/plan/parsePlan';
import { judgeFlag } from '../../../../../src/core/flags/stale/judgeFlag';
import type { StaleFacts } from '../../../../../src/core/flags/stale/staleFacts';
import type {
  FlagDefinition,
  FlagLifetime,
  Rollout,
} from '../../../../../src/core/model/flagDefinition';
import type { DefinitionPast } from '../../../../../src/core/model/flagHistory';
import type { FlagRead } from '../../../../../src/core/model/flagRead';
import { defaultSettings } from '../../../../../src/core/settings/defaultSettings';

const span = { start: { line: 0, column: 0 }, end: { line: 0, column: 1 } };
const now = '2027-03-01';

const days = fc.constantFrom('2026-10-01', '2027-01-30', '2027-02-14', '2027-02-20', '2027-02-27');
const commits = days.map((day) => ({ commit: `c${day}`, day, author: 'Ann', summary: 'x' }));

const rollouts: fc.Arbitrary<Rollout> = fc.oneof(
  fc.constantFrom<Rollout>(
    { kind: 'everyone', variant: 'on' },
    { kind: 'everyone', variant: 'off' },
    { kind: 'disabled' },
    { kind: 'code-default' },
    { kind: 'unknown', reason: 'it is odd' },
    {
      kind: 'rules',
      rules: [
        { condition: 'a', outcome: { kind: 'everyone', variant: 'on' } },
        { condition: null, outcome: { kind: 'everyone', variant: 'on' } },
        { condition: null, outcome: { kind: 'everyone', variant: 'off' } },
      ],
    },
    {
      kind: 'rules',
      rules: [{ condition: null, share: 0.5, outcome: { kind: 'everyone', variant: 'on' } }],
    },
  ),
);

const definitions: fc.Arbitrary<FlagDefinition> = fc.record({
  key: fc.constant('k'),
  file: fc.constantFrom('a.flagd.json', 'b.flagd.json'),
  keySpan: fc.constant(span),
  span: fc.constant(span),
  format: fc.constant('flagd'),
  role: fc.constant('provisioning' as const),
  environment: fc.constantFrom('production', 'staging'),
  valueType: fc.constant('boolean' as const),
  variants: fc.constant([
    { name: 'on', value: true },
    { name: 'off', value: false },
  ]),
  defaultVariant: fc.constant('on'),
  description: fc.constant(null),
  rollout: rollouts,
  lifetime: fc.constantFrom<(FlagLifetime | null)[]>(null, null, 'release', 'kill-switch'),
  owner: fc.constant(null),
  created: fc.constantFrom(null, '2026-09-01'),
  expires: fc.constantFrom(null, { kind: 'date', date: '2027-01-01' } as const),
  prerequisites: fc.constant([]),
});

const pasts: fc.Arbitrary<DefinitionPast> = fc.oneof(
  fc.record({
    kind: fc.constant('known' as const),
    introduced: commits,
    lastChange: commits,
    oneSidedSince: fc.option(commits),
    settledOn: fc.constant(null),
  }),
  fc.constantFrom<DefinitionPast>({ kind: 'uncommitted' }, { kind: 'unknown', reason: 'No git.' }),
);

const read = (context: FlagRead['context'], file: string): FlagRead => ({
  key: 'k',
  file,
  span,
  keySpan: span,
  sdk: 'openfeature',
  language: 'typescript',
  call: 'getBooleanValue',
  valueType: 'boolean',
  default: { kind: 'literal', value: false },
  via: [],
  context,
});

const plan = (more: string) => {
  const text = `version: 1
flag: k
variants: [{ name: off, weight: 50 }, { name: on, weight: 50 }]
metrics: [{ name: m, role: primary, kind: proportion, baseline: 0.1, direction: increase, minimumDetectableEffect: { relative: 0.1 } }]
${more}`;
  const value = parsePlan(text).plan;
  if (value === null) throw new Error('The plan of this test cannot be read.');
  return { file: 'experiments/k.experiment.yaml', plan: value };
};
const running = plan('endDate: 2027-04-01');
const decided = plan('result: { variant: on, date: 2026-12-01 }');

interface Case {
  readonly facts: StaleFacts;
  readonly pastList: readonly DefinitionPast[];
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    definitions: fc.array(fc.tuple(definitions, pasts), { maxLength: 3 }),
    reads: fc.subarray([read('source', 'x.ts'), read('source', 'y.ts'), read('test', 'x.test.ts')]),
    plans: fc.subarray([running, decided]),
    isNeeded: fc.boolean(),
    isKept: fc.boolean(),
    isGapped: fc.boolean(),
  })
  .map(({ definitions: pairs, reads, plans, isNeeded, isKept, isGapped }) => {
    const past = new Map(pairs);
    const facts: StaleFacts = {
      flag: {
        key: 'k',
        scope: '.',
        definitions: pairs.map(([each]) => each),
        reads,
        definitionFiles: [],
      },
      now,
      settings: defaultSettings,
      pastOf: (definition) => past.get(definition) ?? { kind: 'unknown', reason: '' },
      versionsFor: () => [],
      plans,
      dependents: isNeeded ? [{ key: 'other', file: 'a.flagd.json' }] : [],
      openReads: [],
      mentions: [],
      lastMention: { kind: 'unknown', reason: '' },
      keep: isKept ? { until: null, reason: 'fair' } : null,
      gaps: isGapped ? ['c.json could not be read.'] : [],
    };
    return { facts, pastList: pairs.map(([, each]) => each) };
  });

const actionOf = (facts: StaleFacts) => judgeFlag(facts).verdict.action;

test('some cases are removed: the properties below are about something', () => {
  const found = fc.sample(cases, { numRuns: 4000, seed: 1 }).map(({ facts }) => actionOf(facts));
  expect(new Set(found)).toEqual(new Set(['none', 'ask', 'remove']));
});

test('a block that is added never leaves anything to be removed', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 0, max: 3 }), ({ facts }, which) => {
      const blocked: readonly StaleFacts[] = [
        { ...facts, dependents: [{ key: 'other', file: 'a.flagd.json' }] },
        { ...facts, keep: { until: null, reason: 'fair' } },
        { ...facts, plans: [...facts.plans, running] },
        {
          ...facts,
          flag: {
            ...facts.flag,
            definitions: facts.flag.definitions.map((each) => each),
          },
          pastOf: () => ({ kind: 'uncommitted' }),
        },
      ];
      const action = actionOf(blocked[which] ?? facts);
      expect(action).not.toBe('remove');
      expect(action).not.toBe('archive');
    }),
    { numRuns: 2000 },
  );
});

test('what is no longer known never leaves anything to be removed that was not before', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 0, max: 1 }), ({ facts }, which) => {
      const less: readonly StaleFacts[] = [
        { ...facts, pastOf: () => ({ kind: 'unknown', reason: 'No git.' }) },
        { ...facts, dependents: [], plans: [], gaps: ['c.json could not be read.'] },
      ];
      expect(actionOf(less[which] ?? facts)).not.toBe('remove');
    }),
    { numRuns: 2000 },
  );
});

test('the order of definitions, reads and plans does not matter', () => {
  fc.assert(
    fc.property(cases, ({ facts }) => {
      const turned: StaleFacts = {
        ...facts,
        flag: {
          ...facts.flag,
          definitions: facts.flag.definitions.toReversed(),
          reads: facts.flag.reads.toReversed(),
        },
        plans: facts.plans.toReversed(),
      };
      const one = judgeFlag(facts).verdict;
      const other = judgeFlag(turned).verdict;
      const told = ({ state, action, keep, evidence, blockers }: typeof one) => ({
        state,
        action,
        keep,
        days: evidence.oneSidedDays,
        since: evidence.oneSidedSince,
        change: evidence.lastChange,
        introduced: evidence.introduced,
        blockers: blockers.map(({ rule, message }) => `${rule} ${message}`).toSorted(),
      });
      expect(told(other)).toEqual(told(one));
    }),
    { numRuns: 2000 },
  );
});

import { makeGitRepository, writeFiles, type TestCommit } from './gitRepository';

type Entry = Readonly<Record<string, unknown>>;

const boolean = { on: true, off: false };

function flag(defaultVariant: string, more: Entry = {}): Entry {
  return { state: 'ENABLED', variants: boolean, defaultVariant, ...more };
}

const tenPercent = {
  fractional: [
    ['on', 10],
    ['off', 90],
  ],
};
const half = { targeting: tenPercent };

function flagd(flags: Readonly<Record<string, Entry>>): string {
  return `${JSON.stringify({ flags }, null, 2)}\n`;
}

/** Launched long ago, in both environments, unless said otherwise. */
const always = {
  launched_old: flag('on'),
  shadowed: flag('on', {
    targeting: { if: [{ '==': [{ var: 'country' }, 'DE'] }, 'on', 'on'] },
  }),
  experiment_running: flag('on'),
  experiment_done: flag('on'),
  experiment_contradicts: flag('on'),
  kill_switch: flag('on', { metadata: { lifetime: 'kill-switch' } }),
  kept_valid: flag('on'),
  kept_expired: flag('on'),
  kept_no_reason: flag('on'),
  kept_by_comment: flag('on'),
  uncommitted: flag('on'),
  off_long: flag('off'),
  switched_off: flag('on', { state: 'DISABLED' }),
  split: flag('off', half),
  experiment_ended: flag('off', half),
  expired_date: flag('off', { ...half, metadata: { expires: '2027-01-01', owner: 'checkout' } }),
  expired_version: flag('off', { ...half, metadata: { removeIn: '2.0' } }),
  expires_later: flag('off', { ...half, metadata: { removeIn: '3.0' } }),
  lifetime_over: flag('off', {
    ...half,
    metadata: { lifetime: 'release', createdAt: '2026-12-01' },
  }),
  never_read: flag('off', half),
  reads_gone: flag('off', half),
  only_in_tests: flag('off', half),
  same_branches: flag('off', half),
  value_unused: flag('off', half),
  mention_only: flag('off', half),
  dyn_a: flag('off', half),
};

/** As they were when they came. */
const unchanged = {
  born_on: flag('on'),
  off_number: { state: 'ENABLED', variants: { off: 0, slow: 5000 }, defaultVariant: 'off' },
};

/** Before 2026-11-27 these were at 10 %. */
const before = Object.fromEntries(
  Object.entries(always).map(([key, entry]) => [key, { ...entry, ...half }]),
);

const variants = '{ name: off, weight: 50 }, { name: on, weight: 50 }';
const plan = (key: string, more: string) => `version: 1
flag: ${key}
variants: [${variants}]
metrics:
  - { name: conversion, role: primary, kind: proportion, baseline: 0.05, direction: increase, minimumDetectableEffect: { relative: 0.05 } }
${more}
`;

const reads = [
  'launched_old',
  'shadowed',
  'experiment_running',
  'experiment_done',
  'experiment_contradicts',
  'kill_switch',
  'kept_valid',
  'kept_expired',
  'kept_no_reason',
  'uncommitted',
  'off_long',
  'switched_off',
  'split',
  'experiment_ended',
  'expired_date',
  'expired_version',
  'expires_later',
  'lifetime_over',
  'expired_launched',
  'launched_in_staging_late',
  'environments_differ',
  'new_flag',
  'moved_files',
  'born_on',
  'not_defined',
];

const header = `import { OpenFeature } from '@openfeature/server-sdk';
const client = OpenFeature.getClient();
`;
const readLine = (key: string) =>
  `export const ${key} = () => client.getBooleanValue('${key}', false);\n`;

const source = `${header}${reads.map(readLine).join('')}
export const delay = () => client.getNumberValue('off_number', 0);
// flaglab-keep: until 2027-06-01, needed for the summer sale
export const kept = () => client.getBooleanValue('kept_by_comment', false);
export async function decide(area: string) {
  await client.getBooleanValue('value_unused', false);
  if (await client.getBooleanValue('same_branches', false)) {
    go(1);
  } else {
    go(1); // the same
  }
  return client.getBooleanValue(\`dyn_\${area}\`, false);
}
function go(step: number) {
  return step;
}
`;

const test = `${header}test('x', () => client.getBooleanValue('only_in_tests', false));\n`;

const settings = `version: 1
keep:
  - { key: kept_valid, until: 2027-06-01, reason: Needed for the fair }
  - { key: kept_expired, until: 2027-02-01, reason: Needed in January }
  - { key: kept_no_reason }
  - { key: not_a_flag, reason: Nothing }
`;

const launchdarkly = JSON.stringify(
  {
    flags: {
      ld_parent: {
        key: 'ld_parent',
        on: true,
        fallthrough: { variation: 0 },
        offVariation: 1,
        variations: [true, false],
      },
      ld_child: {
        key: 'ld_child',
        on: true,
        prerequisites: [{ key: 'ld_parent', variation: 0 }],
        fallthrough: {
          rollout: {
            variations: [
              { variation: 0, weight: 50000 },
              { variation: 1, weight: 50000 },
            ],
          },
        },
        offVariation: 1,
        variations: [true, false],
      },
    },
  },
  null,
  2,
);
const ldSource = `import { init } from '@launchdarkly/node-server-sdk';
const client = init('sdk-key');
export const parent = (user: never) => client.variation('ld_parent', user, false);
export const child = (user: never) => client.variation('ld_child', user, false);
`;

/** One flag for each rule about reads and declarations that do not agree. */
const more = {
  'flags/more.flagd.json': flagd({
    kept_unreadable: flag('off', half),
    defaults_differ: flag('off', half),
    types_differ: flag('off', half),
  }),
  'flags/twice-here.flagd.json': flagd({ defined_twice: flag('off', half) }),
  'flags/twice-there.flagd.json': flagd({ defined_twice: flag('off') }),
  'flag-manifest.json': `${JSON.stringify({
    flags: { ld_child: { flagType: 'boolean', defaultValue: true, description: 'A child' } },
  })}\n`,
  'src/more.ts': `${header}// flaglab-keep: until summer, needed for the fair
export const unreadable = () => client.getBooleanValue('kept_unreadable', false);
export const one = () => client.getBooleanValue('defaults_differ', false);
export const other = () => client.getBooleanValue('defaults_differ', true);
export const yes = () => client.getBooleanValue('types_differ', false);
export const text = () => client.getStringValue('types_differ', 'off');
export const twice = () => client.getBooleanValue('defined_twice', false);
`,
  'collector/gates.go': `package collector

import "go.opentelemetry.io/collector/featuregate"

var stable = featuregate.GlobalRegistry().MustRegister("collector.stable", featuregate.StageStable)
`,
};

const moved = (variant: string) =>
  flagd({ moved_files: flag(variant, variant === 'off' ? half : {}) });

const late = (variant: string) => ({ launched_in_staging_late: flag(variant) });

/** What was committed, day by day. */
export const staleCommits: readonly TestCommit[] = [
  {
    day: '2026-10-01',
    message: 'Flags at 10 %',
    files: {
      'package.json': '{ "name": "shop", "version": "1.9.0" }\n',
      'deploy/prod.flagd.json': flagd({
        ...before,
        ...unchanged,
        ...late('on'),
        environments_differ: flag('on'),
      }),
      'deploy/staging.flagd.json': flagd({
        ...before,
        ...unchanged,
        ...late('off'),
        environments_differ: flag('off'),
      }),
      'ld/flags.launchdarkly.json': launchdarkly,
      'src/shop.ts': `${source}export const gone = () => client.getBooleanValue('reads_gone', false);\n`,
      'src/shop.test.ts': test,
      'src/ld.ts': ldSource,
      'web/view.erb': '<% if enabled?("mention_only") %>\n',
      'config/first.flagd.json': moved('off'),
      ...more,
    },
  },
  {
    day: '2026-11-27',
    message: 'Launch them (#94)',
    files: {
      'deploy/prod.flagd.json': flagd({
        ...always,
        ...unchanged,
        ...late('on'),
        environments_differ: flag('on'),
      }),
      'deploy/staging.flagd.json': flagd({
        ...always,
        ...unchanged,
        ...late('off'),
        environments_differ: flag('off'),
      }),
    },
  },
  {
    day: '2026-12-01',
    message: 'Launch moved_files',
    files: { 'config/first.flagd.json': moved('on') },
  },
  {
    day: '2026-12-10',
    message: 'Move it',
    rename: ['config/first.flagd.json', 'config/second.flagd.json'],
  },
  {
    day: '2026-12-20',
    message: 'Move it again',
    rename: ['config/second.flagd.json', 'flags/third.flagd.json'],
  },
  {
    day: '2027-01-05',
    message: 'And again',
    rename: ['flags/third.flagd.json', 'flags/fourth.flagd.json'],
  },
  {
    day: '2027-01-15',
    message: 'Remove the last read of reads_gone',
    files: { 'src/shop.ts': source },
  },
  {
    day: '2027-02-05',
    message: 'Launch expired_launched',
    files: {
      'deploy/prod.flagd.json': flagd({
        ...always,
        ...unchanged,
        ...late('on'),
        environments_differ: flag('on'),
        expired_launched: flag('on', { metadata: { expires: '2027-02-20' } }),
      }),
    },
  },
  {
    day: '2027-02-20',
    message: 'Launch in staging, too; plans; version 2.1',
    tag: 'v2.1.0',
    files: {
      'package.json': '{ "name": "shop", "version": "2.1.0" }\n',
      'deploy/staging.flagd.json': flagd({
        ...always,
        ...unchanged,
        ...late('on'),
        environments_differ: flag('off'),
      }),
      'experiments/experiment_running.experiment.yaml': plan(
        'experiment_running',
        'startDate: 2027-02-20\nendDate: 2027-03-20',
      ),
      'experiments/experiment_done.experiment.yaml': plan(
        'experiment_done',
        'endDate: 2026-11-20\nresult: { variant: on, date: 2026-11-22 }',
      ),
      'experiments/experiment_contradicts.experiment.yaml': plan(
        'experiment_contradicts',
        'endDate: 2026-11-20\nresult: { variant: off, date: 2026-11-22 }',
      ),
      'experiments/experiment_ended.experiment.yaml': plan(
        'experiment_ended',
        'endDate: 2027-02-01',
      ),
      'flaglab.yaml': settings,
    },
  },
  {
    day: '2027-02-26',
    message: 'Add new_flag',
    files: {
      'flags/new.flagd.json': flagd({ new_flag: flag('off', half) }),
    },
  },
];

/** Makes the repository with every state, rule, block and wish to keep a flag; one change is not committed. */
export function makeStaleRepository(root: string): void {
  makeGitRepository(root, staleCommits);
  writeFiles(root, {
    'deploy/staging.flagd.json': flagd({
      ...always,
      ...unchanged,
      ...late('on'),
      environments_differ: flag('off'),
      uncommitted: flag('off'),
    }),
  });
}

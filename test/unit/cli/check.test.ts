import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { staleBlocks } from '../../../src/core/flags/stale/registry';
import { checkRules } from '../../../src/core/report/check/checkRules';
import { rolloutCheckRules } from '../../../src/core/rollout/findings/rolloutCheckRules';
import { projectPath } from '../../house/projectFiles';
import { expectGolden } from '../../support/expectGolden';
import { runCheck } from '../../support/runCheck';
import { makeStaleRepository } from '../../support/staleRepository';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface Report {
  readonly flags: readonly {
    readonly key: string;
    readonly state: string;
    readonly action: string;
    readonly keep: 'ask' | { readonly value: unknown };
    readonly blockers: readonly { readonly rule: string }[];
    readonly reasons: readonly { readonly rule: string; readonly message: string }[];
    readonly evidence: {
      readonly oneSidedDays: number | null;
      readonly oneSidedSince: { readonly commit: string; readonly date: string } | null;
      readonly unknown: readonly string[];
    };
  }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly level: string;
    readonly key: string;
    readonly file: string;
    readonly line: number;
    readonly fingerprint: string;
  }[];
}

let folder: string;
let root: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'flaglab-check-'));
  root = path.join(folder, 'shop');
  makeStaleRepository(root);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function report(...argv: readonly string[]): Promise<Report> {
  const { output } = await runCheck(root, ['--format', 'json', ...argv]);
  return JSON.parse(output) as Report;
}

function verdictTable({ flags, findings }: Report): string {
  const rows = flags.map(({ key, state, action, keep, blockers, reasons, evidence }) =>
    [
      key,
      state,
      action,
      keep === 'ask' ? 'ask' : JSON.stringify(keep.value),
      evidence.oneSidedDays ?? '-',
      blockers.map(({ rule }) => rule.replace('blocked-by-', '')).join('+') || '-',
      reasons.map(({ rule }) => rule).join('+') || '-',
      evidence.unknown.length > 0 ? `cannot know: ${evidence.unknown.join(' ')}` : '',
    ]
      .join('  ')
      .trimEnd(),
  );
  const told = findings.map(
    ({ rule, level, key, file, line }) => `${file}:${line} ${level} ${rule} ${key}`,
  );
  return `${[...rows, '', ...told].join('\n')}\n`;
}

describe('verdicts on a repository with every state, rule, block and suppression', () => {
  test('are those of the table', async () => {
    expectGolden('cli/check-verdicts.txt', verdictTable(await report()));
  });

  test('every rule and every block has a row', async () => {
    const { flags, findings } = await report();
    const seen = new Set([
      ...findings.map(({ rule }) => rule),
      ...flags.flatMap(({ blockers }) => blockers.map(({ rule }) => rule)),
    ]);
    const ofRollouts: readonly { readonly id: string }[] = rolloutCheckRules;
    const without = [...checkRules, ...staleBlocks]
      .filter((rule) => !ofRollouts.some(({ id }) => id === rule.id))
      .filter(({ id }) => !seen.has(id));
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});

/** Draft 4, of which the validator knows the words that this schema uses, though not the name. */
const {
  $schema: _draft,
  id: _id,
  ...schema
} = JSON.parse(
  readFileSync(projectPath('test/fixtures/schemas/sarif-schema-2.1.0.json'), 'utf8'),
) as Readonly<Record<string, unknown>>;

describe('formats', () => {
  test('SARIF is valid by the published schema, and its fingerprints are all different', async () => {
    const { output } = await runCheck(root, ['--format', 'sarif']);
    const sarif = JSON.parse(output) as {
      readonly runs: readonly {
        readonly results: readonly {
          readonly ruleId: string;
          readonly partialFingerprints: Readonly<Record<string, string>>;
        }[];
      }[];
    };
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const isValid = ajv.compile(schema);
    expect(isValid(sarif) ? [] : isValid.errors).toEqual([]);
    const results = sarif.runs[0]?.results ?? [];
    const prints = results.map(({ partialFingerprints }) => partialFingerprints['flaglab/v1']);
    expect(prints.length).toBeGreaterThan(20);
    expect(new Set(prints).size).toBe(prints.length);
  });

  test.each(['text', 'markdown', 'csv', 'html'] as const)('%s', async (format) => {
    const { output } = await runCheck(root, ['--format', format]);
    // Line ends of files in git are those of the machine.
    const stable = output
      .replaceAll('\r\n', '\n')
      .replaceAll(/\b[0-9a-f]{10}\b/g, (hash) => (/^\d+$/.test(hash) ? hash : '(hash)'));
    expectGolden(
      `cli/check.${format === 'markdown' ? 'md' : format === 'text' ? 'txt' : format}`,
      stable,
    );
  });

  test('HTML loads nothing', async () => {
    const { output } = await runCheck(root, ['--format', 'html']);
    expect(output).not.toMatch(/<script|<link|<img|\bsrc=|href=|@import|url\(/);
  });
});

describe('exit codes', () => {
  test.each([
    [['--fail-on', 'error'], 1],
    [['--fail-on', 'none'], 0],
    [['--fail-on', 'flag-expired'], 1],
    [['--fail-on', 'flag-keep-unreadable'], 1],
    [['--fail-on', 'rollout-never-ends'], 0],
    [['--fail-on', 'bad'], 2],
    [['--now', '2027-02-30'], 2],
    [['--since', 'no-such-branch'], 2],
    [['--baseline', 'no-such-file.json'], 2],
  ] as const)('%j: %i', async (argv, expected) => {
    const { exitCode } = await runCheck(root, argv);
    expect(exitCode).toBe(expected);
  });

  test('findings in a baseline are not told again', async () => {
    const first = await runCheck(root, ['--format', 'json']);
    const baseline = path.join(folder, 'baseline.json');
    writeFileSync(baseline, first.output);
    const { exitCode, output } = await runCheck(root, [
      '--format',
      'json',
      '--baseline',
      baseline,
      '--fail-on',
      'note',
    ]);
    expect(exitCode).toBe(0);
    expect((JSON.parse(output) as Report).findings).toEqual([]);
  });
});

describe('a change', () => {
  test('as a comment on its pull request', async () => {
    const { exitCode, output } = await runCheck(root, [
      '--since',
      'HEAD~3',
      '--format',
      'markdown',
    ]);
    expect(exitCode).toBe(1);
    expectGolden('cli/check-since.md', output.replaceAll(/\b[0-9a-f]{10}\b/g, '(hash)'));
  });
});

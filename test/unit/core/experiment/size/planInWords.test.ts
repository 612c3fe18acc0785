import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parsePlan } from '../../../../../src/core/experiment/plan/parsePlan';
import { planInWords } from '../../../../../src/core/experiment/size/planInWords';
import { projectPath } from '../../../../house/projectFiles';

const example = readFileSync(
  projectPath('test/workspaces/shop/experiments/new_search.experiment.yaml'),
  'utf8',
);

function words(piece = 'version: 1', by = 'version: 1') {
  expect(example).toContain(piece);
  const { plan } = parsePlan(example.replace(piece, by));
  if (plan === null) throw new Error('The plan is broken.');
  return planInWords(plan);
}

describe('a plan in a few words', () => {
  // 5.2 %, 5 % relative, 80 %: 117,170 a variant by the unpooled z test, 12,000 users a day.
  test('says size, duration and that nothing is to be warned of', () => {
    expect(words()).toEqual({
      short: 'needs 234,340 users · 20 days · plan ok',
      isOk: true,
      full: [],
    });
  });

  test('leaves the days out where nobody comes', () => {
    expect(words('newUnitsPerDay: 12000', 'newUnitsPerDay: 0')?.short).toMatch(
      /^needs 234,340 users · /,
    );
  });

  test('names what is to be warned of, and how much else', () => {
    const peeking = words('analysis: fixed-horizon', 'analysis: fixed-horizon, looks: 20');
    expect(peeking?.short).toBe('needs 234,340 users · 20 days · peeking');
    expect(peeking?.full[0]).toMatch(/24\.8 %/);
    const short = words('power: 0.8', 'power: 0.8, days: 7');
    expect(short?.short).toMatch(/^plans 84,000 of 234,340 users · 7 days · below target power/);
    expect(short?.isOk).toBe(false);
  });

  test('says where there is no size', () => {
    const none = words('power: 0.8', 'power: 0.02');
    expect(none?.short).toBe('the plan has no sample size');
    expect(none?.full).toHaveLength(1);
  });

  test('leaves out what takes long', () => {
    expect(words('kind: proportion', 'kind: proportion\n    test: fisher-exact')).toBeNull();
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { durationText } from '../../../../../src/core/rollout/edit/durationText';
import { writeHandle } from '../../../../../src/core/rollout/edit/writeHandle';
import { durationSeconds } from '../../../../../src/core/rollout/read/durationSeconds';
import type { RolloutHandle } from '../../../../../src/core/rollout/read/rolloutHandle';
import { readRollouts } from '../../../../../src/core/rollout/read/registry';
import { writeRollout } from '../../../../../src/core/rollout/write/writeRollout';
import { applyTextEdits } from '../../../../../src/core/syntax/applyTextEdits';

function fixture(name: string): string {
  return readFileSync(new URL(`../../../../fixtures/rollouts/${name}`, import.meta.url), 'utf8');
}

function handles(text: string, rollout = 0): readonly RolloutHandle[] {
  return readRollouts({ file: 'f', text }).rollouts[rollout]?.handles ?? [];
}

function changed(text: string, id: string, value: number, rollout = 0): string {
  const handle = handles(text, rollout).find((one) => one.id === id);
  if (handle === undefined) throw new Error(`No handle ${id}.`);
  const edit = writeHandle(handle, value);
  return edit === null ? text : applyTextEdits(text, [edit]);
}

const canary = (analysis: string) => `apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: checkout }
spec:
  analysis:
    interval: 1m # each minute
${analysis}
    metrics:
      - { name: request-success-rate, thresholdRange: { min: 99 }, interval: "1m" }
`;

describe('a number is changed alone, with its comments and quotes', () => {
  const text = canary('    threshold: 10\n    maxWeight: 50\n    stepWeight: 5 # careful');

  test.each([
    ['spec.analysis.stepWeight', 10, 'stepWeight: 5 # careful', 'stepWeight: 10 # careful'],
    ['spec.analysis.interval', 90, 'interval: 1m # each', 'interval: 90s # each'],
    ['spec.analysis.threshold', 3, 'threshold: 10', 'threshold: 3'],
    ['spec.analysis.metrics[0].interval', 300, 'interval: "1m"', 'interval: "5m"'],
    ['spec.analysis.metrics[0].thresholdRange.min', 99.5, 'min: 99 }', 'min: 99.5 }'],
  ])('%s to %s', (id, value, before, after) => {
    expect(changed(text, id, value)).toBe(text.replace(before, after));
  });

  test.each([
    ['spec.analysis.stepWeight', 101],
    ['spec.analysis.stepWeight', 0],
    ['spec.analysis.interval', 5],
    ['spec.analysis.threshold', 10],
    ['spec.analysis.threshold', Number.NaN],
  ])('%s to %s is no change', (id, value) => {
    expect(changed(text, id, value)).toBe(text);
  });

  test('a pause that is a number of seconds stays one', () => {
    const rollout = fixture('argo-rollouts/background.yaml').replace(
      /duration: 10m/,
      'duration: 600',
    );
    const first = handles(rollout).find(({ written }) => written === '600');
    expect(first?.value).toBe(600);
    expect(changed(rollout, first?.id ?? '', 900)).toContain('duration: 900');
  });
});

describe('what a change would move elsewhere has no handle', () => {
  test('an anchor and its aliases', () => {
    const text = canary('    threshold: &ten 10\n    maxWeight: 50\n    stepWeight: *ten');
    expect(handles(text).map(({ id }) => id)).not.toContain('spec.analysis.threshold');
    expect(handles(text).map(({ id }) => id)).not.toContain('spec.analysis.stepWeight');
  });

  test('a part that is merged into others', () => {
    const text = `common: &common { threshold: 10, stepWeight: 5 }\n---\n${canary('    threshold: 10\n    stepWeight: 5')}`;
    expect(handles(text).map(({ id }) => id)).toContain('spec.analysis.threshold');
    const merged = canary('    maxWeight: 50\n    <<: *common').replace(
      'spec:',
      'x: &common { threshold: 10, stepWeight: 5 }\nspec:',
    );
    expect(handles(merged).map(({ id }) => id)).toContain('spec.analysis.maxWeight');
    expect(handles(merged).map(({ id }) => id)).not.toContain('spec.analysis.threshold');
  });

  test('a template in another file', () => {
    const [rollout = '', template = ''] = fixture('argo-rollouts/background.yaml').split(/^---$/m);
    const both = [rollout, template].find((part) => part.includes('kind: Rollout')) ?? '';
    const other = [rollout, template].find((part) => part.includes('kind: AnalysisTemplate')) ?? '';
    const { rollouts } = readRollouts({ file: 'a', text: both }, [{ file: 'b', text: other }]);
    expect(rollouts[0]?.strategy).not.toBeNull();
    expect(rollouts[0]?.handles.some(({ label }) => label.includes('failure limit'))).toBe(false);
  });
});

describe.each([
  'argo-rollouts/background.yaml',
  'argo-rollouts/blueGreen.yaml',
  'argo-rollouts/pods.yaml',
  'flagger/podinfo.yaml',
  'flagger/iterations.yaml',
  'go-feature-flag/flags.yaml',
  'kayenta/config.json',
  'plan/rings.experiment.yaml',
])('%s', (name) => {
  const text = fixture(name);

  test('each number, changed, is read back as it was asked, and nothing else of the text moves', () => {
    const { rollouts } = readRollouts({ file: 'f', text });
    for (const [at, { handles: all }] of rollouts.entries()) {
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      for (const handle of all) {
        const wanted = Math.min(handle.most, Math.max(handle.least, handle.value + 1));
        const after = changed(text, handle.id, wanted, at);
        expect(handles(after, at).find(({ id }) => id === handle.id)?.value).toBe(wanted);
        expect(after.split('\n').filter((line, i) => line !== text.split('\n')[i])).toHaveLength(
          wanted === handle.value ? 0 : 1,
        );
        expect(changed(after, handle.id, handle.value, at).length).toBeLessThanOrEqual(
          text.length + 4,
        );
      }
    }
  });

  test('a changed rollout, written as manifests of its own, is the same rollout', () => {
    for (const handle of handles(text).filter(({ parts }) => parts.length > 0)) {
      const wanted = Math.min(handle.most, handle.value + 1);
      const [rollout] = readRollouts({
        file: 'f',
        text: changed(text, handle.id, wanted),
      }).rollouts;
      const written = rollout === undefined ? null : writeRollout(rollout);
      if (written === null || rollout === undefined) continue;
      expect(readRollouts({ file: 'f', text: written }).rollouts[0]?.strategy).toEqual(
        rollout.strategy,
      );
    }
  });
});

test.each([
  [0, '0s'],
  [45, '45s'],
  [60, '1m'],
  [90, '90s'],
  [120, '2m'],
  [150, '2m30s'],
  [5400, '1h30m'],
  [86_400, '24h'],
])('%i seconds are %s', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
  expect(durationSeconds(text)).toBe(seconds);
});

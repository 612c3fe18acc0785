import type { RolloutTraffic } from '../../model/rolloutTraffic';
import type { FlaggerMode, FlaggerSettings } from '../../strategies/flaggerSettings';
import { durationSeconds } from '../durationSeconds';
import type { ManifestField } from '../manifestField';
import type { ReadRollout } from '../readRollout';
import { flaggerHandles } from './flaggerHandles';
import { weightOf } from '../weightOf';
import { type FlaggerTemplates, readFlaggerMetric } from './readFlaggerMetrics';

/** A Flagger `Canary` with the MetricTemplates it names. */
export function readFlaggerCanary(
  document: ManifestField,
  templates: FlaggerTemplates,
): ReadRollout {
  const spec = document.get('spec');
  const analysis = spec.get('analysis').exists ? spec.get('analysis') : spec.get('canaryAnalysis');
  const assumptions: string[] = [];
  const unread: string[] = [];
  const metrics = analysis
    .get('metrics')
    .items()
    .flatMap((metric) => {
      const gate = readFlaggerMetric(metric, templates);
      if (gate === null) unread.push(metric.get('name').text() ?? 'metric');
      return gate ?? [];
    });
  const isSkipped = !analysis.exists || spec.get('skipAnalysis').boolean() === true;
  const mode = isSkipped ? atOnce : readMode(analysis, spec, assumptions);
  const confirms = readWebhooks(analysis);
  const settings: FlaggerSettings | null = mode && {
    kind: 'flagger',
    intervalSeconds: readInterval(analysis),
    threshold: Math.max(1, analysis.get('threshold').number() ?? 1),
    mode,
    metrics: isSkipped ? [] : metrics,
    confirms,
  };
  const isUnreadable = metrics.length === 0 && unread.length > 0;
  return {
    format: 'flagger',
    name: document.at('metadata.name').text() ?? 'canary',
    strategy: isUnreadable ? null : settings,
    traffic: readTraffic(analysis, assumptions, mode),
    places: placesOf(analysis),
    handles: isSkipped || mode === null ? [] : flaggerHandles(analysis, mode),
    assumptions,
    unread,
  };
}

/** Without an analysis Flagger promotes at once. */
const atOnce: FlaggerMode = { kind: 'canary', weights: [100], mirror: false };

function placesOf(analysis: ManifestField) {
  const keys = ['stepWeight', 'stepWeights', 'iterations', 'threshold'];
  const fields = keys.map((key) => analysis.get(key)).filter(({ exists }) => exists);
  const first = fields[0];
  if (first !== undefined) return [first.span];
  return analysis.exists ? [analysis.span] : [];
}

/** The default of a minute, and the least of 10 seconds. Source: `GetAnalysisInterval`. */
function readInterval(analysis: ManifestField): number {
  const interval = analysis.get('interval');
  const text = interval.text();
  if (text === null) return 60;
  const seconds = durationSeconds(text);
  if (seconds !== null) return Math.max(10, seconds);
  interval.refuse(`"${text}" is no duration; Flagger takes a minute then.`);
  return 60;
}

function readMode(
  analysis: ManifestField,
  spec: ManifestField,
  assumptions: string[],
): FlaggerMode | null {
  const iterations = analysis.get('iterations').number() ?? 0;
  const mirror = analysis.get('mirror').boolean() ?? false;
  const isKubernetes = spec.get('provider').text() === 'kubernetes';
  const hasMatch = analysis.get('match').items().length > 0 && !isKubernetes;
  if (iterations > 0 && hasMatch) {
    assumptions.push('10 % of traffic that the match rules take');
    return { kind: 'a-b', iterations };
  }
  if (iterations > 0) return { kind: 'blue-green', iterations, mirror };
  if (isKubernetes) {
    // Source: scheduler.go, advanceCanary: no weights with the kubernetes provider.
    assumptions.push('10 iterations, which Flagger takes for the provider kubernetes');
    return { kind: 'blue-green', iterations: 10, mirror: false };
  }
  return readWeights(analysis, mirror);
}

/** Weights one after the other, as `nextStepWeight` and `maxWeight` give them. */
function readWeights(analysis: ManifestField, mirror: boolean): FlaggerMode | null {
  const list = analysis.get('stepWeights').items();
  const stepField = analysis.get('stepWeight');
  if (list.length > 0 && !(stepField.number() ?? 0)) {
    const weights = list.map((weight) => weightOf(weight));
    const known = weights.filter((weight) => weight !== null);
    return known.length < weights.length ? null : { kind: 'canary', weights: known, mirror };
  }
  const last = analysis.get('maxWeight').exists ? weightOf(analysis.get('maxWeight')) : 100;
  if (last === null) return null;
  if (!stepField.exists) {
    stepField.say(
      'error',
      'rollout-no-steps',
      `${analysis.path}: without stepWeight, stepWeights or iterations Flagger never moves any traffic.`,
    );
    return null;
  }
  const step = weightOf(stepField);
  if (step === null) return null;
  if (step === 0) {
    stepField.say(
      'error',
      'rollout-weight',
      `${stepField.path}: steps of 0 % never move any traffic.`,
    );
    return null;
  }
  const weights: number[] = [];
  for (let weight = step; weights.length < 100; weight += step) {
    weights.push(Math.min(100, weight));
    if (weight >= (last === 0 ? 100 : last)) break;
  }
  return { kind: 'canary', weights, mirror };
}

const confirming: Readonly<Record<string, FlaggerSettings['confirms'][number]>> = {
  'confirm-rollout': 'rollout',
  'confirm-traffic-increase': 'traffic-increase',
  'confirm-promotion': 'promotion',
};

function readWebhooks(analysis: ManifestField): FlaggerSettings['confirms'] {
  const confirms: FlaggerSettings['confirms'][number][] = [];
  for (const webhook of analysis.get('webhooks').items()) {
    const type = webhook.get('type').text() ?? 'rollout';
    const confirm = confirming[type];
    if (confirm !== undefined) confirms.push(confirm);
    const isCheck =
      type === 'rollout' && !/load|hey|wrk|cmd/i.test(webhook.get('name').text() ?? '');
    if (isCheck && !webhook.at('metadata.cmd').exists) {
      webhook.say(
        'information',
        'rollout-unsupported',
        `${webhook.path}: what a webhook answers is not simulated; it is taken to pass.`,
      );
    }
  }
  return confirms;
}

/** `hey -q 10 -c 2` sends 20 requests a second. */
function readTraffic(
  analysis: ManifestField,
  assumptions: string[],
  mode: FlaggerMode | null,
): Partial<RolloutTraffic> {
  const sticky = analysis.get('sessionAffinity').exists ? { routing: 'sticky' as const } : {};
  if (mode?.kind !== 'blue-green') return sticky;
  const commands = analysis
    .get('webhooks')
    .items()
    .map((hook) => hook.at('metadata.cmd').text() ?? '');
  const rates = commands.flatMap((command) => {
    const perWorker = /\s-q\s+(\d+)/.exec(command)?.[1];
    const workers = /\s-c\s+(\d+)/.exec(command)?.[1];
    return perWorker === undefined ? [] : [Number(perWorker) * Number(workers ?? 50)];
  });
  const rate = rates.reduce((sum, one) => sum + one, 0);
  if (rate > 0) return { ...sticky, testRequestsPerSecond: rate };
  if (!mode.mirror) assumptions.push('a load test of 10 requests a second before promotion');
  return sticky;
}

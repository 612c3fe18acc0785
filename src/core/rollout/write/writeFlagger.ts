import type { JsonValue } from '../../model/json';
import type { Gate } from '../model/gate';
import type { RolloutTraffic } from '../model/rolloutTraffic';
import { isAtBreak, verdictOf } from '../model/verdictTable';
import type { FlaggerMode, FlaggerSettings } from '../strategies/flaggerSettings';
import { writeQuery } from './writeQuery';

/** A Flagger `Canary` and its MetricTemplates, a document each; null where a metric has no query that is read. */
export function writeFlagger(
  name: string,
  settings: FlaggerSettings,
  traffic: Partial<RolloutTraffic>,
): readonly JsonValue[] | null {
  const templates: JsonValue[] = [];
  const metrics: JsonValue[] = [];
  for (const gate of settings.metrics) {
    const written = metricOf(gate);
    if (written === null) return null;
    metrics.push(written.metric);
    if (written.template !== null) templates.push(written.template);
  }
  const webhooks = webhooksOf(settings, traffic);
  const canary = {
    apiVersion: 'flagger.app/v1beta1',
    kind: 'Canary',
    metadata: { name },
    spec: {
      targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      service: { port: 80 },
      analysis: {
        interval: `${settings.intervalSeconds}s`,
        threshold: settings.threshold,
        ...modeOf(settings.mode),
        ...(traffic.routing === 'sticky' && { sessionAffinity: { cookieName: 'canary' } }),
        metrics,
        ...(webhooks.length > 0 && { webhooks }),
      },
    },
  };
  return [canary, ...templates];
}

function modeOf(mode: FlaggerMode): Readonly<Record<string, JsonValue>> {
  switch (mode.kind) {
    case 'canary':
      return { stepWeights: mode.weights, ...(mode.mirror && { mirror: true }) };
    case 'a-b':
      return { iterations: mode.iterations, match: [{ headers: { canary: { exact: 'always' } } }] };
    case 'blue-green':
      return { iterations: mode.iterations, ...(mode.mirror && { mirror: true }) };
  }
}

function webhooksOf(
  { confirms, mode }: FlaggerSettings,
  traffic: Partial<RolloutTraffic>,
): JsonValue[] {
  const url = 'http://flagger-loadtester/';
  const hooks: JsonValue[] = confirms.map((confirm) => ({
    name: confirm,
    type: `confirm-${confirm}`,
    url,
  }));
  const rate = traffic.testRequestsPerSecond;
  if (mode.kind === 'blue-green' && rate !== undefined) {
    hooks.push({
      name: 'load-test',
      url,
      metadata: { cmd: `hey -z 1m -q ${rate} -c 1 http://canary/` },
    });
  }
  return hooks;
}

/** A gate as Flagger's own metric where it is one, else with a template; null where its query or its limits cannot be written. */
function metricOf(
  gate: Gate,
): { readonly metric: JsonValue; readonly template: JsonValue | null } | null {
  const { signal, verdicts, windowSeconds, name } = gate;
  const { breaks, between } = verdicts;
  const isFloor = between[0] === 'fail';
  const isCeiling = between.at(-1) === 'fail' && breaks.length > 0;
  const thresholdRange = {
    ...(isFloor && { min: breaks[0] as number }),
    ...(isCeiling && { max: breaks.at(-1) as number }),
  };
  const own = { name, interval: `${windowSeconds}s`, thresholdRange };
  const isSuccess =
    name === 'request-success-rate' && signal.kind === 'share' && isAtBreak(signal.scale, 100);
  const isDuration =
    name === 'request-duration' &&
    signal.kind === 'quantile' &&
    signal.quantile === 0.99 &&
    signal.scale === 1;
  if (isSuccess || isDuration) return { metric: own, template: null };
  const query = writeQuery(gate);
  if (query === null) return null;
  const isDefaulted = verdicts.empty === 'pass';
  if (isDefaulted && verdictOf(verdicts, 0) !== 'pass') return null;
  const template = {
    apiVersion: 'flagger.app/v1beta1',
    kind: 'MetricTemplate',
    metadata: { name },
    spec: {
      provider: { type: 'prometheus', address: 'http://prometheus:9090' },
      query: isDefaulted ? `${query} or vector(0)` : query,
    },
  };
  return { metric: { ...own, templateRef: { name } }, template };
}

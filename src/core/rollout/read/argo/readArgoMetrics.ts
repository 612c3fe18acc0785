import type { ArgoMetric } from '../../strategies/argoSettings';
import { verdictsOfConditions } from '../condition/verdictsOfConditions';
import { durationSeconds } from '../durationSeconds';
import type { ManifestField } from '../manifestField';
import { queryGate } from '../queryGate';
import { handlesOf, type RolloutHandle } from '../rolloutHandle';
import {
  argumentsOf,
  type ArgoArguments,
  type ArgoTemplates,
  filled,
  filledQuery,
} from './argoTemplates';

/** The metrics of an analysis, those that cannot be simulated by name. */
export interface ReadArgoMetrics {
  readonly metrics: readonly ArgoMetric[];
  readonly unread: readonly string[];
  readonly handles: readonly RolloutHandle[];
}

const mostNestedTemplates = 10;

/** The metrics of an analysis (`templates`, `args`, `dryRun`) with those of its templates. */
export function readArgoMetrics(
  analysis: ManifestField,
  templates: ArgoTemplates,
): ReadArgoMetrics {
  const metrics: ArgoMetric[] = [];
  const unread: string[] = [];
  const handles: RolloutHandle[] = [];
  const args = argumentsOf(analysis.get('args'));
  const dryRun = new Set(
    analysis
      .get('dryRun')
      .items()
      .flatMap((item) => item.get('metricName').text() ?? []),
  );
  const isDryRun = (name: string) => dryRun.has(name) || dryRun.has('.*');
  const readAll = (list: ManifestField, depth: number): void => {
    for (const reference of list.items()) {
      const name = reference.get('templateName').text();
      const template = name === null ? undefined : templates.get(name);
      if (template === undefined) {
        reference.refuse(
          `the AnalysisTemplate "${name ?? ''}" is not in the files given: name its file as well. It is taken to pass.`,
        );
        unread.push(name ?? '');
        continue;
      }
      const all = new Map([...argumentsOf(template.get('args')), ...args]);
      for (const field of template.get('metrics').items()) {
        const metric = readMetric(field, all);
        const metricName = field.get('name').text() ?? '';
        if (metric === null) unread.push(metricName);
        else metrics.push({ ...metric, dryRun: isDryRun(metricName) });
        if (metric !== null) handles.push(...metricHandles(field, metricName));
      }
      if (depth < mostNestedTemplates) readAll(template.get('templates'), depth + 1);
    }
  };
  readAll(analysis.get('templates'), 0);
  return { metrics, unread, handles };
}

/** In seconds. What is measured more often is measured whenever the controller happens to run. */
const shortestInterval = 1;

function metricHandles(field: ManifestField, name: string): readonly RolloutHandle[] {
  const number = (key: string, words: string, least = 0) =>
    handlesOf(field.get(key), { label: `${name}: ${words}`, quantity: 'count', least });
  const time = (key: string, words: string, least = 0) =>
    handlesOf(field.get(key), { label: `${name}: ${words}`, quantity: 'duration', least });
  return [
    ...time('interval', 'interval', shortestInterval),
    ...time('initialDelay', 'initial delay'),
    ...number('count', 'count', 1),
    ...number('failureLimit', 'failure limit', -1),
    ...number('inconclusiveLimit', 'inconclusive limit', -1),
    ...number('consecutiveErrorLimit', 'limit of errors in a row', -1),
  ];
}

function readMetric(field: ManifestField, args: ArgoArguments): ArgoMetric | null {
  const name = field.get('name').text() ?? 'metric';
  const gate = readGate(field, name, args);
  if (gate === null) return null;
  const number = (key: string): number | null => numberOf(field.get(key), args);
  const seconds = (key: string): number | null => secondsOf(field.get(key), args);
  return {
    gate,
    intervalSeconds: intervalOf(field.get('interval'), args),
    initialDelaySeconds: seconds('initialDelay') ?? 0,
    count: number('count'),
    failureLimit: number('failureLimit') ?? 0,
    inconclusiveLimit: number('inconclusiveLimit') ?? 0,
    consecutiveErrorLimit: number('consecutiveErrorLimit') ?? 4,
    consecutiveSuccessLimit: number('consecutiveSuccessLimit') ?? 0,
    dryRun: false,
  };
}

function readGate(field: ManifestField, name: string, args: ArgoArguments) {
  const provider = field.get('provider');
  const prometheus = provider.get('prometheus');
  if (!prometheus.exists) {
    const [which = 'none'] = provider.keys();
    provider
      .get(which)
      .refuse(
        `metrics of the provider ${which} are not simulated, only those of prometheus. "${name}" is taken to pass.`,
      );
    return null;
  }
  if (prometheus.get('rangeQuery').exists) {
    prometheus
      .get('rangeQuery')
      .refuse(`range queries are not simulated. "${name}" is taken to pass.`);
    return null;
  }
  const query = prometheus.get('query');
  return queryGate({
    name,
    query: filledQuery(query.text() ?? '', args),
    field: query,
    verdictsOf: (emptyValue) => readVerdicts(field, args, emptyValue),
  });
}

function readVerdicts(field: ManifestField, args: ArgoArguments, emptyValue: number | null) {
  const condition = (key: string): string | null => {
    const text = field.get(key).text();
    return text === null ? null : (filled(text, args) ?? 'unknown');
  };
  const reading = verdictsOfConditions(
    { success: condition('successCondition'), failure: condition('failureCondition') },
    emptyValue,
  );
  if (reading.kind === 'verdicts') return reading.verdicts;
  field
    .get(`${reading.which}Condition`)
    .refuse(
      'this condition is not understood: read are comparisons of result with constants, and, or, not, len, isNaN, default, all and any. The metric is taken to pass.',
    );
  return null;
}

function numberOf(field: ManifestField, args: ArgoArguments): number | null {
  const direct = field.number();
  const text = field.text();
  if (direct !== null || text === null) return direct;
  const value = Number(filled(text, args) ?? NaN);
  if (Number.isFinite(value)) return value;
  field.refuse(`"${text}" is no number that is known here; its default is taken.`);
  return null;
}

function intervalOf(field: ManifestField, args: ArgoArguments): number | null {
  const seconds = secondsOf(field, args);
  if (seconds === null || seconds >= shortestInterval) return seconds;
  field.refuse(
    'a metric with so short an interval is measured whenever the controller runs, which cannot be known here; 1 second is taken.',
  );
  return shortestInterval;
}

function secondsOf(field: ManifestField, args: ArgoArguments): number | null {
  const text = field.text();
  if (text === null) return null;
  const seconds = durationSeconds(filled(text, args) ?? '');
  if (seconds === null)
    field.refuse(`"${text}" is no duration that is known here; its default is taken.`);
  return seconds;
}

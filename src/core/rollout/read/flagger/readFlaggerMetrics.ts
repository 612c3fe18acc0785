import type { Gate, Signal } from '../../model/gate';
import { durationSeconds } from '../durationSeconds';
import type { ManifestField } from '../manifestField';
import { queryGate } from '../queryGate';
import { flaggerRange } from './flaggerRange';

/** MetricTemplates by their name. */
export type FlaggerTemplates = ReadonlyMap<string, ManifestField>;

/** The MetricTemplates among documents. */
export function flaggerTemplates(documents: readonly ManifestField[]): FlaggerTemplates {
  return new Map(
    documents.flatMap((document) => {
      const name = document.at('metadata.name').text();
      const isTemplate = document.get('kind').text() === 'MetricTemplate';
      return isTemplate && name !== null ? [[name, document.get('spec')] as const] : [];
    }),
  );
}

const builtins: Readonly<Record<string, Signal>> = {
  'request-success-rate': { kind: 'share', metric: 'error-rate', of: 'good', scale: 100 },
  'request-duration': { kind: 'quantile', metric: 'latency', quantile: 0.99, scale: 1 },
};

/** The gate of one metric of an analysis; null, and said, where it is not simulated. */
export function readFlaggerMetric(metric: ManifestField, templates: FlaggerTemplates): Gate | null {
  const name = metric.get('name').text() ?? 'metric';
  const windowSeconds = readWindow(metric);
  const builtin = builtins[name];
  const verdicts = readRange(metric, name);
  if (builtin !== undefined && !metric.get('templateRef').exists) {
    return { name, signal: builtin, windowSeconds, verdicts };
  }
  const inline = metric.get('query');
  if (inline.exists) return gateOf(metric, { name, query: inline, windowSeconds });
  const reference = metric.get('templateRef');
  const template = templates.get(reference.get('name').text() ?? '');
  if (template === undefined) {
    (reference.exists ? reference : metric).refuse(
      reference.exists
        ? `the MetricTemplate "${reference.get('name').text() ?? ''}" is not in the files given: name its file as well. "${name}" is taken to pass.`
        : `"${name}" is none of Flagger's own metrics and has neither query nor templateRef. It is taken to pass.`,
    );
    return null;
  }
  const provider = template.at('provider.type');
  if (provider.exists && provider.text() !== 'prometheus') {
    provider.refuse(
      `metrics of the provider ${provider.text() ?? ''} are not simulated, only those of prometheus. "${name}" is taken to pass.`,
    );
    return null;
  }
  return gateOf(metric, { name, query: template.get('query'), windowSeconds });
}

function gateOf(
  metric: ManifestField,
  {
    name,
    query,
    windowSeconds,
  }: { readonly name: string; readonly query: ManifestField; readonly windowSeconds: number },
): Gate | null {
  const text = (query.text() ?? '')
    .replaceAll(/\{\{\s*interval\s*\}\}/g, `${windowSeconds}s`)
    .replaceAll(/\{\{[^}]*\}\}/g, 'value');
  return queryGate({
    name,
    query: text,
    field: query,
    verdictsOf: (emptyValue) => {
      const verdicts = readRange(metric, name);
      if (emptyValue === null) return verdicts;
      const fails = verdicts.breaks.length > 0 && isOutside(metric, emptyValue);
      return { ...verdicts, empty: fails ? 'fail' : 'pass' };
    },
  });
}

function isOutside(metric: ManifestField, value: number): boolean {
  const range = metric.get('thresholdRange');
  const [least, most] = [range.get('min').number(), range.get('max').number()];
  return (least !== null && value < least) || (most !== null && value > most);
}

/** `thresholdRange`, else the old `threshold`: a floor for the success rate, a ceiling for all else; 0 where nothing is said. */
function readRange(metric: ManifestField, name: string) {
  const range = metric.get('thresholdRange');
  if (range.exists) return flaggerRange(range.get('min').number(), range.get('max').number());
  const threshold = metric.get('threshold').number() ?? 0;
  return name === 'request-success-rate'
    ? flaggerRange(threshold, null)
    : flaggerRange(null, threshold);
}

/** The metric's own window, a minute by default. */
function readWindow(metric: ManifestField): number {
  const interval = metric.get('interval');
  const text = interval.text();
  if (text === null) return 60;
  const seconds = durationSeconds(text);
  if (seconds !== null && seconds > 0) return seconds;
  interval.refuse(`"${text}" is no duration; a minute is taken.`);
  return 60;
}

import type { Signal } from '../../model/gate';
import type { KayentaMetric } from '../../kayenta/kayentaMetric';
import type { KayentaCanaryMetric, KayentaSettings } from '../../strategies/kayentaSettings';
import type { ManifestField } from '../manifestField';
import { signalOfQuery } from '../promql/signalOfQuery';
import type { ReadRollout } from '../readRollout';
import { handlesOf, type RolloutHandle } from '../rolloutHandle';

/** Whether a document is a canary config of Kayenta: metrics with analysisConfigurations, or a classifier. */
export function isKayentaConfig(document: ManifestField): boolean {
  const metrics = document.get('metrics').items();
  if (metrics.length === 0 || document.get('kind').exists) return false;
  const isJudged = metrics.some((metric) => metric.get('analysisConfigurations').exists);
  return isJudged || (document.get('classifier').exists && document.get('judge').exists);
}

/** What a canary config does not say, as its stage does by default. */
const usualStage = {
  weight: 5,
  warmUpSeconds: 0,
  lifetimeSeconds: 3 * 3600,
  intervalSeconds: 3600,
  lookbackSeconds: null,
  stepSeconds: 60,
  pass: 95,
  marginal: 75,
} as const;

/** A canary config of Kayenta (JSON or YAML). Its stage, which says how long and how strictly, stands elsewhere. */
export function readKayentaConfig(document: ManifestField): ReadRollout {
  const assumptions = [
    'the stage as recommended: 3 hours, judged each hour, a point a minute, marginal 75, pass 95, 5 % of traffic for the canary and as much for its baseline',
  ];
  const unread: string[] = [];
  const metrics = document
    .get('metrics')
    .items()
    .flatMap((field): readonly KayentaCanaryMetric[] => {
      const name = field.get('name').text() ?? 'metric';
      const signal = signalOfMetric(field, name);
      if (signal === null) {
        field.get('query').refuse(`what "${name}" measures is not known; it is left out.`);
        unread.push(name);
        return [];
      }
      const canary = field.at('analysisConfigurations.canary');
      const groups = field
        .get('groups')
        .items()
        .flatMap((group) => group.text() ?? []);
      return [
        {
          name,
          groups,
          signal,
          muted: canary.get('muted').boolean() ?? false,
          judge: readJudge(canary),
        },
      ];
    });
  const weights = document.at('classifier.groupWeights');
  const strategy: KayentaSettings = {
    kind: 'kayenta',
    ...usualStage,
    metrics,
    groupWeights: Object.fromEntries(
      weights.keys().map((key) => [key, weights.get(key).number() ?? 0]),
    ),
  };
  return {
    format: 'kayenta',
    name: document.get('name').text() ?? 'canary config',
    strategy: metrics.length === 0 ? null : strategy,
    traffic: {},
    places: [document.get('metrics').span],
    handles: document.get('metrics').items().flatMap(effectHandles),
    assumptions,
    unread,
  };
}

function effectHandles(field: ManifestField): readonly RolloutHandle[] {
  const effect = field.at('analysisConfigurations.canary.effectSize');
  const name = field.get('name').text() ?? 'metric';
  const of = (key: string, words: string) =>
    handlesOf(effect.get(key), { label: `${name}: ${words}`, quantity: 'level' });
  return [
    ...of('allowedIncrease', 'allowed increase'),
    ...of('allowedDecrease', 'allowed decrease'),
    ...of('criticalIncrease', 'critical increase'),
    ...of('criticalDecrease', 'critical decrease'),
  ];
}

/** Source: Kayenta `NetflixACAJudge.classifyMetric`; unknown words are the defaults there, too. */
function readJudge(canary: ManifestField): KayentaMetric {
  const effect = canary.get('effectSize');
  const measure = effect.get('measure').text() === 'cles' ? 'cles' : 'meanRatio';
  const none = measure === 'cles' ? 0.5 : 1;
  const direction = canary.get('direction').text();
  return {
    direction: direction === 'increase' || direction === 'decrease' ? direction : 'either',
    nanStrategy: canary.get('nanStrategy').text() === 'replace' ? 'replace' : 'remove',
    outliers: {
      strategy: canary.at('outliers.strategy').text() === 'remove' ? 'remove' : 'keep',
      factor: canary.at('outliers.outlierFactor').number() ?? 3,
    },
    effectSize: {
      measure,
      allowedIncrease: effect.get('allowedIncrease').number() ?? none,
      allowedDecrease: effect.get('allowedDecrease').number() ?? none,
      criticalIncrease: effect.get('criticalIncrease').number() ?? none,
      criticalDecrease: effect.get('criticalDecrease').number() ?? none,
    },
    critical: canary.get('critical').boolean() ?? false,
    mustHaveData: canary.get('mustHaveData').boolean() ?? false,
  };
}

/** By the query where it is PromQL, else by the metric's names, which say what they are as a rule. */
function signalOfMetric(field: ManifestField, name: string): Signal | null {
  const query = field.get('query');
  const inline = (query.get('customInlineTemplate').text() ?? '').replace(/^PromQL:/i, '');
  const known = inline === '' ? null : signalOfQuery(inline.replaceAll(/\$\{[^}]*\}/g, 'value'));
  if (known !== null) return known.signal;
  const words = [name, query.get('metricName').text() ?? ''].join(' ').toLowerCase();
  if (/error|fail|exception|5xx|4xx/.test(words)) {
    return { kind: 'share', metric: 'error-rate', of: 'bad', scale: 1 };
  }
  if (/success|availab/.test(words)) {
    return { kind: 'share', metric: 'error-rate', of: 'good', scale: 1 };
  }
  if (/latenc|duration|response.?time|\bp\d\d/.test(words)) {
    const percent = /p(\d\d)/.exec(words)?.[1];
    const quantile = percent === undefined ? 0.5 : Number(percent) / 100;
    return {
      kind: 'quantile',
      metric: 'latency',
      quantile: quantile === 0 ? 0.5 : quantile,
      scale: 1,
    };
  }
  if (/cpu|memory|ram|saturation|heap|threads|load|utili[sz]ation/.test(words)) {
    return { kind: 'gauge', metric: 'saturation', scale: 1 };
  }
  return null;
}

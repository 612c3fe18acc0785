import type { JsonValue } from '../../model/json';
import type { ArgoBlueGreen, ArgoCanary, ArgoMetric, ArgoStep } from '../strategies/argoSettings';
import { writeConditions } from './writeConditions';
import { writeQuery } from './writeQuery';

/** Collects AnalysisTemplates while a rollout is written. */
class Templates {
  readonly documents: JsonValue[] = [];
  isWhole = true;

  /** An analysis with these metrics: one template for each list. */
  analysis(metrics: readonly ArgoMetric[]): Readonly<Record<string, JsonValue>> {
    const name = `analysis-${this.documents.length + 1}`;
    this.documents.push({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AnalysisTemplate',
      metadata: { name },
      spec: { metrics: metrics.map((metric) => this.#metric(metric)) },
    });
    const dryRun = metrics
      .filter((metric) => metric.dryRun)
      .map(({ gate }) => ({ metricName: gate.name }));
    return { templates: [{ templateName: name }], ...(dryRun.length > 0 && { dryRun }) };
  }

  #metric(metric: ArgoMetric): JsonValue {
    const query = writeQuery(metric.gate);
    if (query === null) this.isWhole = false;
    return {
      name: metric.gate.name,
      ...(metric.intervalSeconds !== null && { interval: `${metric.intervalSeconds}s` }),
      ...(metric.initialDelaySeconds > 0 && { initialDelay: `${metric.initialDelaySeconds}s` }),
      ...(metric.count !== null && { count: metric.count }),
      failureLimit: metric.failureLimit,
      inconclusiveLimit: metric.inconclusiveLimit,
      consecutiveErrorLimit: metric.consecutiveErrorLimit,
      consecutiveSuccessLimit: metric.consecutiveSuccessLimit,
      ...writeConditions(metric.gate.verdicts),
      provider: { prometheus: { query: query ?? '' } },
    };
  }
}

/** An Argo `Rollout` and its AnalysisTemplates, a document each; null where a metric has no query that is read. */
export function writeArgo(
  name: string,
  settings: ArgoCanary | ArgoBlueGreen,
): readonly JsonValue[] | null {
  const templates = new Templates();
  const strategy =
    settings.kind === 'argo-canary'
      ? canaryOf(settings, templates)
      : blueGreenOf(settings, templates);
  const pods = settings.kind === 'argo-canary' ? settings.pods : null;
  const rollout = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name },
    spec: { ...(pods !== null && { replicas: pods.replicas }), strategy },
  };
  return templates.isWhole ? [rollout, ...templates.documents] : null;
}

function canaryOf({ steps, pods, background }: ArgoCanary, templates: Templates): JsonValue {
  return {
    canary: {
      ...(pods === null ? { trafficRouting: { plugins: {} } } : { maxSurge: pods.maxSurge }),
      ...(background !== null && {
        analysis: {
          ...templates.analysis(background.metrics),
          startingStep: background.startingStep,
        },
      }),
      steps: steps.map((step) => stepOf(step, templates)),
    },
  };
}

function stepOf(step: ArgoStep, templates: Templates): JsonValue {
  switch (step.kind) {
    case 'set-weight':
      return { setWeight: step.weight };
    case 'pause':
      return { pause: step.seconds === null ? {} : { duration: `${step.seconds}s` } };
    case 'mirror':
      return { setMirrorRoute: { name: 'mirror', percentage: step.percentage } };
    case 'analysis':
      return { analysis: templates.analysis(step.metrics) };
  }
}

function blueGreenOf(settings: ArgoBlueGreen, templates: Templates): JsonValue {
  const { prePromotion, postPromotion, autoPromotion, autoPromotionSeconds } = settings;
  return {
    blueGreen: {
      activeService: 'active',
      previewService: 'preview',
      autoPromotionEnabled: autoPromotion,
      autoPromotionSeconds,
      scaleDownDelaySeconds: settings.scaleDownDelaySeconds,
      ...(prePromotion.length > 0 && { prePromotionAnalysis: templates.analysis(prePromotion) }),
      ...(postPromotion.length > 0 && { postPromotionAnalysis: templates.analysis(postPromotion) }),
    },
  };
}

import type {
  ArgoBlueGreen,
  ArgoCanary,
  ArgoMetric,
  ArgoPods,
  ArgoStep,
} from '../../strategies/argoSettings';
import { durationSeconds } from '../durationSeconds';
import type { ManifestField } from '../manifestField';
import type { ReadRollout } from '../readRollout';
import { handlesOf, type RolloutHandle } from '../rolloutHandle';
import { weightOf } from '../weightOf';
import type { ArgoTemplates } from './argoTemplates';
import { readArgoMetrics } from './readArgoMetrics';

/** What is gathered while a rollout is read. */
interface Gathered {
  readonly templates: ArgoTemplates;
  readonly unread: string[];
  readonly handles: RolloutHandle[];
  /** Changes of the weight so far. */
  stretches: number;
  readonly assumptions: string[];
  isBroken: boolean;
}

/** An Argo `Rollout` with the templates it names. */
export function readArgoRollout(document: ManifestField, templates: ArgoTemplates): ReadRollout {
  const gathered: Gathered = {
    templates,
    unread: [],
    handles: [],
    stretches: 0,
    assumptions: [],
    isBroken: false,
  };
  const strategyField = document.at('spec.strategy');
  const canary = strategyField.get('canary');
  const blueGreen = strategyField.get('blueGreen');
  const isBlueGreen = blueGreen.exists && !canary.exists;
  const strategy = isBlueGreen
    ? readBlueGreen(blueGreen, gathered)
    : readCanary(canary, document.get('spec'), gathered);
  const field = isBlueGreen ? blueGreen : canary;
  const metrics = metricsOf(strategy);
  const isUnreadable = metrics.length === 0 && gathered.unread.length > 0;
  const place = field.get('steps').exists ? field.get('steps') : field;
  return {
    format: 'argo-rollouts',
    name: document.at('metadata.name').text() ?? 'rollout',
    strategy: gathered.isBroken || isUnreadable || !strategyField.exists ? null : strategy,
    traffic: {},
    places: strategyField.exists ? [place.span] : [],
    handles: gathered.handles,
    assumptions: gathered.assumptions,
    unread: gathered.unread,
  };
}

function metricsOf(strategy: ArgoCanary | ArgoBlueGreen): readonly ArgoMetric[] {
  if (strategy.kind === 'argo-blue-green')
    return [...strategy.prePromotion, ...strategy.postPromotion];
  const inline = strategy.steps.flatMap((step) => (step.kind === 'analysis' ? step.metrics : []));
  return [...(strategy.background?.metrics ?? []), ...inline];
}

function analysis(field: ManifestField, gathered: Gathered): readonly ArgoMetric[] {
  if (!field.exists) return [];
  const { metrics, unread, handles } = readArgoMetrics(field, gathered.templates);
  gathered.unread.push(...unread);
  gathered.handles.push(...handles);
  return metrics;
}

function readCanary(canary: ManifestField, spec: ManifestField, gathered: Gathered): ArgoCanary {
  const routing = canary.get('trafficRouting');
  const mostWeight = routing.get('maxTrafficWeight').number() ?? 100;
  const steps = canary
    .get('steps')
    .items()
    .flatMap((step) => readStep(step, { mostWeight, gathered }));
  const background = canary.get('analysis');
  const metrics = analysis(background, gathered);
  return {
    kind: 'argo-canary',
    steps,
    pods: routing.exists ? null : readPods(canary, spec, gathered),
    background:
      metrics.length === 0
        ? null
        : { metrics, startingStep: background.get('startingStep').number() ?? 0 },
  };
}

/** Defaults: one replica, 25 % more while it goes on. Source: `utils/defaults`. */
function readPods(canary: ManifestField, spec: ManifestField, gathered: Gathered): ArgoPods {
  const replicas = spec.get('replicas').number();
  if (replicas === null)
    gathered.assumptions.push('one pod, as spec.replicas does not say how many');
  const count = replicas ?? 1;
  const surge = canary.get('maxSurge');
  const percent = /^(\d+)%$/.exec(surge.text() ?? (surge.exists ? '' : '25%'))?.[1];
  const maxSurge =
    percent === undefined ? (surge.number() ?? 0) : Math.ceil((Number(percent) / 100) * count);
  return { replicas: count, maxSurge };
}

function readStep(
  step: ManifestField,
  { mostWeight, gathered }: { readonly mostWeight: number; readonly gathered: Gathered },
): readonly ArgoStep[] {
  const [key = ''] = step.keys();
  const field = step.get(key);
  switch (key) {
    case 'setWeight': {
      const weight = weightOf(field, mostWeight);
      if (weight === null) gathered.isBroken = true;
      gathered.handles.push(
        ...handlesOf(field, {
          label: `${stepName(step)}: weight`,
          quantity: 'weight',
          isWhole: true,
          most: mostWeight,
          parts: [{ stretch: gathered.stretches, times: 100 / mostWeight }],
        }),
      );
      gathered.stretches += 1;
      return weight === null ? [] : [{ kind: 'set-weight', weight }];
    }
    case 'pause':
      gathered.handles.push(
        ...handlesOf(field.get('duration'), {
          label: `${stepName(step)}: pause`,
          quantity: 'duration',
          parts: gathered.stretches > 0 ? [{ stretch: gathered.stretches - 1, times: 1 }] : [],
        }),
      );
      return [{ kind: 'pause', seconds: readPause(field, gathered) }];
    case 'analysis':
      return readInline(field, gathered);
    case 'setMirrorRoute': {
      const percentage = field.get('percentage').number() ?? 0;
      gathered.stretches += 1;
      return [{ kind: 'mirror', percentage: Math.max(0, Math.min(100, percentage)) }];
    }
    case 'setCanaryScale':
      // Pods alone: with traffic routing the weight stays.
      return [];
    default:
      // What an experiment or a plugin judges is not seen here: such a rollout is not said to catch nothing.
      if (key === 'experiment' || key === 'plugin') gathered.unread.push(`${key} step`);
      field.refuse(`steps of the kind ${key} are not simulated; this one is passed over.`);
      return [];
  }
}

/** `step 3`, as its place in the list. */
function stepName(step: ManifestField): string {
  const index = /\[(\d+)\]$/.exec(step.path)?.[1];
  return index === undefined ? 'step' : `step ${Number(index) + 1}`;
}

/** An analysis of nothing that is read is passed over: it would never end. */
function readInline(field: ManifestField, gathered: Gathered): readonly ArgoStep[] {
  const metrics = analysis(field, gathered);
  return metrics.length === 0 ? [] : [{ kind: 'analysis', metrics }];
}

/** A number is in seconds; nothing waits for a person. */
function readPause(field: ManifestField, gathered: Gathered): number | null {
  const duration = field.get('duration');
  const text = duration.text();
  if (text === null) return null;
  const seconds = duration.number() ?? durationSeconds(text);
  if (seconds !== null && seconds >= 0) return seconds;
  gathered.isBroken = true;
  duration.say(
    'error',
    'rollout-duration',
    `${duration.path}: "${text}" is no duration; write 10m, 1h or a number of seconds.`,
  );
  return null;
}

function readBlueGreen(blueGreen: ManifestField, gathered: Gathered): ArgoBlueGreen {
  gathered.assumptions.push('a load test of 10 requests a second before promotion');
  return {
    kind: 'argo-blue-green',
    prePromotion: analysis(blueGreen.get('prePromotionAnalysis'), gathered),
    postPromotion: analysis(blueGreen.get('postPromotionAnalysis'), gathered),
    autoPromotion: blueGreen.get('autoPromotionEnabled').boolean() ?? true,
    autoPromotionSeconds: blueGreen.get('autoPromotionSeconds').number() ?? 0,
    scaleDownDelaySeconds: blueGreen.get('scaleDownDelaySeconds').number() ?? 30,
  };
}

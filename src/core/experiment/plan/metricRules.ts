import { refuseValue } from '../../schema/refuseValue';
import { oneOf } from '../../schema/expectation';
import type * as z from '../../schema/zod';
import { plainNumber } from '../../syntax/plainNumber';
import {
  metricKindRules,
  type MetricDetail,
  type MetricKind,
  type MetricKindRules,
  type MetricTest,
} from './metricKinds';

type Payload<Value> = z.core.ParsePayload<Value>;

interface MetricLike extends Partial<Record<MetricDetail | 'density', number | undefined>> {
  readonly kind: MetricKind;
  readonly test: MetricTest;
  readonly baseline: number;
  readonly hypothesis?: 'superiority' | 'non-inferiority' | 'equivalence' | undefined;
  readonly margin?: object | undefined;
  readonly minimumDetectableEffect: object;
}

/** What is filled in where there is a margin instead: no change is looked for. */
const noEffect = { absolute: 0 };

/** Fills in the usual test of the kind, and for a margin without an effect that there is none to detect. */
export function fillMetric<Metric extends object>(metric: Metric): Metric {
  const given: Partial<MetricLike> = metric;
  const rules = given.kind === undefined ? undefined : metricKindRules[given.kind];
  if (rules === undefined) return metric;
  const isCounted = given.dispersion !== undefined && rules.tests.includes('negative-binomial');
  const test = given.test ?? (isCounted ? 'negative-binomial' : rules.tests[0]);
  const isMargin = given.minimumDetectableEffect === undefined && given.margin !== undefined;
  return { ...metric, test, ...(isMargin && { minimumDetectableEffect: noEffect }) };
}

/** `a number above 0 and below 1` */
function rangeInWords({ baseline: { above, below } }: MetricKindRules): string {
  const low = Number.isFinite(above) ? ` above ${plainNumber(above)}` : '';
  const high = Number.isFinite(below) ? ` and below ${plainNumber(below)}` : '';
  return `a number${low}${high}`;
}

/** What kind and test ask for: baseline within its range, a test that fits, the details it needs. */
export function checkMetricKind(payload: Payload<MetricLike>): void {
  if (payload.issues.length) return;
  const metric = payload.value;
  const rules = metricKindRules[metric.kind];
  checkBaseline(payload, rules);
  if (!rules.tests.includes(metric.test)) {
    refuseValue(payload, {
      code: 'value-choice',
      path: ['test'],
      message: `"test" is "${metric.test}", which is no test for ${rules.noun}. It must be ${oneOf(rules.tests)}.`,
    });
  }
  for (const detail of neededDetails(metric)) {
    if (metric[detail] !== undefined) continue;
    refuseValue(payload, {
      code: 'key-missing',
      path: [],
      message: `"${detail}" is missing: ${rules.noun} tested by "${metric.test}" cannot be sized without it. Add ${detail}, a number${detail === 'density' ? ', or logDeviation' : ''}.`,
    });
  }
  checkAim(payload);
}

function checkBaseline(payload: Payload<MetricLike>, rules: MetricKindRules): void {
  const { baseline } = payload.value;
  const { above, below } = rules.baseline;
  if (baseline > above && baseline < below) return;
  const isPercent = below === 1 && baseline >= 2 && baseline < 100;
  const advice = isPercent
    ? ` Write ${plainNumber(baseline)} % as ${plainNumber(Number((baseline / 100).toPrecision(12)))}.`
    : '';
  refuseValue(payload, {
    code: 'value-range',
    path: ['baseline'],
    message: `"baseline" is ${plainNumber(baseline)}, but for ${rules.noun} it must be ${rangeInWords(rules)}: ${rules.why}.${advice}`,
  });
}

function neededDetails(metric: MetricLike): readonly (MetricDetail | 'density')[] {
  const { kind, test, logDeviation } = metric;
  const byTest: readonly MetricDetail[] = test === 'mcnemar' ? ['discordantShare'] : [];
  const shape = kind === 'quantile' && logDeviation === undefined ? (['density'] as const) : [];
  return [...metricKindRules[kind].needs, ...byTest, ...shape];
}

/** Something to detect, or a margin to stay within. */
function checkAim(payload: Payload<MetricLike>): void {
  const { hypothesis, margin, minimumDetectableEffect } = payload.value;
  const byMargin = hypothesis === 'non-inferiority' || hypothesis === 'equivalence';
  if (byMargin && margin === undefined) {
    refuseValue(payload, {
      code: 'key-missing',
      path: [],
      message: `"margin" is missing: ${hypothesis} is judged against one. Add margin: how much worse is still acceptable, for example margin: { relative: 0.02 }.`,
    });
  } else if (minimumDetectableEffect === undefined) {
    refuseValue(payload, {
      code: 'key-missing',
      path: [],
      message:
        '"minimumDetectableEffect" is missing. Add minimumDetectableEffect: the smallest change that matters, for example minimumDetectableEffect: { relative: 0.05 }; or a margin, to show that it is not worse.',
    });
  }
}

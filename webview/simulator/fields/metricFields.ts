import {
  metricKindRules,
  metricKinds,
  type MetricKind,
} from '../../../src/core/experiment/plan/metricKinds';
import type {
  MinimumDetectableEffect,
  Plan,
  PlanMetric,
} from '../../../src/core/experiment/plan/planSchema';
import { hypothesisOf } from '../../../src/core/experiment/size/hypothesisOf';
import { plannedEffect } from '../../../src/core/experiment/size/plannedEffect';
import type { JsonPath } from '../../../src/core/model/json';
import type { NumberRange } from '../../../src/core/schema/fieldNode';
import { formatPercent } from '../../../src/core/report/formatNumber';
import { blockFields } from './blockField';
import { changeFields } from './changeFields';
import { changeKind } from './changeKind';
import { detailKeys } from './detailKeys';
import { choiceField, edits, invalid, numberField, textField } from './fieldKinds';
import { fileRange } from './fileRange';
import { addLabels } from './labelsFields';
import { isShareMetric } from '../../../src/core/report/../experiment/plan/isShareMetric';
import { differenceInWords } from '../../../src/core/report/metricWords';
import { percentInWords, tidy } from '../../../src/core/report/numberWords';
import type { FieldCommand, FieldEntry, FieldGroup, PlanField } from './planField';
import { rowsOf } from './rowsOf';
import { schemaField } from './schemaField';
import { wordsAt } from './schemaWords';
import { metricTexts as texts } from './texts';

type Kind = 'relative' | 'absolute';

/** Where the baseline of this kind of metric may lie. */
function baselineRange({ kind }: PlanMetric): NumberRange {
  const { above: low, below: high } = metricKindRules[kind].baseline;
  return { low, lowExcluded: true, high, highExcluded: true, whole: false };
}

function kindOf(effect: MinimumDetectableEffect): Kind {
  return 'relative' in effect ? 'relative' : 'absolute';
}

function sizeOf(effect: MinimumDetectableEffect): number {
  return 'relative' in effect ? effect.relative : effect.absolute;
}

/** Where the metric ends if the planned effect is there. */
function target(metric: PlanMetric): number {
  return metric.baseline + plannedEffect(metric);
}

/** Why a share cannot get where this metric's effect leads; null if it can, and for other kinds. */
function unreachable(metric: PlanMetric): string | null {
  if (metric.kind !== 'proportion' || hypothesisOf(metric) !== 'superiority') return null;
  const end = target(metric);
  return end > 0 && end < 1
    ? null
    : texts.unreachable(percentInWords(metric.baseline), percentInWords(end));
}

function effectMeaning(metric: PlanMetric): string {
  const change = Math.abs(plannedEffect(metric));
  const shown = isShareMetric(metric) ? percentInWords : tidy;
  const other =
    kindOf(metric.minimumDetectableEffect) === 'relative'
      ? differenceInWords(metric, change)
      : texts.relative(formatPercent(change / Math.abs(metric.baseline)));
  return texts.effectMeaning(shown(metric.baseline), shown(target(metric)), other);
}

/** The same effect, said the other way; digits that are only float noise are dropped. */
function convertEffect(
  metric: PlanMetric,
  at: readonly (string | number)[],
  to: string,
): FieldEntry {
  const { minimumDetectableEffect: effect } = metric;
  const baseline = Math.abs(metric.baseline);
  const from = kindOf(effect);
  if (to === from) return edits();
  const converted = to === 'relative' ? sizeOf(effect) / baseline : sizeOf(effect) * baseline;
  return edits(
    { path: [...at, from] },
    { path: [...at, to], value: Number(converted.toPrecision(10)) },
  );
}

/** Where an absolute effect may lie: for a share below 1. */
function absoluteRange(metric: PlanMetric, path: JsonPath): NumberRange {
  const range = fileRange(path);
  const { high } = baselineRange(metric);
  return Number.isFinite(high) ? { ...range, high, highExcluded: true } : range;
}

function effectFields({ metric, path, of }: Place): readonly PlanField[] {
  const at = [...path, 'minimumDetectableEffect'];
  const effect = metric.minimumDetectableEffect;
  const kind = kindOf(effect);
  const absolute = isShareMetric(metric) ? texts.effectKind.absolute : texts.effectKind.own;
  const absoluteUnit = isShareMetric(metric) ? texts.effect.absoluteUnit : '';
  return [
    choiceField({
      path: at,
      label: texts.effectKind.label,
      name: `${texts.effectKind.label}${of}`,
      why: texts.effectKind.why,
      value: kind,
      choices: [
        { value: 'relative', label: texts.effectKind.relative },
        { value: 'absolute', label: absolute },
      ],
      choose: (to) => convertEffect(metric, at, to),
    }),
    numberField({
      path: [...at, kind],
      label: texts.effect.label,
      name: `${texts.effect.label}${of}`,
      why: texts.effect.why,
      meaning: effectMeaning(metric),
      ...(kind === 'absolute' && { range: absoluteRange(metric, [...at, kind]) }),
      value: sizeOf(effect),
      places: kind === 'relative' || isShareMetric(metric) ? 2 : 0,
      unit: kind === 'relative' ? texts.effect.relativeUnit : absoluteUnit,
      refuse: (value) =>
        unreachable({
          ...metric,
          minimumDetectableEffect: kind === 'relative' ? { relative: value } : { absolute: value },
        }),
    }),
  ];
}

/** One metric and where it stands. */
interface Place {
  readonly metric: PlanMetric;
  readonly path: readonly (string | number)[];
  /** Behind the names of its inputs, where the plan has several metrics. */
  readonly of: string;
}

function nameField({ metrics }: Plan, { metric, path, of }: Place): PlanField {
  const others = metrics.filter((other) => other !== metric).map(({ name }) => name);
  return textField({
    path: [...path, 'name'],
    ...texts.name,
    name: `${texts.name.name}${of}`,
    value: metric.name,
    lines: 'one',
    whenEmpty: 'refused',
    refuse: (typed) => (others.includes(typed) ? texts.nameTaken(typed) : null),
  });
}

function baselineField({ metric, path, of }: Place): PlanField {
  return numberField({
    path: [...path, 'baseline'],
    label: texts.baseline.label,
    name: `${texts.baseline.label}${of}`,
    why: isShareMetric(metric) ? texts.baseline.why : texts.baseline.whyOwn,
    range: baselineRange(metric),
    value: metric.baseline,
    places: isShareMetric(metric) ? 2 : 0,
    unit: isShareMetric(metric) ? '%' : '',
    refuse: (value) => unreachable({ ...metric, baseline: value }),
  });
}

function directionField({ metric, path, of }: Place): PlanField {
  return choiceField({
    path: [...path, 'direction'],
    label: texts.direction.label,
    name: `${texts.direction.label}${of}`,
    why: texts.direction.why,
    value: metric.direction,
    choices: [
      { value: 'increase', label: texts.direction.increase },
      { value: 'decrease', label: texts.direction.decrease },
    ],
    choose: (value) => {
      const direction = value === 'decrease' ? 'decrease' : 'increase';
      const refused = unreachable({ ...metric, direction });
      return refused === null
        ? edits({ path: [...path, 'direction'], value: direction })
        : invalid(refused);
    },
  });
}

function kindField({ metric, path, of }: Place): PlanField {
  return choiceField({
    path: [...path, 'kind'],
    label: texts.kind.label,
    name: `${texts.kind.label}${of}`,
    why: texts.kind.why,
    value: metric.kind,
    choices: metricKinds.map((value) => ({ value, label: value })),
    choose: (chosen) => changeKind(metric, path, chosen as MetricKind),
  });
}

function testField({ metric, path, of }: Place): PlanField {
  return choiceField({
    path: [...path, 'test'],
    label: texts.test.label,
    name: `${texts.test.label}${of}`,
    why: texts.test.why,
    value: metric.test,
    choices: metricKindRules[metric.kind].tests.map((value) => ({ value, label: value })),
    choose: (chosen) =>
      edits(
        { path: [...path, 'test'], value: chosen },
        ...(chosen === 'mcnemar' && metric.discordantShare === undefined
          ? [{ path: [...path, 'discordantShare'], value: 0.1 }]
          : []),
      ),
  });
}

/** A usual margin, until people write theirs. */
const usualMargin = 0.02;

function hypothesisField({ metric, path, of }: Place): PlanField {
  const at = (key: string) => [...path, key];
  const { label, why } = wordsAt(at('hypothesis'));
  const hasEffect =
    hypothesisOf(metric) === 'superiority' || sizeOf(metric.minimumDetectableEffect) > 0;
  return choiceField({
    path: at('hypothesis'),
    label,
    name: `${label}${of}`,
    why,
    value: hypothesisOf(metric),
    choices: texts.hypotheses,
    choose: (chosen) =>
      chosen === 'superiority'
        ? edits(
            { path: at('hypothesis') },
            ...(metric.role === 'guardrail' ? [] : [{ path: at('margin') }]),
            { path: at('expectedDifference') },
            ...(hasEffect
              ? []
              : [{ path: at('minimumDetectableEffect'), value: { relative: 0.05 } }]),
          )
        : edits(
            { path: at('hypothesis'), value: chosen },
            // With a margin it would change no number, and be warned of.
            { path: at('minimumDetectableEffect') },
            ...(metric.margin === undefined
              ? [{ path: at('margin'), value: { relative: usualMargin } }]
              : []),
          ),
  });
}

/** The margin and what is thought to be true, where the test has one. */
function marginFields(plan: Plan, { metric, path, of }: Place): readonly PlanField[] {
  const margin = changeFields(plan, metric, {
    path: [...path, 'margin'],
    of,
    initial: usualMargin,
  });
  if (metric.margin === undefined) return margin;
  const difference = [...path, 'expectedDifference'];
  return [...margin, ...changeFields(plan, metric, { path: difference, of, initial: 0 })];
}

function mainFields(plan: Plan, place: Place): readonly PlanField[] {
  const { metric, path, of } = place;
  const isSuperiority = hypothesisOf(metric) === 'superiority';
  return [
    nameField(plan, place),
    kindField(place),
    baselineField(place),
    ...detailKeys(metric).needed.map((key) => schemaField(plan, [...path, key], { of })),
    directionField(place),
    ...(isSuperiority ? effectFields(place) : marginFields(plan, place)),
  ];
}

function moreFields(plan: Plan, place: Place): readonly PlanField[] {
  const { metric, path, of } = place;
  const at = (...keys: readonly string[]) =>
    keys.map((key) => schemaField(plan, [...path, key], { of }));
  const block = (key: string, inner: readonly string[]) =>
    blockFields(plan, [...path, key], { of, inner });
  const isGuardrail = metric.role === 'guardrail' && hypothesisOf(metric) === 'superiority';
  return [
    ...at('role'),
    testField(place),
    hypothesisField(place),
    ...(isGuardrail ? marginFields(plan, place) : []),
    ...at(...detailKeys(metric).optional),
    ...block('covariate', ['correlation', 'shareWithHistory']),
    ...block('observations', ['perUnit', 'correlation', 'variation']),
    ...at('triggeredShare'),
    ...(metric.kind === 'proportion'
      ? block('label', ['sensitivity', 'specificity', 'delayDays'])
      : []),
    ...at('effectSource'),
  ];
}

/** Starts another metric, looked at beside the primary one. */
function addMetric({ metrics }: Plan): FieldCommand {
  const taken = new Set(metrics.map(({ name }) => name));
  let place = metrics.length + 1;
  while (taken.has(texts.newName(place))) place += 1;
  const metric = {
    name: texts.newName(place),
    role: 'guardrail',
    kind: 'proportion',
    baseline: 0.1,
    direction: 'increase',
    margin: { relative: usualMargin },
  };
  return {
    id: 'metrics.add',
    label: texts.add,
    name: texts.add,
    edits: [{ path: ['metrics', metrics.length], value: metric }],
  };
}

function removal({ metrics }: Plan, index: number): readonly FieldCommand[] {
  const rest = metrics.filter((_, at) => at !== index);
  if (!rest.some(({ role }) => role === 'primary')) return [];
  const name = metrics[index]?.name ?? '';
  return [
    {
      id: `metrics.${index}.remove`,
      label: texts.remove,
      name: texts.removeName(name),
      edits: [{ path: ['metrics', index] }],
    },
  ];
}

/** One group a metric: the primary one is what the experiment is sized by. */
export function metricGroups(plan: Plan): readonly FieldGroup[] {
  const { metrics } = plan;
  return metrics.map((metric, index) => {
    const of = metrics.length === 1 ? '' : texts.of(metric.name);
    const place = { metric, path: ['metrics', index], of };
    const isLast = index === metrics.length - 1;
    return {
      id: `metrics.${index}`,
      note: '',
      title:
        metrics.length === 1 ? texts.only : texts.titled(texts.roles[metric.role], metric.name),
      rows: rowsOf(mainFields(plan, place)),
      more: rowsOf(moreFields(plan, place)),
      commands: [...removal(plan, index), ...(isLast ? [addMetric(plan), addLabels(plan)] : [])],
    };
  });
}

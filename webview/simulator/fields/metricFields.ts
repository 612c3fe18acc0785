import type {
  MinimumDetectableEffect,
  PlanMetric,
} from '../../../src/core/experiment/plan/planSchema';
import { metricKindRules } from '../../../src/core/experiment/plan/metricKinds';
import type { NumberRange } from '../../../src/core/schema/fieldNode';
import { formatPercent } from '../../../src/core/report/formatNumber';
import { choiceField, edits, invalid, numberField, textField } from './fieldKinds';
import { fileRange } from './fileRange';
import { percentInWords, tidy } from './numberWords';
import type { FieldEntry, FieldGroup, PlanField } from './planField';
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

function absoluteEffect({ baseline, minimumDetectableEffect: effect }: PlanMetric): number {
  return 'relative' in effect ? baseline * effect.relative : effect.absolute;
}

/** Where the metric ends if the planned effect is there. */
function target(metric: PlanMetric): number {
  const change = absoluteEffect(metric);
  return metric.direction === 'increase' ? metric.baseline + change : metric.baseline - change;
}

/** Why a proportion cannot get where this metric's effect leads; null if it can. */
function unreachable(metric: PlanMetric): string | null {
  const end = target(metric);
  return end > 0 && end < 1
    ? null
    : texts.unreachable(percentInWords(metric.baseline), percentInWords(end));
}

function effectMeaning(metric: PlanMetric): string {
  const change = absoluteEffect(metric);
  const other =
    kindOf(metric.minimumDetectableEffect) === 'relative'
      ? texts.points(tidy(change * 100))
      : texts.relative(formatPercent(change / metric.baseline));
  return texts.effectMeaning(
    percentInWords(metric.baseline),
    percentInWords(target(metric)),
    other,
  );
}

/** The same effect, said the other way; digits that are only float noise are dropped. */
function convertEffect(
  metric: PlanMetric,
  at: readonly (string | number)[],
  to: string,
): FieldEntry {
  const { baseline, minimumDetectableEffect: effect } = metric;
  const from = kindOf(effect);
  if (to === from) return edits();
  const converted = to === 'relative' ? sizeOf(effect) / baseline : sizeOf(effect) * baseline;
  return edits(
    { path: [...at, from] },
    { path: [...at, to], value: Number(converted.toPrecision(10)) },
  );
}

function effectFields(
  metric: PlanMetric,
  path: readonly (string | number)[],
): readonly PlanField[] {
  const at = [...path, 'minimumDetectableEffect'];
  const effect = metric.minimumDetectableEffect;
  const kind = kindOf(effect);
  return [
    choiceField({
      path: at,
      label: texts.effectKind.label,
      why: texts.effectKind.why,
      value: kind,
      choices: [
        { value: 'relative', label: texts.effectKind.relative },
        { value: 'absolute', label: texts.effectKind.absolute },
      ],
      choose: (to) => convertEffect(metric, at, to),
    }),
    numberField({
      path: [...at, kind],
      label: texts.effect.label,
      why: texts.effect.why,
      meaning: effectMeaning(metric),
      ...(kind === 'absolute' && {
        range: {
          ...fileRange([...at, kind]),
          high: baselineRange(metric).high,
          highExcluded: true,
        },
      }),
      value: sizeOf(effect),
      places: 2,
      unit: kind === 'relative' ? texts.effect.relativeUnit : texts.effect.absoluteUnit,
      refuse: (value) =>
        unreachable({
          ...metric,
          minimumDetectableEffect: kind === 'relative' ? { relative: value } : { absolute: value },
        }),
    }),
  ];
}

function fieldsOf(
  metric: PlanMetric,
  path: readonly (string | number)[],
  others: readonly string[],
) {
  const name = textField({
    path: [...path, 'name'],
    ...texts.name,
    value: metric.name,
    lines: 'one',
    whenEmpty: 'refused',
    refuse: (typed) => (others.includes(typed) ? texts.nameTaken(typed) : null),
  });
  const baseline = numberField({
    path: [...path, 'baseline'],
    ...texts.baseline,
    range: baselineRange(metric),
    value: metric.baseline,
    places: 2,
    unit: '%',
    refuse: (value) => unreachable({ ...metric, baseline: value }),
  });
  const direction = choiceField({
    path: [...path, 'direction'],
    label: texts.direction.label,
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
  return [name, baseline, direction, ...effectFields(metric, path)];
}

/** One group a metric: the primary one is what the experiment is sized by. */
export function metricGroups(metrics: readonly PlanMetric[]): readonly FieldGroup[] {
  return metrics.map((metric, index) => {
    const others = metrics.filter((_, at) => at !== index).map(({ name }) => name);
    return {
      id: `metrics.${index}`,
      note: '',
      title:
        metrics.length === 1 ? texts.only : texts.titled(texts.roles[metric.role], metric.name),
      rows: fieldsOf(metric, ['metrics', index], others).map((field) => ({
        id: field.id,
        fields: [field],
        commands: [],
      })),
      commands: [],
    };
  });
}

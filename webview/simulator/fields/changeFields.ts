import type { JsonPath } from '../../../src/core/model/json';
import type { Plan, PlanMetric } from '../../../src/core/experiment/plan/planSchema';
import { choiceField, edits, numberField } from './fieldKinds';
import { isShareMetric } from '../../../src/core/report/../experiment/plan/isShareMetric';
import type { FieldChoice, PlanField } from './planField';
import { valueAt, wordsAt } from './schemaWords';
import { metricTexts, schemaTexts as texts } from './texts';

type Change = { readonly relative: number } | { readonly absolute: number };

const none = 'none';

function kindOf(change: Change | undefined): 'relative' | 'absolute' | typeof none {
  if (change === undefined) return none;
  return 'relative' in change ? 'relative' : 'absolute';
}

function sizeOf(change: Change): number {
  return 'relative' in change ? change.relative : change.absolute;
}

/** The same change said the other way; digits that are only float noise are dropped. */
function converted(change: Change, to: 'relative' | 'absolute', baseline: number): number {
  const scale = Math.abs(baseline);
  const size = to === 'relative' ? sizeOf(change) / scale : sizeOf(change) * scale;
  return Number(size.toPrecision(10));
}

/** A margin or an expected difference: not given, or as a share of the baseline or a difference, and its size. */
export function changeFields(
  plan: Plan,
  metric: PlanMetric,
  { path, of, initial }: { readonly path: JsonPath; readonly of: string; readonly initial: number },
): readonly PlanField[] {
  const change = valueAt(plan, path) as Change | undefined;
  const kind = kindOf(change);
  const { label, why } = wordsAt(path);
  const choices: readonly FieldChoice[] = [
    { value: none, label: texts.notUsed },
    { value: 'relative', label: metricTexts.effectKind.relative },
    {
      value: 'absolute',
      label: isShareMetric(metric) ? metricTexts.effectKind.absolute : metricTexts.effectKind.own,
    },
  ];
  const choose = (to: string) => {
    if (to !== 'relative' && to !== 'absolute') return edits({ path });
    const size =
      change === undefined
        ? converted({ relative: initial }, to, to === 'relative' ? 1 : metric.baseline)
        : converted(change, to, metric.baseline);
    if (change === undefined) {
      const value = to === 'relative' ? { relative: initial } : { absolute: size };
      return edits({ path, value });
    }
    return edits({ path: [...path, kind] }, { path: [...path, to], value: size });
  };
  const given = choiceField({
    path,
    label: texts.givenIn(label),
    name: `${texts.givenIn(label)}${of}`,
    why,
    value: kind,
    choices,
    choose,
  });
  if (change === undefined || kind === none) return [given];
  const inPercent = kind === 'relative' || isShareMetric(metric);
  const size = numberField({
    path: [...path, kind],
    label,
    name: `${label}${of}`,
    why: wordsAt([...path, kind]).why,
    value: sizeOf(change),
    places: inPercent ? 2 : 0,
    unit: unitOf(kind, metric),
  });
  return [given, size];
}

function unitOf(kind: 'relative' | 'absolute', metric: PlanMetric): string {
  if (kind === 'relative') return metricTexts.effect.relativeUnit;
  return isShareMetric(metric) ? metricTexts.effect.absoluteUnit : '';
}

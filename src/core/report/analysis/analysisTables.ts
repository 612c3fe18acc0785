import type { Analysis, ComparisonAnswer } from '../../experiment/analysis/analysis';
import {
  effectInWords,
  intervalInWords,
  metricNamed,
  pEquation,
  pInWords,
  scaleInWords,
  valueInWords,
} from '../../experiment/analysis/analysisWords';
import type { Plan } from '../../experiment/plan/planSchema';
import { plural } from '../countOf';
import { formatCount, formatDecimal, formatPercent } from '../formatNumber';
import type { ReportTable } from '../reportTable';

/** The tables of an analysis, in the order they are read: the sample ratio first. */
export function analysisTables(plan: Plan, analysis: Analysis): readonly ReportTable[] {
  const of = (role: ComparisonAnswer['role']): readonly ComparisonAnswer[] =>
    analysis.comparisons.filter((each) => each.role === role);
  return [
    ...ratioTable(plan, analysis),
    ...comparisonTable(plan, 'Primary metrics', of('primary')),
    ...posteriorTable(plan, of('primary')),
    ...boundsTable(plan, analysis, of('primary')),
    ...adjustmentTable(plan, analysis.comparisons),
    ...comparisonTable(plan, 'Guardrails', of('guardrail')),
    ...comparisonTable(plan, 'Secondary metrics (decide nothing)', of('secondary')),
    ...segmentTable(plan, analysis),
  ];
}

function ratioTable(plan: Plan, { sampleRatio }: Analysis): readonly ReportTable[] {
  if (sampleRatio === null) return [];
  const { observed, expected, p, isAlarm, alarmLevel } = sampleRatio;
  const verdict = isAlarm
    ? `MISMATCH, ${pEquation('p', p)}`
    : `fits the weights, ${pEquation('p', p)} (alarm below ${pInWords(alarmLevel)})`;
  return [
    {
      title: `Sample ratio: ${verdict}`,
      columns: ['variant', plural(plan.unit), 'expected'],
      rows: plan.variants.map(({ name }, i) => [
        name,
        formatCount(observed[i] ?? 0),
        formatCount(expected[i] ?? 0),
      ]),
    },
  ];
}

function comparisonTable(
  plan: Plan,
  title: string,
  answers: readonly ComparisonAnswer[],
): readonly ReportTable[] {
  if (answers.length === 0) return [];
  const isCorrected = answers.some(({ adjustedP }) => adjustedP !== null);
  const isAlwaysValid = answers.some(({ alwaysValidP }) => alwaysValidP !== null);
  return [
    {
      title,
      columns: [
        'metric',
        'variant',
        'control',
        'treatment',
        'difference',
        'change',
        'interval',
        'level',
        'statistic',
        'p',
        ...(isCorrected ? ['corrected p'] : []),
        ...(isAlwaysValid ? ['always valid p'] : []),
        'says',
        'test',
      ],
      rows: answers.map((answer) => [
        ...comparisonCells(plan, answer),
        ...(isCorrected ? [answer.adjustedP === null ? '' : pInWords(answer.adjustedP)] : []),
        ...(isAlwaysValid
          ? [answer.alwaysValidP === null ? '' : pInWords(answer.alwaysValidP)]
          : []),
        verdictInWords(answer),
        answer.test.id,
      ]),
    },
  ];
}

function comparisonCells(plan: Plan, answer: ComparisonAnswer): readonly string[] {
  const metric = metricNamed(plan, answer.metric);
  const { relative, statistic, interval } = answer;
  const { degreesOfFreedom: df } = statistic;
  return [
    answer.metric,
    answer.treatment,
    valueInWords(metric, answer.control.value),
    valueInWords(metric, answer.arm.value),
    effectInWords(metric, 'difference', answer.difference),
    relative === null ? '' : `${relative > 0 ? '+' : ''}${formatPercent(relative)}`,
    `${scaleInWords(answer.scale)}${intervalInWords(metric, answer)}`,
    interval === null ? '' : formatPercent(interval.confidenceLevel),
    `${statistic.name} = ${formatDecimal(statistic.value, 5)}${df === null ? '' : `, df = ${formatDecimal(df, 5)}`}`,
    pInWords(answer.p),
  ];
}

function verdictInWords({ verdict, guardrail, hypothesis }: ComparisonAnswer): string {
  switch (guardrail) {
    case 'held':
      return 'held within its margin';
    case 'hurt':
      return 'HURT';
    case 'open':
      return hypothesis === 'superiority' ? 'no harm seen, none ruled out' : 'not shown to hold';
    case null:
      break;
  }
  switch (verdict) {
    case 'shown':
      return 'shown';
    case 'wrong-way':
      return 'WORSE';
    case 'not-shown':
      return 'not shown';
  }
}

function posteriorTable(plan: Plan, answers: readonly ComparisonAnswer[]): readonly ReportTable[] {
  const rows = answers.flatMap(({ posterior, metric: name, treatment }) => {
    if (posterior === null) return [];
    const metric = metricNamed(plan, name);
    const { low, high, probability } = posterior;
    return [
      [
        name,
        treatment,
        formatPercent(posterior.probabilityToBeat),
        effectInWords(metric, 'difference', posterior.expectedLoss),
        effectInWords(metric, 'difference', posterior.controlLoss),
        `${effectInWords(metric, 'difference', low)} to ${effectInWords(metric, 'difference', high)}`,
        formatPercent(probability),
      ],
    ];
  });
  if (rows.length === 0) return [];
  const columns = [
    'metric',
    'variant',
    'chance to be better',
    'expected loss',
    'loss of control',
    'credible interval',
    'probability',
  ];
  return [{ title: 'Posterior', columns, rows }];
}

function boundsTable(
  plan: Plan,
  { look }: Analysis,
  answers: readonly ComparisonAnswer[],
): readonly ReportTable[] {
  if (plan.design.analysis !== 'group-sequential') return [];
  const bound = (z: number | null): string => (z === null ? 'none' : formatDecimal(z, 5));
  const { futility, upper, lower } = look;
  return [
    {
      title: 'Bounds of this look, in standard errors in the planned direction',
      columns: ['metric', 'variant', 'z', 'success from', 'harm to', 'futility'],
      rows: answers.map(({ metric, treatment, z }) => [
        metric,
        treatment,
        formatDecimal(z, 5),
        bound(upper),
        bound(lower),
        futility === null ? 'none' : bound(Number.isFinite(futility.high) ? futility.high : null),
      ]),
    },
  ];
}

function adjustmentTable(plan: Plan, answers: readonly ComparisonAnswer[]): readonly ReportTable[] {
  const rows = answers.flatMap(({ adjustment, metric: name, treatment, scale }) => {
    if (adjustment === null) return [];
    const metric = metricNamed(plan, name);
    const { raw, varianceRatio, coverage, theta } = adjustment;
    return [
      [
        name,
        treatment,
        effectInWords(metric, scale, raw.estimate),
        `${effectInWords(metric, scale, raw.low)} to ${effectInWords(metric, scale, raw.high)}`,
        pInWords(raw.p),
        formatPercent(varianceRatio),
        formatPercent(coverage),
        formatDecimal(theta, 4),
      ],
    ];
  });
  if (rows.length === 0) return [];
  const columns = [
    'metric',
    'variant',
    'raw difference',
    'raw interval',
    'raw p',
    'variance left',
    'with history',
    'theta',
  ];
  return [{ title: 'Before the adjustment (CUPED)', columns, rows }];
}

function segmentTable(plan: Plan, { segments }: Analysis): readonly ReportTable[] {
  if (segments.length === 0) return [];
  return [
    {
      title: 'EXPLORATORY: segments, which decide nothing',
      columns: [
        'segment',
        'metric',
        'variant',
        plural(plan.unit),
        'difference',
        'interval',
        'p',
        'corrected p',
      ],
      rows: segments.map(
        ({ segment, metric: name, treatment, units, difference, low, high, p, adjustedP }) => {
          const metric = metricNamed(plan, name);
          return [
            segment,
            name,
            treatment,
            formatCount(units),
            effectInWords(metric, 'difference', difference),
            `${effectInWords(metric, 'difference', low)} to ${effectInWords(metric, 'difference', high)}`,
            pInWords(p),
            pInWords(adjustedP),
          ];
        },
      ),
    },
  ];
}

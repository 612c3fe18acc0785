// Stands in until the planner of core is here.
import type { Plan } from '../../src/core/experiment/plan/planSchema';
import type { SizeAnswer } from '../../src/core/experiment/size/sizeAnswer';

function erfc(x: number): number {
  const t = 1 / (1 + 0.5 * Math.abs(x));
  const r =
    t *
    Math.exp(
      -x * x -
        1.26551223 +
        t *
          (1.00002368 +
            t *
              (0.37409196 +
                t *
                  (0.09678418 +
                    t *
                      (-0.18628806 +
                        t *
                          (0.27886807 +
                            t *
                              (-1.13520398 +
                                t * (1.48851587 + t * (-0.82215223 + t * 0.17087277)))))))),
    );
  return x >= 0 ? r : 2 - r;
}
const cdf = (z: number) => 0.5 * erfc(-z / Math.SQRT2);
function quantile(p: number): number {
  let low = -10;
  let high = 10;
  for (let i = 0; i < 80; i += 1) {
    const mid = (low + high) / 2;
    if (cdf(mid) < p) low = mid;
    else high = mid;
  }
  return (low + high) / 2;
}

function parts(plan: Plan) {
  const metric = plan.metrics[0]!;
  const effect = metric.minimumDetectableEffect;
  const change = 'relative' in effect ? effect.relative * metric.baseline : effect.absolute;
  const p1 = metric.baseline;
  const p2 = metric.direction === 'increase' ? p1 + change : p1 - change;
  const alpha = plan.design.significanceLevel / (plan.design.sides === 'two' ? 2 : 1);
  const variance = p1 * (1 - p1) + p2 * (1 - p2);
  return {
    metric,
    change,
    za: quantile(1 - alpha),
    zb: quantile(plan.design.power),
    variance,
    alpha,
  };
}

export function sizePlan(plan: Plan): SizeAnswer {
  const { metric, change, za, zb, variance } = parts(plan);
  const exact = ((za + zb) ** 2 * variance) / change ** 2;
  const n = Math.ceil(exact);
  const k = plan.variants.length;
  const perDay = plan.traffic.newUnitsPerDay * plan.traffic.exposedShare;
  const total = n * k;
  const days = perDay > 0 ? Math.ceil(total / perDay) : null;
  const f = (x: number) => x.toLocaleString('en-US');
  return {
    perVariant: plan.variants.map(({ name }) => ({ variant: name, sampleSize: n, exact })),
    total,
    days,
    wholeWeekDays: days === null ? null : Math.ceil(days / 7) * 7,
    decidingMetric: metric.name,
    absoluteEffect: change,
    relativeEffect: change / metric.baseline,
    power: cdf(change / Math.sqrt(variance / n) - za),
    definition: {
      id: 'z-unpooled',
      name: 'Two-proportion z test, unpooled variance, wrong tail not counted',
      formula: 'n = (z(1−α/2) + z(power))² · (p₁(1−p₁) + p₂(1−p₂)) / (p₂ − p₁)²',
      source: 'Fleiss, Levin, Paik 2003',
    },
    sentence: `You need ${f(total)} ${plan.unit}s, ${f(n)} in each variant: ${days} days at ${f(perDay)} ${plan.unit}s a day; run ${Math.ceil((days ?? 0) / 7) * 7} to cover whole weeks.`,
    assumptions: [
      { code: 'independent-units', message: 'Units are independent of each other.' },
      { code: 'one-look', message: 'The data are analysed once, at the end.' },
    ],
    warnings:
      days !== null && days > 56
        ? [
            {
              code: 'long',
              message: `${days} days is longer than 8 weeks: users and season change meanwhile.`,
            },
          ]
        : [],
  };
}

export function powerCurve(plan: Plan, { points }: { points: number }) {
  const { change, za, variance } = parts(plan);
  const { total } = sizePlan(plan);
  return Array.from({ length: points }, (_, i) => {
    const size = Math.round((total * 2 * (i + 1)) / points);
    const n = size / plan.variants.length;
    return { total: size, power: cdf(change / Math.sqrt(variance / n) - za) };
  });
}

export function effectCurve(plan: Plan, { days }: { days: number }) {
  const { za, zb, variance } = parts(plan);
  const perDay = plan.traffic.newUnitsPerDay * plan.traffic.exposedShare;
  return Array.from({ length: days }, (_, i) => {
    const n = (perDay * (i + 1)) / plan.variants.length;
    return { day: i + 1, absoluteEffect: (za + zb) * Math.sqrt(variance / n) };
  });
}

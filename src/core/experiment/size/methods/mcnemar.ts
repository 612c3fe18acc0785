import { normalMethod } from '../normalMethod';

/** Two variants on the same units, yes or no each: only pairs that differ tell. Totals count pairs. */
export const mcnemar = normalMethod({
  margins: false,
  paired: true,
  scale: (value) => value,
  variance: ({ metric, effect }) => (metric.discordantShare ?? NaN) - effect * effect,
  nullVariance: ({ metric }) => metric.discordantShare ?? NaN,
  definition: () => ({
    id: 'mcnemar',
    name: 'McNemar’s test of paired proportions, without continuity correction',
    formula:
      'pairs = (z √ψ + z(power) √(ψ − d²))² / d²; ψ the share of discordant pairs, d = p₂ − p₁',
    source: 'Connor, Biometrics 43, 1987, 207-211',
  }),
});

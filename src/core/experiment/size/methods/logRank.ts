import { log } from '../../../stats/elementary/log';
import { log1p } from '../../../stats/elementary/log1p';
import { normalMethod } from '../normalMethod';

/** Log-rank test under proportional hazards: what counts are the events. */
export const logRank = normalMethod({
  margins: true,
  // Logarithm of the cumulative hazard: its differences are log hazard ratios.
  scale: (value) => log(-log1p(-value)),
  variance: ({ baseline, target, controlShare, treatmentShare }) => {
    const pair = controlShare + treatmentShare;
    const events = controlShare * baseline + treatmentShare * target;
    return (pair * pair) / (events * controlShare * treatmentShare);
  },
  definition: () => ({
    id: 'log-rank',
    name: 'Log-rank test, proportional hazards (Schoenfeld)',
    formula:
      'events = (z + z(power))² / (a₁ a₂ ln(hazard ratio)²), N = events / share with event; a₁, a₂ the variants’ shares of the two',
    source: 'Schoenfeld, Biometrics 39, 1983, 499-503',
  }),
});

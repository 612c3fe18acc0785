import { MetricSums } from './data/metricSums';

/** Sums of both variants after the adjustment, and what it was made of. */
export interface AdjustedSums {
  readonly control: MetricSums;
  readonly treatment: MetricSums;
  readonly theta: number;
  /** Share of units that have a measurement before. */
  readonly coverage: number;
}

/** Sums of the centred measurement before; units without one count as average. */
interface Centred {
  readonly mean: number;
  readonly squares: number;
  readonly products: number;
}

/**
 * Adjusts means and variances for a measurement before the experiment (CUPED).
 *
 * Formula: y - θ (x - x̄), θ = Σ(x - x̄)(y - ȳ) / Σ(x - x̄)² over both variants; a unit without history has x = x̄.
 * Source: Deng, Xu, Kohavi and Walker, WSDM 2013. Null where x does not vary, or hardly anybody has one.
 */
export function adjustForBefore(control: MetricSums, treatment: MetricSums): AdjustedSums | null {
  const known = control.units0 + treatment.units0;
  if (control.units0 < 2 || treatment.units0 < 2) return null;
  const centre = (control.mean0 * control.units0 + treatment.mean0 * treatment.units0) / known;
  const c = centred(control, centre);
  const t = centred(treatment, centre);
  const units = control.units + treatment.units;
  const meanX = (c.mean * control.units + t.mean * treatment.units) / units;
  const meanY = (control.total + treatment.total) / units;
  const squares = c.squares + t.squares - units * meanX * meanX;
  const products = c.products + t.products - units * meanX * meanY;
  if (!(squares > 0)) return null;
  const theta = products / squares;
  return {
    control: adjusted(control, c, theta),
    treatment: adjusted(treatment, t, theta),
    theta,
    coverage: known / units,
  };
}

/** Mean, Σ c² and Σ c y of c = x - centre. */
function centred(sums: MetricSums, centre: number): Centred {
  const shift = sums.mean0 - centre;
  return {
    mean: (sums.units0 * shift) / sums.units,
    squares: sums.squares0 + sums.units0 * shift * shift,
    products: sums.products0 + sums.units0 * shift * sums.meanY0,
  };
}

function adjusted(sums: MetricSums, c: Centred, theta: number): MetricSums {
  const { units } = sums;
  const squares = c.squares - units * c.mean * c.mean;
  const products = c.products - units * c.mean * sums.mean;
  const result = new MetricSums();
  result.addMany(
    units,
    sums.mean - theta * c.mean,
    Math.max(0, sums.squares - 2 * theta * products + theta * theta * squares),
  );
  return result;
}

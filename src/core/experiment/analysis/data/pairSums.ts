import { MetricSums } from './metricSums';

/** Differences within units that had both variants, treatment less control. */
export class PairSums {
  readonly differences = new MetricSums();
  /** Pairs in which only the treatment's value is above 0, and only the control's. */
  onlyTreatment = 0;
  onlyControl = 0;

  add(control: number, treatment: number): void {
    this.differences.add(treatment - control, NaN);
    if (treatment > 0 && !(control > 0)) this.onlyTreatment += 1;
    if (control > 0 && !(treatment > 0)) this.onlyControl += 1;
  }
}

/** What a test says against one value of the effect. */
export type Alternative = 'two-sided' | 'greater' | 'less';

/** What an estimate is: treatment less control, over control less 1, treatment over control, or a chance. */
export type EffectScale = 'difference' | 'relative' | 'ratio' | 'probability';

export interface Statistic {
  /** `t`, `z`, `W`. */
  readonly name: string;
  readonly value: number;
  readonly degreesOfFreedom: number | null;
}

/** An estimated effect with its test: any null value, any level. */
export interface Evidence {
  readonly scale: EffectScale;
  readonly estimate: number;
  /** Of the estimate, on its scale; null where the test has none. */
  readonly standardError: number | null;
  readonly statistic: Statistic;
  readonly pValue: (nullValue: number, alternative: Alternative) => number;
  /** Interval that leaves out `tail` on each side; null where the test has none. */
  readonly interval: (tail: number) => { readonly low: number; readonly high: number } | null;
  /** What a reader has to know of it. */
  readonly notes: readonly string[];
}

/** The value of an effect scale where there is no effect. */
export function noEffect(scale: EffectScale): number {
  switch (scale) {
    case 'difference':
    case 'relative':
      return 0;
    case 'ratio':
      return 1;
    case 'probability':
      return 0.5;
  }
}

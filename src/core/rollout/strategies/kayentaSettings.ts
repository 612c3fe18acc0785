import type { KayentaMetric } from '../kayenta/kayentaMetric';
import type { Signal } from '../model/gate';

/** A canary judged by Kayenta against a fresh baseline of the same size. */
export interface KayentaSettings {
  readonly kind: 'kayenta';
  /** Percent of live traffic that the canary has; the baseline has as much. */
  readonly weight: number;
  /** Before the first point counts. */
  readonly warmUpSeconds: number;
  readonly lifetimeSeconds: number;
  /** Judged each such time, and at the end. */
  readonly intervalSeconds: number;
  /** Null: each judgement looks at all since the warm-up; else at so many seconds before it. */
  readonly lookbackSeconds: number | null;
  /** One point of a time series. */
  readonly stepSeconds: number;
  readonly metrics: readonly KayentaCanaryMetric[];
  readonly groupWeights: Readonly<Record<string, number>>;
  /** Scores, 0 to 100. */
  readonly pass: number;
  readonly marginal: number;
}

export interface KayentaCanaryMetric {
  readonly name: string;
  readonly groups: readonly string[];
  readonly signal: Signal;
  readonly muted: boolean;
  readonly judge: KayentaMetric;
}

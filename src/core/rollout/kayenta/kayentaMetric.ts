/** What Kayenta's judge says of a metric. */
export type KayentaLabel = 'Pass' | 'High' | 'Low' | 'Nodata' | 'NodataFailMetric' | 'Error';

/** How a metric of a canary config is judged (`analysisConfigurations.canary`), defaults filled in. */
export interface KayentaMetric {
  readonly direction: 'increase' | 'decrease' | 'either';
  readonly nanStrategy: 'remove' | 'replace';
  readonly outliers: { readonly strategy: 'keep' | 'remove'; readonly factor: number };
  readonly effectSize: {
    readonly measure: 'meanRatio' | 'cles';
    readonly allowedIncrease: number;
    readonly allowedDecrease: number;
    readonly criticalIncrease: number;
    readonly criticalDecrease: number;
  };
  readonly critical: boolean;
  readonly mustHaveData: boolean;
}

/** A label, whether it fails the whole canary, and by how much the means differ (experiment over control). */
export interface KayentaClassification {
  readonly label: KayentaLabel;
  readonly critical: boolean;
  readonly deviation: number;
}

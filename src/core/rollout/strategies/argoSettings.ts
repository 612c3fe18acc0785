import type { Gate } from '../model/gate';

/** A metric of an AnalysisTemplate, defaults filled in. */
export interface ArgoMetric {
  readonly gate: Gate;
  /** Null: measured once, or `count` times as fast as errors are retried. */
  readonly intervalSeconds: number | null;
  readonly initialDelaySeconds: number;
  /** Null: without end (with an interval), else once. */
  readonly count: number | null;
  /** Fails once more measurements than this have failed; negative: never. */
  readonly failureLimit: number;
  readonly inconclusiveLimit: number;
  readonly consecutiveErrorLimit: number;
  /** 0: of no consequence. */
  readonly consecutiveSuccessLimit: number;
  /** Measured, but without a say. */
  readonly dryRun: boolean;
}

export type ArgoStep =
  /** Percent of traffic, or of pods. */
  | { readonly kind: 'set-weight'; readonly weight: number }
  /** Null: until somebody goes on. */
  | { readonly kind: 'pause'; readonly seconds: number | null }
  /** The next step comes once it is successful. */
  | { readonly kind: 'analysis'; readonly metrics: readonly ArgoMetric[] }
  /** Percent of requests that are sent to the new version besides; 0 ends it. */
  | { readonly kind: 'mirror'; readonly percentage: number };

/** An Argo `Rollout` with its analyses, defaults filled in. */
export type ArgoSettings = ArgoCanary | ArgoBlueGreen;

export interface ArgoCanary {
  readonly kind: 'argo-canary';
  readonly steps: readonly ArgoStep[];
  /** Null where traffic is routed by weight; else the pods by which weights are rounded. */
  readonly pods: ArgoPods | null;
  readonly background: {
    readonly metrics: readonly ArgoMetric[];
    /** Index of the step with which it starts. */
    readonly startingStep: number;
  } | null;
}

export interface ArgoBlueGreen {
  readonly kind: 'argo-blue-green';
  readonly prePromotion: readonly ArgoMetric[];
  readonly postPromotion: readonly ArgoMetric[];
  readonly autoPromotion: boolean;
  readonly autoPromotionSeconds: number;
  /** Undo is instant while the old side lives. */
  readonly scaleDownDelaySeconds: number;
}

/** Pods of a rollout without traffic routing, and how many there may be besides while it goes on. */
export interface ArgoPods {
  readonly replicas: number;
  readonly maxSurge: number;
}

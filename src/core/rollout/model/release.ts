import type { MetricBehaviour } from './metricBehaviour';

/** When and for whom the release is as bad as it is. */
export interface Fault {
  /** Seconds of traffic before it shows. */
  readonly onsetSeconds: number;
  /** Seconds in which it grows to its full size, as a leak does; 0: at once. */
  readonly growthSeconds: number;
  /** Only while the canary has at least so many requests a second. */
  readonly aboveRequestsPerSecond: number;
  /** Share of the canary's requests it touches: those of a segment, of one pod among several. */
  readonly affectedShare: number;
}

/** How the metrics vary beyond the chance of counting requests. */
export interface MetricNoise {
  /** Standard deviation of the logarithm of a level from launch to launch: days differ. Both arms share it. */
  readonly betweenLaunches: number;
  /** The same from interval to interval within a launch, shared by both arms. */
  readonly betweenIntervals: number;
  /** Correlation of requests within an interval (beta-binomial), 0 to 1. */
  readonly overdispersion: number;
}

/** What the controllers see late, or not, or wrongly. */
export interface Telemetry {
  /** Probability that a query gives nothing. */
  readonly missing: number;
  readonly lateSeconds: number;
  /** Share of what is labelled as canary that is the stable version: 0.5 sees nothing, 1 sees the arms swapped. */
  readonly mislabelled: number;
  readonly scrapeSeconds: number;
}

/** The release under test: JSON-safe, and all that a simulation knows of it. */
export interface Release {
  readonly metrics: Readonly<Record<string, MetricBehaviour>>;
  readonly fault: Fault;
  readonly noise: MetricNoise;
  readonly telemetry: Telemetry;
}

/** From the first request, for all. */
export const immediateFault: Fault = {
  onsetSeconds: 0,
  growthSeconds: 0,
  aboveRequestsPerSecond: 0,
  affectedShare: 1,
};

/** Nothing but the chance of counting. */
export const noNoise: MetricNoise = { betweenLaunches: 0, betweenIntervals: 0, overdispersion: 0 };

/** All seen, at once, scraped every 15 seconds. */
export const fullTelemetry: Telemetry = {
  missing: 0,
  lateSeconds: 0,
  mislabelled: 0,
  scrapeSeconds: 15,
};

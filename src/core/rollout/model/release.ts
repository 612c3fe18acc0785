import type { MetricBehaviour } from './metricBehaviour';

/** When and for whom the release is as bad as it is. */
export interface Fault {
  /** Seconds of traffic before it shows. */
  readonly onsetSeconds: number;
  /** Seconds in which it grows to its full size, as a leak does; 0: at once. */
  readonly growthSeconds: number;
  /** Only while the canary has at least so many requests a second. */
  readonly aboveRequestsPerSecond: number;
  /** Share of the canary's requests it touches: those of one pod among several. */
  readonly affectedShare: number;
  /** Only requests of this segment; `share` of all requests, 0 to 1, where a launch does not go by segments. */
  readonly segment?: FaultSegment;
  /** Features frozen at the onset go stale: half of the fault is there after such a time, half of the rest after another; 0: at once. */
  readonly halfLifeSeconds?: number;
}

export interface FaultSegment {
  readonly name: string;
  readonly share: number;
}

/** The canary gets more, or less, than its part of a segment whose levels are other than those of all. */
export interface SegmentBias {
  readonly segment: string;
  /** Its levels over those of other users. */
  readonly factor: number;
  /** Share of all requests, 0 to 1. */
  readonly share: number;
  /** Share of the canary's requests, 0 to 1, where the launch does not go by segments. */
  readonly canaryShare: number;
}

/** A dependency that both versions share fails for a while. */
export interface Outage {
  /** Seconds from the start of the launch. */
  readonly fromSeconds: number;
  readonly seconds: number;
  /** Share of requests that are bad for it, 0 to 1, beyond those that are anyway. */
  readonly share: number;
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
  /** Whether counters are seen at scrapes only, so that a window reaches from the first scrape in it to the last. */
  readonly scraped?: boolean;
}

/** The release under test: JSON-safe, and all that a simulation knows of it. */
export interface Release {
  readonly metrics: Readonly<Record<string, MetricBehaviour>>;
  readonly fault: Fault;
  readonly noise: MetricNoise;
  readonly telemetry: Telemetry;
  readonly bias?: SegmentBias;
  readonly outage?: Outage;
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

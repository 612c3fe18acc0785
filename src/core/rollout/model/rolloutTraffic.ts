import type { DailyShape } from './dailyShape';

/** Whom a launch reaches, and what people do in it. */
export interface RolloutTraffic {
  /** Of old and new version together. */
  readonly requestsPerSecond: number;
  /** How they are spread over the day; null: evenly. `requestsPerSecond` is their mean. */
  readonly daily: DailyShape | null;
  /** Whether as many requests come each interval as expected, or a Poisson number of them. */
  readonly arrivals: 'steady' | 'random';
  /** Whether a user stays with a version. */
  readonly routing: 'sticky' | 'per-request';
  /** Of one user during a launch. */
  readonly requestsPerUser: number;
  /** Share of requests that a match rule (header, cookie) takes. */
  readonly matchedShare: number;
  /** Requests a second that a load test sends to a version without live traffic. */
  readonly testRequestsPerSecond: number;
  /** From the decision until no request reaches the new version any more. */
  readonly rollbackSeconds: number;
  /** Until the old version runs again where it had been taken down. */
  readonly redeploySeconds: number;
  /** Until somebody approves a step that waits for it. */
  readonly approvalSeconds: number;
  /** Until somebody looks at a launch that hangs in a pause nobody planned. */
  readonly responseSeconds: number;
  /** Until a bad release that was promoted is noticed in another way. */
  readonly noticeSeconds: number;
  /** Service level objective: share of requests that have to be good, within `budgetDays`. */
  readonly objective: number;
  readonly budgetDays: number;
}

/** What is taken where nothing is said. */
export const defaultTraffic: RolloutTraffic = {
  requestsPerSecond: 100,
  daily: null,
  arrivals: 'steady',
  routing: 'per-request',
  requestsPerUser: 20,
  matchedShare: 0.1,
  testRequestsPerSecond: 10,
  rollbackSeconds: 0,
  redeploySeconds: 600,
  approvalSeconds: 1800,
  responseSeconds: 1800,
  noticeSeconds: 3600,
  objective: 0.999,
  budgetDays: 30,
};

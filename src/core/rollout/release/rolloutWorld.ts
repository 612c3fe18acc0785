import type { DailyShape } from '../model/dailyShape';
import type { MetricBehaviour } from '../model/metricBehaviour';
import type { Fault, MetricNoise, Outage, Release, SegmentBias, Telemetry } from '../model/release';

/** How a release, its faults, the traffic and what is seen of it differ from the usual. JSON-safe. */
export interface RolloutWorld {
  readonly fault?: Partial<Fault>;
  readonly noise?: Partial<MetricNoise>;
  readonly telemetry?: Partial<Telemetry>;
  readonly bias?: SegmentBias;
  readonly outage?: Outage;
  /** Milliseconds that each request of the new version takes longer. */
  readonly delayMs?: number;
  readonly daily?: DailyShape;
  /** All queries look back so far. */
  readonly windowSeconds?: number;
}

/** Two of them together; of what both say the second counts. */
export function joinWorlds(one: RolloutWorld, other: RolloutWorld): RolloutWorld {
  return {
    ...one,
    ...other,
    fault: { ...one.fault, ...other.fault },
    noise: { ...one.noise, ...other.noise },
    telemetry: { ...one.telemetry, ...other.telemetry },
  };
}

/** A release in a world. */
export function releaseIn(release: Release, world: RolloutWorld): Release {
  const { fault, noise, telemetry, bias, outage, delayMs = 0 } = world;
  const metrics =
    delayMs > 0
      ? Object.fromEntries(
          Object.entries(release.metrics).map(([name, one]) => [name, delayed(one, delayMs)]),
        )
      : release.metrics;
  return {
    metrics,
    fault: { ...release.fault, ...fault },
    noise: { ...release.noise, ...noise },
    telemetry: { ...release.telemetry, ...telemetry },
    ...(bias !== undefined && { bias }),
    ...(outage !== undefined && { outage }),
  };
}

function delayed(behaviour: MetricBehaviour, milliseconds: number): MetricBehaviour {
  if (behaviour.kind !== 'latency') return behaviour;
  const canary = behaviour.canary.map((part) => ({
    ...part,
    delayMs: (part.delayMs ?? 0) + milliseconds,
  }));
  return { ...behaviour, canary };
}

import { dailyShape } from '../model/dailyShape';
import { durationSeconds } from '../read/durationSeconds';
import type { RolloutWorld } from './rolloutWorld';

/** What a text comes to: a part of the world and what it means, or in words what may stand there. */
export type WorldReading =
  | { readonly kind: 'world'; readonly world: RolloutWorld; readonly words: string }
  | { readonly kind: 'invalid'; readonly expected: string };

/** One thing that can be said of a release, a fault, the traffic or the telemetry. */
interface WorldOption {
  /** `onset=10m` */
  readonly example: string;
  /** What it is, for the help. */
  readonly help: string;
  /** Null where the text is none. */
  readonly read: (text: string) => RolloutWorld | null;
}

const share = (text: string): number | null => {
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(text);
  const value = match === null ? NaN : Number(match[1]) / (match[2] === '%' ? 100 : 1);
  return value >= 0 && value <= 1 ? value : null;
};

const amount = (text: string): number | null => {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  return value > 0 && value <= 1e9 ? value : null;
};

/** What `read` makes of a value, null where there is none. */
function given<Value>(
  value: Value | null,
  world: (value: Value) => RolloutWorld,
): RolloutWorld | null {
  return value === null ? null : world(value);
}

/** `beta:5%` */
const segment = (text: string) => {
  const [name = '', size = ''] = text.split(':');
  const part = share(size);
  return name.trim() === '' || part === null ? null : { name: name.trim(), share: part };
};

/** `14:00` or `9` as an hour of the day. */
const hourOf = (text: string): number | null => {
  const match = /^(\d{1,2})(?::00)?$/.exec(text);
  const value = Number(match?.[1] ?? NaN);
  return value >= 0 && value < 24 ? value : null;
};

const options: Readonly<Record<string, WorldOption>> = {
  onset: {
    example: 'onset=10m',
    help: 'the fault shows after a time',
    read: (text) => given(durationSeconds(text), (onsetSeconds) => ({ fault: { onsetSeconds } })),
  },
  leak: {
    example: 'leak=2h',
    help: 'it grows to its full size in this time',
    read: (text) => given(durationSeconds(text), (growthSeconds) => ({ fault: { growthSeconds } })),
  },
  'frozen-features': {
    example: 'frozen-features=30m',
    help: 'features freeze at the onset and go stale: half of the fault after this time',
    read: (text) =>
      given(durationSeconds(text), (halfLifeSeconds) => ({ fault: { halfLifeSeconds } })),
  },
  'above-load': {
    example: 'above-load=40rps',
    help: 'only while the new version has so many requests a second',
    read: (text) =>
      given(amount(text.replace(/rps$/, '')), (aboveRequestsPerSecond) => ({
        fault: { aboveRequestsPerSecond },
      })),
  },
  segment: {
    example: 'segment=beta:5%',
    help: 'only in a segment, and its share of requests',
    read: (text) => given(segment(text), (one) => ({ fault: { segment: one } })),
  },
  'one-pod-of': {
    example: 'one-pod-of=4',
    help: 'only on one of so many pods',
    read: (text) =>
      given(amount(text), (pods) => ({ fault: { affectedShare: 1 / Math.max(1, pods) } })),
  },
  delay: {
    example: 'delay=200ms',
    help: 'each request of the new version takes longer by this',
    read: (text) => given(durationSeconds(text), (seconds) => ({ delayMs: seconds * 1000 })),
  },
  dependency: {
    example: 'dependency=20%@10m/5m',
    help: 'what both versions need fails: a share of requests, from when, for how long',
    read: (text) => {
      const [part = '', when = ''] = text.split('@');
      const [from = '', length = ''] = when.split('/');
      const outage = {
        share: share(part),
        fromSeconds: durationSeconds(from),
        seconds: durationSeconds(length),
      };
      const { share: bad, fromSeconds, seconds } = outage;
      if (bad === null || fromSeconds === null || seconds === null) return null;
      return { outage: { share: bad, fromSeconds, seconds } };
    },
  },
  'flipped-labels': {
    example: 'flipped-labels=10%',
    help: 'a share of what is labelled as the new version is the old one, and the other way round',
    read: (text) => given(share(text), (mislabelled) => ({ telemetry: { mislabelled } })),
  },
  'biased-segment': {
    example: 'biased-segment=mobile:20%:x3:40%',
    help: 'a segment, its share of requests, its levels over those of others, its share of the new version’s requests',
    read: (text) => {
      const [name = '', all = '', times = '', own = ''] = text.split(':');
      const factor = times.startsWith('x') ? amount(times.slice(1)) : null;
      const [part, canaryShare] = [share(all), share(own)];
      if (name === '' || factor === null || part === null || canaryShare === null) return null;
      return { bias: { segment: name, factor, share: part, canaryShare } };
    },
  },
  'lost-telemetry': {
    example: 'lost-telemetry=5%',
    help: 'the chance that a query gives nothing',
    read: (text) => given(share(text), (missing) => ({ telemetry: { missing } })),
  },
  'late-telemetry': {
    example: 'late-telemetry=90s',
    help: 'queries see what was so long ago',
    read: (text) => given(durationSeconds(text), (lateSeconds) => ({ telemetry: { lateSeconds } })),
  },
  'day-effects': {
    example: 'day-effects=0.2',
    help: 'levels differ from launch to launch: standard deviation of their logarithm',
    read: (text) => given(amount(text), (betweenLaunches) => ({ noise: { betweenLaunches } })),
  },
  'common-noise': {
    example: 'common-noise=0.1',
    help: 'levels of both versions differ together from interval to interval: the same deviation',
    read: (text) => given(amount(text), (betweenIntervals) => ({ noise: { betweenIntervals } })),
  },
  overdispersion: {
    example: 'overdispersion=0.001',
    help: 'correlation of requests within an interval',
    read: (text) => given(share(text), (overdispersion) => ({ noise: { overdispersion } })),
  },
  daily: {
    example: 'daily=60%@14:00/9:00',
    help: 'requests have a peak in the day: how far above the mean, when, and when the launch starts',
    read: (text) => {
      const [size = '', when = '14:00/9:00'] = text.split('@');
      const [peak = '', start = '9:00'] = when.split('/');
      const [swing, peakHour, startHour] = [share(size), hourOf(peak), hourOf(start)];
      if (swing === null || peakHour === null || startHour === null) return null;
      return { daily: dailyShape({ swing, peakHour, startSeconds: startHour * 3600 }) };
    },
  },
  window: {
    example: 'window=5m',
    help: 'all queries look back so far',
    read: (text) =>
      given(durationSeconds(text), (windowSeconds) => (windowSeconds > 0 ? { windowSeconds } : {})),
  },
  scrape: {
    example: 'scrape=30s',
    help: 'counters are seen at scrapes only: a window reaches from the first in it to the last',
    read: (text) =>
      given(durationSeconds(text), (scrapeSeconds) =>
        scrapeSeconds > 0 ? { telemetry: { scrapeSeconds, scraped: true } } : {},
      ),
  },
};

/** Each thing that can be said, with an example and what it means. */
export const worldHelp: readonly { readonly example: string; readonly help: string }[] =
  Object.values(options);

/** Reads `onset=10m`, `segment=beta:5%` and the like. */
export function readWorldOption(text: string): WorldReading {
  const [name = '', ...rest] = text.trim().split('=');
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined) {
    return { kind: 'invalid', expected: `one of ${Object.keys(options).join(', ')}` };
  }
  const world = option.read(rest.join('=').trim());
  if (world === null) return { kind: 'invalid', expected: option.example };
  return { kind: 'world', world, words: `${text.trim()}: ${option.help}` };
}

import type { Gate } from '../model/gate';

/** The PromQL of a gate's signal, over its window; null where no query of the shapes that are read gives it. */
export function writeQuery({ signal, windowSeconds }: Gate): string | null {
  const window = `${windowSeconds}s`;
  const times = signal.scale === 1 ? '' : ` * ${signal.scale}`;
  const counter = (matcher: string, call = 'rate') =>
    `sum(${call}(requests_total${matcher}[${window}]))`;
  switch (signal.kind) {
    case 'share': {
      if (signal.metric !== 'error-rate') return null;
      const matcher = signal.of === 'bad' ? '{code=~"5.."}' : '{code!~"5.."}';
      return `${counter(matcher)} / ${counter('')}${times}`;
    }
    case 'count':
      if (signal.metric !== 'error-rate') return null;
      return `${counter('{code=~"5.."}', signal.per === 'second' ? 'rate' : 'increase')}${times}`;
    case 'quantile': {
      const isSeconds = signal.scale === 0.001;
      const buckets = isSeconds ? 'request_seconds_bucket' : 'request_milliseconds_bucket';
      const quantile = `histogram_quantile(${signal.quantile}, sum(rate(${buckets}[${window}])) by (le))`;
      return `${quantile}${isSeconds ? '' : times}`;
    }
    case 'gauge':
      return null;
  }
}

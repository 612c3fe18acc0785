import { expect, test } from 'vitest';
import { signalOfQuery } from '../../../../../src/core/rollout/read/promql/signalOfQuery';

/** Shapes of queries as they stand in guides and manifests; what each measures was written down by reading it. */
test.each([
  [
    'sum(rate(http_requests_total{status!~"5.*"}[5m])) / sum(rate(http_requests_total[5m]))',
    'good x1 300s',
  ],
  [
    'sum(irate(istio_requests_total{reporter="source",response_code!~"5.*"}[2m])) / sum(irate(istio_requests_total{reporter="source"}[2m]))',
    'good x1 120s',
  ],
  [
    'sum(rate(requests_total{code=~"5.."}[1m])) / sum(rate(requests_total[1m])) * 100',
    'bad x100 60s',
  ],
  [
    '(sum(increase(requests_total{status=~"[45].."}[10m])) / sum(increase(requests_total[10m])))',
    'bad x1 600s',
  ],
  ['1 - (sum(rate(r_total{code=~"5.."}[1m])) / sum(rate(r_total[1m])))', 'good x1 60s'],
  ['100 - 100 * sum(rate(r_total{code=~"5.."}[1m])) / sum(rate(r_total[1m]))', 'good x100 60s'],
  ['sum(response_total{classification="success"}) / sum(response_total)', null],
  [
    'sum(rate(response_total{classification="failure"}[1m])) / sum(rate(response_total{}[1m]))',
    'bad x1 60s',
  ],
  [
    'sum(rate(app_errors_total[5m])) by (service) / sum by (service) (rate(app_requests_total[5m]))',
    'bad x1 300s',
  ],
  [
    'sum(rate(nginx_ingress_controller_requests{status!~"[4-5].*"}[1m]))/sum(rate(nginx_ingress_controller_requests[1m]))',
    'good x1 60s',
  ],
  ['sum(rate(r{code="200"}[1m])) / sum(rate(r[1m]))', 'good x1 60s'],
  [
    'sum(rate(grpc_server_handled_total{grpc_code!="OK"}[1m])) / sum(rate(grpc_server_handled_total[1m]))',
    'bad x1 60s',
  ],
  ['scalar(sum(rate(r{code=~"5.."}[1m])) / sum(rate(r[1m])))', 'bad x1 60s'],
  ['sum(rate(r{code=~"5.."}[1m])) / sum(rate(r[1m])) or vector(0)', 'bad x1 60s empty 0'],
  ['sum(rate(r{code=~"5.."}[1m])) or vector(0)', 'count/second x1 60s empty 0'],
  ['sum(increase(r{code=~"5.."}[1m]))', 'count/window x1 60s'],
  [
    'histogram_quantile(0.99, sum(rate(http_request_duration_seconds_bucket[5m])) by (le))',
    'p0.99 x0.001 300s',
  ],
  [
    'histogram_quantile(0.95, sum by (le) (rate(istio_request_duration_milliseconds_bucket[1m])))',
    'p0.95 x1 60s',
  ],
  ['histogram_quantile(0.5, sum(rate(t_seconds_bucket[1m])) by (le)) * 1000', 'p0.5 x1 60s'],
  [
    'histogram_quantile(0.99, sum(rate(response_latency_ms_bucket{ns="a"}[30s])) by (le))',
    'p0.99 x1 30s',
  ],
  // Not guessed at: no errors among them, a label that says nothing of the outcome, no query at all.
  ['sum(rate(http_requests_total[5m]))', null],
  ['sum(rate(r{pod="a"}[1m])) / sum(rate(r[1m]))', null],
  ['avg(container_memory_usage_bytes)', null],
  ['sum(rate(r{code="404"}[1m])) / sum(rate(other_total[1m])) ** 2', null],
  ['up{', null],
  ['', null],
])('%s', (query, expected) => {
  const read = signalOfQuery(query);
  if (read === null) {
    expect(expected).toBeNull();
    return;
  }
  const { signal, windowSeconds, emptyValue } = read;
  const what = { share: '', count: 'count', quantile: 'p', gauge: 'gauge' }[signal.kind];
  const detail =
    signal.kind === 'share'
      ? signal.of
      : signal.kind === 'count'
        ? `/${signal.per}`
        : signal.kind === 'quantile'
          ? String(signal.quantile)
          : '';
  const empty = emptyValue === null ? '' : ` empty ${emptyValue}`;
  expect(`${what}${detail} x${Number(signal.scale.toPrecision(6))} ${windowSeconds}s${empty}`).toBe(
    expected,
  );
});

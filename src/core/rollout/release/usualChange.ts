import type { Gate } from '../model/gate';
import type { ReleaseChange } from './releaseChange';

/** The bad release that is looked at where none is given: five times the errors; twice the latency, where gates look at nothing else. */
export function usualChange(gates: readonly Pick<Gate, 'signal'>[]): ReleaseChange {
  const first = gates.find(({ signal }) => signal.kind === 'quantile')?.signal;
  const seesErrors =
    gates.length === 0 || gates.some(({ signal }) => signal.metric === 'error-rate');
  if (!seesErrors && first?.kind === 'quantile') {
    const name = { kind: 'latency', metric: 'latency', quantile: first.quantile } as const;
    return { name, kind: 'times', value: 2 };
  }
  const name = { kind: 'share', metric: 'error-rate', isComplement: false } as const;
  return { name, kind: 'times', value: 5 };
}

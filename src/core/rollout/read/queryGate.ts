import type { Gate } from '../model/gate';
import type { VerdictTable } from '../model/verdictTable';
import type { ManifestField } from './manifestField';
import { signalOfQuery } from './promql/signalOfQuery';

/**
 * A gate on a PromQL query; null, and said at its place, where the query is of no shape that is read. `verdictsOf` puts
 * the condition on it, given what the query gives without data (null: nothing).
 */
export function queryGate({
  name,
  query,
  field,
  verdictsOf,
}: {
  readonly name: string;
  readonly query: string;
  readonly field: ManifestField;
  readonly verdictsOf: (emptyValue: number | null) => VerdictTable | null;
}): Gate | null {
  const read = signalOfQuery(query);
  if (read === null) {
    field.refuse(
      `what the query of "${name}" measures is not known. Read are ratios of error or success counters, rates of errors, and histogram_quantile. The metric is taken to pass.`,
    );
    return null;
  }
  const verdicts = verdictsOf(read.emptyValue);
  if (verdicts === null) return null;
  return { name, signal: read.signal, windowSeconds: read.windowSeconds, verdicts };
}

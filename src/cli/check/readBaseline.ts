import { decodeText } from '../../core/syntax/decodeText';
import type { CliPorts } from '../cliPorts';
import { UserError } from '../userError';

function isReport(value: unknown): value is { findings: readonly { fingerprint?: unknown }[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    Array.isArray((value as { findings?: unknown }).findings)
  );
}

/** The fingerprints of a former report. Rejects with a `UserError` where it is none. */
export async function readBaseline(file: string, ports: CliPorts): Promise<ReadonlySet<string>> {
  const decoded = decodeText(await ports.readFile(file));
  let value: unknown = null;
  try {
    value = decoded.kind === 'text' ? (JSON.parse(decoded.text) as unknown) : null;
  } catch {
    value = null;
  }
  if (!isReport(value))
    throw new UserError(
      `${file} is no baseline: make one with flaglab check --format json --output ${file}.`,
    );
  return new Set(
    value.findings.flatMap(({ fingerprint }) =>
      typeof fingerprint === 'string' ? [fingerprint] : [],
    ),
  );
}

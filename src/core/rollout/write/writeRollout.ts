import type { JsonValue } from '../../model/json';
import { writeYamlMember } from '../../syntax/writeYamlValue';
import type { ReadRollout } from '../read/readRollout';
import { writeArgo } from './writeArgo';
import { writeFlagger } from './writeFlagger';

/**
 * A rollout as manifests of its controller, one YAML document each, that read as the same rollout; null where it cannot be
 * written: no strategy, a controller without manifests, a metric without a query. What is simulated is all that is kept:
 * queries are written in one shape, labels of an own Prometheus are not in them, so it is no text to apply as it is.
 */
export function writeRollout({
  name,
  strategy,
  traffic,
}: Pick<ReadRollout, 'name' | 'strategy' | 'traffic'>): string | null {
  const documents = documentsOf(name, strategy, traffic);
  if (documents === null) return null;
  return documents.map(yamlOf).join('---\n');
}

function documentsOf(
  name: string,
  strategy: ReadRollout['strategy'],
  traffic: ReadRollout['traffic'],
): readonly JsonValue[] | null {
  switch (strategy?.kind) {
    case 'flagger':
      return writeFlagger(name, strategy, traffic);
    case 'argo-canary':
    case 'argo-blue-green':
      return writeArgo(name, strategy);
    case undefined:
    case 'kayenta':
    case 'fixed-steps':
    case 'sequential':
      return null;
  }
}

function yamlOf(document: JsonValue): string {
  const members = Object.entries(document as Readonly<Record<string, JsonValue>>);
  return members.map((member) => `${writeYamlMember(member, { indent: 0, eol: '\n' })}\n`).join('');
}

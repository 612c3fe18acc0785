import { describeRollout } from '../../src/core/flags/describe/describeRollout';
import type { FlagDefinition } from '../../src/core/model/flagDefinition';

function lifeInWords(definition: FlagDefinition): string {
  const { lifetime, owner, created, expires, prerequisites } = definition;
  const parts = [
    lifetime,
    owner,
    created && `made ${created}`,
    expires && `until ${expires.kind === 'date' ? expires.date : expires.version}`,
    prerequisites.length > 0 && `needs ${prerequisites.join(', ')}`,
  ].filter(Boolean);
  return parts.length > 0 ? ` | ${parts.join(', ')}` : '';
}

/** `key line:column type [environment] | who gets it | life`, positions from 1. */
export function definitionLine(definition: FlagDefinition): string {
  const { key, keySpan, valueType, environment } = definition;
  const place = `${keySpan.start.line + 1}:${keySpan.start.column + 1}`;
  const where = environment === 'default' ? '' : ` ${environment}`;
  const { full } = describeRollout(definition);
  return `${key} ${place} ${valueType ?? 'none'}${where} | ${full}${lifeInWords(definition)}`;
}

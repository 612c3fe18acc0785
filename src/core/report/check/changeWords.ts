import { assertNever } from '../../model/assertNever';
import type { FlagChange } from '../../flags/changes/flagChanges';
import { countOf } from '../countOf';

/** What a change does to a flag, in words without its key. */
export function changeWords(change: FlagChange): string {
  switch (change.kind) {
    case 'added': {
      const { lifetime, owner, expires } = change;
      const until =
        expires === null
          ? 'no expiry'
          : expires.kind === 'date'
            ? `expires ${expires.date}`
            : `expires with version ${expires.version}`;
      const parts = [lifetime ?? 'no lifetime', owner ? `owner ${owner}` : 'no owner', until];
      return `added: ${parts.join(', ')}`;
    }
    case 'removed':
      return `definition removed from ${change.file}`;
    case 'rollout': {
      const where = change.environment === 'default' ? '' : ` in ${change.environment}`;
      return `${change.from} → ${change.to}${where}`;
    }
    case 'reads': {
      const { added, removed, left } = change;
      const parts = [
        ...(added > 0 ? [`${countOf(added, 'read')} added`] : []),
        ...(removed > 0 ? [`${countOf(removed, 'read')} removed`] : []),
      ];
      return `${parts.join(', ')}, ${left === 0 ? 'none left' : `${left} now`}`;
    }
    default:
      return assertNever(change);
  }
}

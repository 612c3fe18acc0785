import type { JsonValue } from '../../model/json';
import { dayOf } from '../../model/dayOf';
import { expiryOf } from './expiryOf';
import { nothingSaid, type FlagLife } from './flagLife';
import { lifetimeOf } from './lifetimeOf';

type Metadata = Readonly<Record<string, JsonValue>>;

/** Names that teams give these in free metadata, in lower case without `_`, `-` and `.`, the likeliest first. */
const names = {
  owner: ['owner', 'owners', 'team', 'maintainer', 'author'],
  lifetime: ['lifetime', 'flagtype', 'type', 'kind'],
  created: ['created', 'createdat', 'createdon', 'since', 'addedon'],
  expires: [
    'expires',
    'expiresat',
    'expireson',
    'expiry',
    'expirydate',
    'expirationdate',
    'removeby',
    'removein',
    'milestone',
  ],
} as const;

function textOf(value: JsonValue | undefined): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (typeof value === 'number') return String(value);
  if (!Array.isArray(value)) return null;
  const texts = value.flatMap((item: JsonValue) => (typeof item === 'string' ? [item] : []));
  return texts.length > 0 && texts.length === value.length ? texts.join(', ') : null;
}

/** The first of several names that gives something. */
function first<Found>(
  metadata: ReadonlyMap<string, JsonValue>,
  candidates: readonly string[],
  read: (text: string) => Found | null,
): Found | null {
  for (const name of candidates) {
    const text = textOf(metadata.get(name));
    const found = text === null ? null : read(text);
    if (found !== null) return found;
  }
  return null;
}

/**
 * A flag's life from metadata whose names nobody prescribes (flagd, GO Feature Flag, the OpenFeature manifest):
 * `owner`, `team`, `createdAt`, `expires`, `lifetime` and the like. A value that is no day, version or lifetime is left alone.
 */
export function lifeInMetadata(metadata: JsonValue | undefined): FlagLife {
  if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata))
    return nothingSaid;
  const plain = new Map(
    Object.entries(metadata as Metadata).map(([name, value]) => [
      name.toLowerCase().replace(/[_.-]/g, ''),
      value,
    ]),
  );
  return {
    lifetime: first(plain, names.lifetime, lifetimeOf),
    owner: first(plain, names.owner, (text) => text),
    created: first(plain, names.created, dayOf),
    expires: first(plain, names.expires, expiryOf),
    prerequisites: [],
  };
}

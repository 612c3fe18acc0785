import type { FlagDefinition } from '../../../model/flagDefinition';
import { daysBetween } from '../../../model/daysBetween';
import type { FlagStanding } from '../flagStanding';
import { hasReachedVersion } from '../hasReachedVersion';
import { keepInWords } from '../keepInWords';
import { removalOf } from '../removalOf';
import type { StaleFacts } from '../staleFacts';
import type { StaleRule, StaleSignal } from '../staleRule';

/** Why a definition's time is over, as the start of a sentence; null where it is not, or cannot be known. */
function overInWords(definition: FlagDefinition, facts: StaleFacts): string | null {
  const { expires } = definition;
  if (expires === null) return null;
  if (expires.kind === 'date') {
    const days = daysBetween(expires.date, facts.now);
    return days > 0 ? `Expired on ${expires.date}, ${days} days ago` : null;
  }
  const versions = facts.versionsFor(definition);
  const reached = versions.map(({ version }) => hasReachedVersion(version, expires.version));
  // Several parts of a repository have versions of their own: all of them must have come so far.
  if (reached.length === 0 || reached.some((has) => has !== true)) return null;
  const [{ version, source } = { version: '', source: '' }] = versions;
  return `To be gone with version ${expires.version}; ${source} says ${version}`;
}

function find(facts: StaleFacts, standing: FlagStanding): readonly StaleSignal[] {
  const seen = new Set<string>();
  return facts.flag.definitions.flatMap((definition) => {
    const over = overInWords(definition, facts);
    if (over === null || seen.has(over)) return [];
    seen.add(over);
    const message = `${over}: ${keepInWords(standing.keep)}.`;
    const place = { file: definition.file, span: definition.keySpan };
    return [{ severity: 'warning', message, place, action: removalOf(standing) } as const];
  });
}

/** Its own definition says that it should be gone by now: by day, or by a version that the repository has reached. */
export const expired: StaleRule = {
  id: 'flag-expired',
  name: 'Expired',
  help: 'The definition names a day that is past, or a version that the repository has reached (package.json, VERSION, pom.xml, Cargo.toml, *.csproj, git tag). Remove the flag, or set a new expiry.',
  find,
};

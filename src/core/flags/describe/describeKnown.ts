import type { Flag } from '../../model/flag';
import type { FlagDefinition } from '../../model/flagDefinition';
import type { FlagRead } from '../../model/flagRead';
import type { FlagVerdict } from '../../model/flagVerdict';
import { verdictWords } from '../../report/check/verdictWords';
import { describeDefaults } from './describeDefaults';
import { describeRollout } from './describeRollout';
import { expectedIn } from './expectedIn';
import { fitLine } from './fitLine';

/** What is asked about: a flag, and the read it is asked from (null: from none). */
export interface KnownQuestion {
  readonly flag: Flag;
  readonly read: FlagRead | null;
  /** What was found of its life, where that is known by now. */
  readonly verdict?: FlagVerdict | null;
}

/** Definitions that say who gets the flag; where there are none, those that declare it. */
function tellingDefinitions(definitions: readonly FlagDefinition[]): readonly FlagDefinition[] {
  const provisioning = definitions.filter(({ role }) => role === 'provisioning');
  return provisioning.length > 0 ? provisioning : definitions;
}

function describeDefinitions(definitions: readonly FlagDefinition[]): readonly string[] {
  const words = definitions.map((definition) => ({ definition, ...describeRollout(definition) }));
  const [first] = words;
  if (first === undefined) return [];
  if (words.every(({ full }) => full === first.full)) return [first.full, first.short];
  const each = (text: (word: (typeof words)[number]) => string) =>
    words.map((word) => `${word.definition.environment}: ${text(word)}`).join(' · ');
  return [
    each(({ full }) => full),
    each(({ short }) => short),
    `${words.length} definitions differ`,
  ];
}

function describeMissing(files: readonly string[]): readonly string[] {
  const [first = ''] = files;
  const name = first.split('/').at(-1) ?? first;
  if (files.length === 1)
    return [`not defined in ${first}`, `not defined in ${name}`, 'not defined'];
  return [
    `not defined in ${first} or ${files.length - 1} more`,
    `not defined in ${files.length} files`,
    'not defined',
  ];
}

/** How long it has been so, and what to keep; of a flag that is in use, who gets it says more. */
function lifeInWords(verdict: FlagVerdict | null | undefined): string | null {
  if (!verdict) return null;
  const { action, evidence } = verdict;
  const isLong = evidence.oneSidedDays !== null && evidence.oneSidedDays > 0;
  return isLong || action === 'remove' || action === 'archive' ? verdictWords(verdict) : null;
}

/** All that is known of a flag, longest words first. */
export function knownInWords({ flag, read, verdict }: KnownQuestion): readonly string[] {
  const life = lifeInWords(verdict);
  if (life !== null) return [life];
  const definitions = tellingDefinitions(flag.definitions);
  if (definitions.length > 0) return describeDefinitions(definitions);
  const asked = read ?? flag.reads[0];
  const files = asked === undefined ? [] : expectedIn(flag, asked);
  return files.length > 0 ? describeMissing(files) : [describeDefaults(read, flag.reads)];
}

/** One line that fits over code: `one_click_checkout: on for 10 %`. */
export function describeKnown(question: KnownQuestion): string {
  return fitLine(question.flag.key, knownInWords(question));
}

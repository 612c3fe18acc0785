import type { Flag } from '../../model/flag';
import { compareText } from '../index/compareText';
import { flagState, flagStates, type FlagState } from './flagState';

/** What flags can be put together by; `none`: one list. */
export const groupings = ['state', 'owner', 'file', 'none'] as const;
export type Grouping = (typeof groupings)[number];

/** Flags that belong together. `of`: the state, or the owner or file, null for those that have none. */
export type FlagGroup = { readonly flags: readonly Flag[] } & (
  | { readonly by: 'state'; readonly of: FlagState }
  | { readonly by: 'owner' | 'file'; readonly of: string | null }
);

function byState(flags: readonly Flag[]): readonly FlagGroup[] {
  const states = new Map(flags.map((flag) => [flag, flagState(flag)]));
  return flagStates
    .map((of): FlagGroup => {
      return { by: 'state', of, flags: flags.filter((flag) => states.get(flag) === of) };
    })
    .filter((group) => group.flags.length > 0);
}

function byNames(
  by: 'owner' | 'file',
  flags: readonly Flag[],
  namesOf: (flag: Flag) => readonly string[],
): readonly FlagGroup[] {
  const groups = new Map<string | null, Flag[]>();
  for (const flag of flags) {
    const names: readonly (string | null)[] = namesOf(flag);
    for (const of of new Set(names.length > 0 ? names : [null])) {
      const group = groups.get(of);
      if (group) group.push(flag);
      else groups.set(of, [flag]);
    }
  }
  return [...groups]
    .toSorted(([one], [other]) =>
      one === null ? 1 : other === null ? -1 : compareText(one, other),
    )
    .map(([of, members]) => ({ by, of, flags: members }));
}

/** Flags in groups: by what is known of who gets them, by owner, by the file that defines them. A flag with several owners or files is in each. */
export function groupFlagsBy(
  by: Exclude<Grouping, 'none'>,
  flags: readonly Flag[],
): readonly FlagGroup[] {
  switch (by) {
    case 'state':
      return byState(flags);
    case 'owner':
      return byNames(by, flags, ({ definitions }) =>
        definitions.flatMap(({ owner }) => owner ?? []),
      );
    case 'file':
      return byNames(by, flags, ({ definitions }) => definitions.map(({ file }) => file));
  }
}

import type { Flag } from '../../model/flag';
import { compareText } from '../index/compareText';
import { readinesses, type Readiness } from './readiness';
import { flagState, flagStates, type FlagState } from './flagState';

/** What flags can be put together by; `none`: one list. */
export const groupings = ['state', 'owner', 'file', 'none'] as const;
export type Grouping = (typeof groupings)[number];

/** Flags that belong together. `of`: what is to be done with them soon, the state, or the owner or file, null for those that have none. */
export type FlagGroup = { readonly flags: readonly Flag[] } & (
  | { readonly by: 'readiness'; readonly of: Readiness }
  | { readonly by: 'state'; readonly of: FlagState }
  | { readonly by: 'owner' | 'file'; readonly of: string | null }
);

type ReadinessOf = (flag: Flag) => Readiness | null;

/** What is to be looked at comes first; the others by their state. */
function byState(flags: readonly Flag[], readinessOf: ReadinessOf): readonly FlagGroup[] {
  const ready = new Map(flags.map((flag) => [flag, readinessOf(flag)]));
  const states = new Map(
    flags.filter((flag) => ready.get(flag) === null).map((flag) => [flag, flagState(flag)]),
  );
  const groups: readonly FlagGroup[] = [
    ...readinesses.map((of) => {
      return {
        by: 'readiness',
        of,
        flags: flags.filter((flag) => ready.get(flag) === of),
      } as const;
    }),
    ...flagStates.map((of) => {
      return { by: 'state', of, flags: flags.filter((flag) => states.get(flag) === of) } as const;
    }),
  ];
  return groups.filter((group) => group.flags.length > 0);
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

/** Flags in groups: by what is to be done with them and who gets them, by owner, by the file that defines them. A flag with several owners or files is in each. */
export function groupFlagsBy(
  by: Exclude<Grouping, 'none'>,
  flags: readonly Flag[],
  readinessOf: ReadinessOf = () => null,
): readonly FlagGroup[] {
  switch (by) {
    case 'state':
      return byState(flags, readinessOf);
    case 'owner':
      return byNames(by, flags, ({ definitions }) =>
        definitions.flatMap(({ owner }) => owner ?? []),
      );
    case 'file':
      return byNames(by, flags, ({ definitions }) => definitions.map(({ file }) => file));
  }
}

import type { Flag } from '../../model/flag';

/** Whether every word of a filter is somewhere in a flag's key, descriptions, owners, or files; case does not count. */
export function matchesFilter({ key, definitions, reads }: Flag, filter: string): boolean {
  const texts = [
    key,
    ...definitions.flatMap(({ description, owner, file }) => [
      description ?? '',
      owner ?? '',
      file,
    ]),
    ...reads.map(({ file }) => file),
  ].map((text) => text.toLowerCase());
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.every((word) => texts.some((text) => text.includes(word)));
}

import { environmentNamed } from './environmentNamed';

/**
 * The environment a definition file is for, by a part of its name (`shop.prod.flagd.json`), else by the name of the folder it is in
 * (`staging/flags.flagd.json`); `default` where neither names one. Folders further up say what a repository is for, not a file.
 * `file` is a path with `/` between folders.
 */
export function environmentOf(file: string): string {
  const folders = file.split('/');
  const name = folders.pop() ?? '';
  const words = [...name.split(/[._-]/).toReversed(), folders.pop() ?? ''];
  for (const word of words) {
    const found = environmentNamed(word);
    if (found !== null) return found;
  }
  return 'default';
}

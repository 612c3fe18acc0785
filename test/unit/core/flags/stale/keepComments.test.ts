import { expect, test } from 'vitest';
import { keepComments } from '../../../../../src/core/flags/stale/keepComments';

/** `first-last until reason`, lines from 0. */
function told(text: string): readonly string[] {
  return keepComments('a.ts', text).map(
    ({ firstLine, lastLine, until, badUntil, reason }) =>
      `${firstLine}-${lastLine} ${until ?? badUntil ?? '-'} ${reason ?? 'no reason'}`,
  );
}

test.each([
  ['// flaglab-keep: until 2027-03-01, winter sale\nread();', ['0-1 2027-03-01 winter sale']],
  ['read(); // flaglab-keep: until 2027-03-01, sale', ['0-0 2027-03-01 sale']],
  ['# flaglab-keep: for the fair\n\n# more\nread()', ['0-3 - for the fair']],
  ['/* flaglab-keep: until 2027-03-01 */\nread();', ['0-1 2027-03-01 no reason']],
  ['{/* flaglab-keep: until soon, sale */}\n<A/>', ['0-1 soon sale']],
  ['<!-- flaglab-keep: until 2027-02-30, sale -->\n', ['0-1 2027-02-30 sale']],
  ["const x = 'flaglab-keep: until 2027-03-01, no comment';", []],
  ['// flaglab-keeper: until 2027-03-01, other\n', []],
] as const)('%j', (text, expected) => {
  expect(told(text)).toEqual(expected);
});

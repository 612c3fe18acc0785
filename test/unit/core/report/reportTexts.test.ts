import { describe, expect, test } from 'vitest';
import { csvText } from '../../../../src/core/report/csvText';
import { escapeHtml } from '../../../../src/core/report/html/escapeHtml';
import { markdownTable } from '../../../../src/core/report/markdown/markdownTable';

describe('names from files are text in every report', () => {
  // RFC 4180, 2.6 and 2.7: quotes, commas and line ends are quoted, quotes doubled. A formula: OWASP, CSV Injection.
  test('CSV', () => {
    expect(csvText([['a,b', 'say "on"', '=1+1', -1, null]])).toBe(
      '"a,b","say ""on""",\'=1+1,-1,\r\n',
    );
  });

  test('HTML', () => {
    expect(escapeHtml('<img src="x"> & co')).toBe('&lt;img src=&quot;x&quot;&gt; &amp; co');
  });

  // CommonMark 2.4 and GitHub's tables: a backslash takes a sign its meaning.
  test('Markdown', () => {
    const table = { title: '<b>', columns: ['metric', 'n'], rows: [['a|b\n*c*', '1']] };
    expect(markdownTable(table)).toEqual([
      '',
      String.raw`### \<b\>`,
      '',
      '| metric | n |',
      '| :-- | --: |',
      String.raw`| a\|b \*c\* | 1 |`,
    ]);
  });
});

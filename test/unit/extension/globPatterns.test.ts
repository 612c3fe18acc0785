import { describe, expect, test } from 'vitest';
import { ignorePatternsOf } from '../../../src/extension/workspace/globPatterns';

const rows: readonly { glob: string; patterns: readonly string[] }[] = [
  { glob: '**/node_modules', patterns: ['**/node_modules'] },
  { glob: 'dist', patterns: ['/dist'] },
  { glob: 'out/*.js', patterns: ['/out/*.js'] },
  { glob: '**/*.{js,js.map}', patterns: ['**/*.js', '**/*.js.map'] },
  { glob: '{a,b/{c,d}}/x', patterns: ['/a/x', '/b/c/x', '/b/d/x'] },
  { glob: '{**/tmp,log}', patterns: ['**/tmp', '/log'] },
  { glob: '**/un{closed', patterns: ['**/un{closed'] },
  { glob: '', patterns: [] },
];

describe('exclude globs of the editor as ignore patterns', () => {
  test.each(rows)('$glob', ({ glob, patterns }) => {
    expect(ignorePatternsOf([glob])).toEqual(patterns);
  });
});

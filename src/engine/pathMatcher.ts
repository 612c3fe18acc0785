import ignore, { type Ignore } from 'ignore';

/** Patterns in the language of `.gitignore`: one by one, or the text of a file of them. */
export function pathMatcher(patterns: string | readonly string[]): Ignore {
  return ignore({ allowRelativePaths: true }).add(patterns);
}

export type PathMatcher = Ignore;

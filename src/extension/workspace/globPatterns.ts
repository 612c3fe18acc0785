/** The alternatives of the first `{a,b}` group, nested groups left whole; null where there is none. */
function firstGroup(glob: string): { start: number; end: number; parts: string[] } | null {
  const start = glob.indexOf('{');
  if (start < 0) return null;
  const parts: string[] = [];
  let depth = 0;
  let partStart = start + 1;
  for (let at = start; at < glob.length; at++) {
    const character = glob[at];
    if (character === '{') depth++;
    else if (character === ',' && depth === 1) {
      parts.push(glob.slice(partStart, at));
      partStart = at + 1;
    } else if (character === '}' && --depth === 0) {
      return { start, end: at + 1, parts: [...parts, glob.slice(partStart, at)] };
    }
  }
  return null;
}

function expandGroups(glob: string): readonly string[] {
  const group = firstGroup(glob);
  if (!group) return [glob];
  const [before, after] = [glob.slice(0, group.start), glob.slice(group.end)];
  return group.parts.flatMap((part) => expandGroups(before + part + after));
}

/**
 * The editor's exclude globs as patterns of an ignore file. They differ in two points: an ignore file knows no
 * `{a,b}`, and takes a name without a slash at any depth, where the editor means the root.
 */
export function ignorePatternsOf(globs: readonly string[]): readonly string[] {
  return globs
    .flatMap(expandGroups)
    .filter((glob) => glob.trim() !== '')
    .map((glob) => (glob.startsWith('**/') || glob.startsWith('/') ? glob : `/${glob}`));
}

import { holdsFlags } from './holdsFlags';
import type { Shape } from './readRule';
import { sdkRulePacks } from './registry';

/** Names by which the calls of all SDKs can be found in a text, collected from the rule packs. */
export interface TellingNames {
  readonly packages: readonly string[];
  /** Methods, hooks and functions whose call reads a flag. */
  readonly reads: ReadonlySet<string>;
  /** Those of them whose name alone is telling, and the SDKs that have one of that name. */
  readonly tellingReads: ReadonlyMap<string, readonly string[]>;
  readonly elements: ReadonlySet<string>;
  /** Functions that give an object whose members are flags. */
  readonly flagBags: ReadonlySet<string>;
}

interface Collecting {
  readonly reads: Set<string>;
  readonly tellingReads: Map<string, string[]>;
  readonly elements: Set<string>;
  readonly flagBags: Set<string>;
}

function collect(into: Collecting, sdk: string, name: string, shape: Shape): void {
  if (shape.read) into.reads.add(name);
  if (shape.read?.telling) {
    const known = into.tellingReads.get(name);
    if (!known) into.tellingReads.set(name, [sdk]);
    else if (!known.includes(sdk)) known.push(sdk);
  }
  if (shape.element) into.elements.add(name);
  if (holdsFlags(shape.returns)) into.flagBags.add(name);
  for (const [memberName, member] of Object.entries(shape.members ?? {})) {
    collect(into, sdk, memberName, member);
  }
}

function collectNames(): TellingNames {
  const into: Collecting = {
    reads: new Set(),
    tellingReads: new Map(),
    elements: new Set(),
    flagBags: new Set(),
  };
  const packages: string[] = [];
  for (const { id, rows } of sdkRulePacks) {
    for (const row of rows) {
      packages.push(...row.packages);
      for (const shapes of [row.exports, row.types]) {
        for (const [name, shape] of Object.entries(shapes)) collect(into, id, name, shape);
      }
    }
  }
  return { packages: [...new Set(packages)], ...into };
}

/** Names of the registered rule packs. */
export const tellingNames: TellingNames = collectNames();

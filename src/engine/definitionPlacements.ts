import type { FileFacts } from '../core/model/fileFacts';
import type { DefinitionRole } from '../core/model/flagDefinition';
import { pathMatcher } from './pathMatcher';

/** What the project's settings say of some definition files. */
export interface DefinitionPlacement {
  /** Patterns as in `.gitignore`. */
  readonly files: readonly string[];
  readonly environment?: string | undefined;
  readonly role?: DefinitionRole | undefined;
}

/** Puts the definitions of a file into the environment and the role that the settings give to it. */
export type PlaceDefinitions = (facts: FileFacts) => FileFacts;

/** Of several placements that a file fits the first one counts; what it leaves open stays as the format says. */
export function createDefinitionPlacements(
  placements: readonly DefinitionPlacement[],
): PlaceDefinitions {
  const rules = placements.map(({ files, environment, role }) => ({
    matcher: pathMatcher(files),
    change: {
      ...(environment !== undefined && { environment }),
      ...(role !== undefined && { role }),
    },
  }));
  return (facts) => {
    if (facts.definitions.length === 0) return facts;
    const rule = rules.find(({ matcher }) => matcher.ignores(facts.file));
    if (!rule) return facts;
    const definitions = facts.definitions.map((definition) => ({ ...definition, ...rule.change }));
    return { ...facts, definitions };
  };
}

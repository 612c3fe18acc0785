import type { ProposedWrapper } from '../flags/index/proposeWrappers';
import type { TextEdit } from '../model/textEdit';
import { editYaml } from '../syntax/yamlEdit';
import { writeYamlFlow } from '../syntax/writeYamlValue';
import { parseSettings } from './parseSettings';

/** The settings' own part of a proposal. */
function entryOf({ name, module, receiver, key, property, sdk }: ProposedWrapper) {
  return {
    name,
    ...(module !== undefined && { module }),
    ...(receiver !== undefined && { receiver }),
    key,
    ...(property !== undefined && { property }),
    sdk,
  };
}

/** Edits that add a proposed entry to `wrappers` of `flaglab.yaml`; null where the file cannot be read or changed. */
export function addedWrapper(text: string, proposal: ProposedWrapper): readonly TextEdit[] | null {
  const { value } = parseSettings(text);
  if (value === null) return null;
  const entry = entryOf(proposal);
  const count = value.wrappers.length;
  const edit =
    count > 0
      ? { path: ['wrappers', count], value: entry }
      : { path: ['wrappers'], value: [entry] };
  return editYaml(text, [edit], { keyOrder: () => [] }).value;
}

/** A first `flaglab.yaml` that holds a proposed entry and nothing else. */
export function settingsWithWrapper(proposal: ProposedWrapper): string {
  return `version: 1\nwrappers:\n  - ${writeYamlFlow(entryOf(proposal))}\n`;
}

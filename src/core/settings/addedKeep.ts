import type { TextEdit } from '../model/textEdit';
import { editYaml } from '../syntax/yamlEdit';
import { writeYamlFlow } from '../syntax/writeYamlValue';
import { parseSettings } from './parseSettings';

/** A flag that stays: until when (null: for ever), and why. */
export interface KeptFlag {
  readonly key: string;
  /** `2027-03-01`: the last day. */
  readonly until: string | null;
  readonly reason: string;
}

function entryOf({ key, until, reason }: KeptFlag) {
  return { key, ...(until !== null && { until }), reason };
}

/** Edits that add an entry to `keep` of `flaglab.yaml`, or replace the flag's own; null where the file cannot be read or changed. */
export function addedKeep(text: string, kept: KeptFlag): readonly TextEdit[] | null {
  const { value } = parseSettings(text);
  if (value === null) return null;
  const entry = entryOf(kept);
  const own = value.keep.findIndex(({ key }) => key === kept.key);
  const at = own < 0 ? value.keep.length : own;
  const edit =
    value.keep.length > 0
      ? { path: ['keep', at], value: entry }
      : { path: ['keep'], value: [entry] };
  return editYaml(text, [edit], { keyOrder: () => [] }).value;
}

/** A first `flaglab.yaml` that holds an entry and nothing else. */
export function settingsWithKeep(kept: KeptFlag): string {
  return `version: 1\nkeep:\n  - ${writeYamlFlow(entryOf(kept))}\n`;
}

import type { TextEdit } from '../model/textEdit';
import { editYaml } from '../syntax/yamlEdit';
import { parseSettings } from './parseSettings';

/** Edits of `flaglab.yaml` after which it keeps a flag under its new key; none where it does not name the flag. */
export function renamedKeep(text: string, key: string, newKey: string): readonly TextEdit[] {
  const { value } = parseSettings(text);
  const edits = (value?.keep ?? []).flatMap((entry, index) =>
    entry.key === key ? [{ path: ['keep', index, 'key'], value: newKey }] : [],
  );
  if (edits.length === 0) return [];
  return editYaml(text, edits, { keyOrder: () => [] }).value ?? [];
}

import type { Reading } from '../model/diagnostic';
import { readSchemaYaml } from '../schema/readSchemaYaml';
import { settingsFile } from './settingsFile';
import type { Settings } from './settingsSchema';

/**
 * Reads the text of a `flaglab.yaml`. `value` is null where there is an error. Codes: `yaml-*` for what is wrong with the
 * text as YAML, `settings-*` for what is wrong with it as settings. Never throws.
 */
export function parseSettings(text: string): Reading<Settings | null> {
  return readSchemaYaml(text, settingsFile);
}

import type { PlanReading } from './planReading';
import { readSchemaYaml } from '../../schema/readSchemaYaml';
import { planFile } from './planFile';

/**
 * Reads the text of a plan file. `plan` is null where an error stands in the way. Codes: `yaml-*` for what is wrong
 * with the text as YAML, `plan-*` for what is wrong with it as a plan. Never throws.
 */
export function parsePlan(text: string): PlanReading {
  const { value, diagnostics } = readSchemaYaml(text, planFile);
  return { plan: value, diagnostics };
}

import type { Reading } from '../../model/diagnostic';
import type { TextEdit } from '../../model/textEdit';
import { keyOrderOf } from '../../schema/keyOrderOf';
import { editYaml } from '../../syntax/yamlEdit';
import type { PlanEdit } from './planEdit';
import { planFile } from './planFile';

/**
 * Changes values in the text of a plan file; everything untouched stays byte for byte. The edits returned count from
 * `text`, do not overlap and are as small as they can be: for a scalar the scalar alone. `value` is null, with a
 * diagnostic, where the text is no valid YAML or an edit cannot be made safely. New values are not checked against
 * the plan's rules: what is wrong with them is for `parsePlan` to say.
 */
export function editPlan(
  text: string,
  edits: readonly PlanEdit[],
): Reading<readonly TextEdit[] | null> {
  return editYaml(text, edits, { keyOrder: keyOrderOf(planFile.field) });
}

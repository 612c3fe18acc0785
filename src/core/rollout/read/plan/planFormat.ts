import { describeSchema } from '../../../schema/describeSchema';
import { type YamlFileKind, checkSchemaYaml } from '../../../schema/readSchemaYaml';
import { launchSchema, type PlanLaunch } from '../../../experiment/plan/launchSchema';
import type { ManifestField } from '../manifestField';
import type { ReadRollout } from '../readRollout';
import type { RolloutFormat } from '../rolloutFormat';
import { launchHandles } from './launchHandles';
import { launchRollout } from './launchRollout';

/** The part of a plan that says how it is launched. */
const launchPart: YamlFileKind<PlanLaunch> = {
  prefix: 'plan',
  noun: 'A launch',
  schema: launchSchema,
  field: describeSchema(launchSchema),
};

/** Flaglab's own plans: `launch:`. */
export const planFormat: RolloutFormat = {
  id: 'plan',
  name: 'Flaglab plan',
  mark: /^launch\s*:/m,
  read(document) {
    const launch = document.get('launch');
    const isPlan = document.get('flag').exists && document.get('variants').exists;
    return isPlan && launch.exists ? [readLaunch(document, launch)] : [];
  },
};

function readLaunch(document: ManifestField, field: ManifestField): ReadRollout {
  const part = field.asDocument();
  const { value, diagnostics } =
    part === null ? { value: null, diagnostics: [] } : checkSchemaYaml(part, launchPart);
  field.notes.diagnostics.push(...diagnostics);
  const steps = field.get('steps');
  const place = steps.exists ? steps : field.get('strategy');
  const common = {
    format: 'plan',
    name: document.get('flag').text() ?? 'launch',
    places: [place.exists ? place.span : field.span],
    assumptions: [],
    unread: [],
  };
  return value === null
    ? { ...common, strategy: null, traffic: {}, handles: [] }
    : { ...common, ...launchRollout(value), handles: launchHandles(field, value) };
}

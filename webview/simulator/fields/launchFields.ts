import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import { blockFields } from './blockField';
import { edits, numberField } from './fieldKinds';
import type { FieldCommand, FieldGroup, FieldRow, PlanField } from './planField';
import { rowsOf } from './rowsOf';
import { schemaField } from './schemaField';
import { groupTexts, launchTexts as texts } from './texts';

type Segment = NonNullable<NonNullable<Plan['simulation']>['segments']>[number];

const segmentsPath = ['simulation', 'segments'] as const;

function rounded(share: number): number {
  return Number(share.toFixed(6));
}

/** The shares sum to 1: when one changes, the others give or take in proportion, the last of them the rest. */
function sharesWith(segments: readonly Segment[], index: number, share: number): readonly number[] {
  const own = segments[index]?.share ?? 0;
  const scale = own < 1 ? (1 - share) / (1 - own) : 0;
  const shares = segments.map((each, i) => (i === index ? share : rounded(each.share * scale)));
  const last = index === segments.length - 1 ? segments.length - 2 : segments.length - 1;
  const sum = shares.reduce((before, each, i) => (i === last ? before : before + each), 0);
  return shares.map((each, i) => (i === last ? rounded(1 - sum) : each));
}

function shareField(segments: readonly Segment[], index: number): PlanField {
  const { name, share } = segments[index] ?? { name: '', share: 1 };
  const path = [...segmentsPath, index, 'share'];
  const field = numberField({
    path,
    label: texts.share.label,
    name: texts.share.name(name),
    why: texts.share.why,
    value: share,
    places: 2,
    unit: '%',
  });
  return {
    ...field,
    enter: (typed) => {
      const entry = field.enter(typed);
      if (entry.kind === 'invalid' || entry.edits.length === 0 || segments.length < 2) return entry;
      const [first] = entry.edits;
      const value = first !== undefined && 'value' in first ? Number(first.value) : share;
      const shares = sharesWith(segments, index, value);
      return edits(
        ...shares.map((each, i) => ({ path: [...segmentsPath, i, 'share'], value: each })),
      );
    },
  };
}

function removeSegment(segments: readonly Segment[], index: number): FieldCommand {
  const { name = '' } = segments[index] ?? {};
  const others = segments.filter((_, i) => i !== index);
  const left = others.reduce((sum, each) => sum + each.share, 0);
  return {
    id: `simulation.segments.${index}.remove`,
    label: texts.remove(name),
    name: texts.remove(name),
    edits: [
      {
        path: [...segmentsPath],
        value: others.map((each) => ({ ...each, share: rounded(each.share / left) })),
      },
    ],
  };
}

function segmentRows(plan: Plan, segments: readonly Segment[], index: number): readonly FieldRow[] {
  const { name = '' } = segments[index] ?? {};
  const at = (key: string) =>
    schemaField(plan, [...segmentsPath, index, key], { of: texts.of(name, index + 1) });
  const rows = rowsOf([at('name'), shareField(segments, index), at('baseline'), at('effect')]);
  const isLast = (row: FieldRow): boolean => row === rows.at(-1);
  const commands = segments.length > 1 ? [removeSegment(segments, index)] : [];
  return rows.map((row) => (isLast(row) ? { ...row, commands } : row));
}

/** A new segment takes half of the last one. */
function addSegment(segments: readonly Segment[]): FieldCommand {
  const last = segments.at(-1);
  const half = rounded((last?.share ?? 1) / 2);
  const name = texts.newName(segments.length + 1);
  return {
    id: 'simulation.segments.add',
    label: texts.add,
    name: texts.add,
    edits: [
      {
        path: [...segmentsPath],
        value: [
          ...segments.slice(0, -1).map((each) => ({ ...each })),
          ...(last === undefined ? [] : [{ ...last, share: rounded(last.share - half) }]),
          { name, share: half },
        ],
      },
    ],
  };
}

/** What launches are like that are simulated; sizes do not change with it. */
export function launchGroup(plan: Plan): FieldGroup {
  const segments = plan.simulation?.segments ?? [];
  const block = (key: string, inner: readonly string[]) =>
    blockFields(plan, ['simulation', key], { inner, of: texts.ofLaunch });
  return {
    id: 'launch',
    title: groupTexts.launch,
    note: texts.note,
    rows: rowsOf([
      schemaField(plan, ['simulation', 'effect']),
      ...block('overTime', ['kind', 'days']),
    ]),
    more: [
      ...rowsOf([
        ...block('bots', ['share', 'value']),
        ...block('lostShare', ['control', 'treatment']),
        ...block('sessions', ['perUser', 'concentration']),
        ...block('segments', []),
      ]),
      ...segments.flatMap((_, i) => segmentRows(plan, segments, i)),
    ],
    commands: segments.length > 0 && segments.length < 10 ? [addSegment(segments)] : [],
  };
}

import type { JsonValue } from '../model/json';
import { plainNumber } from '../syntax/plainNumber';
import { writeYamlFlow } from '../syntax/writeYamlValue';
import { expectationOf } from './expectation';
import type { FieldNode, FieldShape } from './fieldNode';

/** What may stand here, as a noun phrase. */
export function expectedOf({ shape, help }: FieldNode): string {
  return help?.expected ?? expectationOf(shape);
}

/** `kind: number above 0` is only worth a line of its own where the shape alone does not say it. */
function isWorthSaying(shape: FieldShape): boolean {
  return shape.kind !== 'anything' && shape.kind !== 'map' && shape.kind !== 'record';
}

/** The facts on a field, one a line, in Markdown or plain: what may stand here, unit, default, example. */
export function factsOf(field: FieldNode, code: (text: string) => string): readonly string[] {
  const { help, shape } = field;
  const isValue = isWorthSaying(shape);
  const isSingle = shape.kind === 'choice' && shape.values.length === 1;
  const value =
    shape.kind === 'choice'
      ? shape.values.map((choice) => code(writeYamlFlow(choice))).join(' or ')
      : expectedOf(field);
  return [
    ...(isValue ? [`Value: ${value}`] : []),
    ...(help?.unit ? [`Unit: ${help.unit}`] : []),
    ...(help?.hint ? [`In use: ${help.hint}`] : []),
    ...(field.default !== undefined && field.default !== ''
      ? [`Default: ${code(defaultText(field.default))}`]
      : []),
    ...(help && !isSingle ? [`Example: ${code(writeYamlFlow(help.example))}`] : []),
  ];
}

function defaultText(value: JsonValue): string {
  return typeof value === 'number' ? plainNumber(value) : writeYamlFlow(value);
}

import type { Diagnostic } from '../../../model/diagnostic';
import {
  jsonValueOf,
  memberOf,
  stringOf,
  type JsonMember,
  type JsonNode,
} from '../../../syntax/jsonDocument';
import { valueTypeOf } from '../valueTypeOf';

function warning(
  code: string,
  message: string,
  { span }: { readonly span: Diagnostic['span'] },
): Diagnostic {
  return { code, severity: 'warning', message, span };
}

function checkState(flag: JsonMember): readonly Diagnostic[] {
  const node = memberOf(flag.value, 'state');
  const state = stringOf(node);
  if (state === 'ENABLED' || state === 'DISABLED') return [];
  const message = `Flag "${flag.key}" needs a "state": "ENABLED" or "DISABLED".`;
  return [warning('flagd-state', message, { span: node?.span ?? flag.keySpan })];
}

function checkVariants(flag: JsonMember): readonly Diagnostic[] {
  const node = memberOf(flag.value, 'variants');
  if (node?.kind !== 'object' || node.members.length === 0) {
    const message = `Flag "${flag.key}" needs "variants": at least one name with its value.`;
    return [warning('flagd-variants', message, { span: node?.span ?? flag.keySpan })];
  }
  if (valueTypeOf(node.members.map(({ value }) => jsonValueOf(value))) !== null) return [];
  const message = `The variants of flag "${flag.key}" are of different types: flagd serves one type per flag.`;
  return [warning('flagd-variant-types', message, node)];
}

function checkDefaultVariant(flag: JsonMember): readonly Diagnostic[] {
  const node = memberOf(flag.value, 'defaultVariant');
  const name = stringOf(node);
  const variants = memberOf(flag.value, 'variants');
  if (node === undefined || name === undefined || variants?.kind !== 'object') return [];
  const names = variants.members.map(({ key }) => key);
  if (names.includes(name)) return [];
  const message = `"${name}" is not one of the variants of flag "${flag.key}": ${names.join(', ')}.`;
  return [warning('flagd-default-variant', message, node)];
}

/** Weights of every `fractional` below a node. */
function weightsBelow(node: JsonNode): readonly JsonNode[] {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'array') return node.items.flatMap(weightsBelow);
  return node.members.flatMap(({ key, value }) => {
    if (key !== 'fractional' || value.kind !== 'array') return weightsBelow(value);
    return value.items.flatMap((item) => (item.kind === 'array' ? item.items.slice(1, 2) : []));
  });
}

function checkWeights(flag: JsonMember): readonly Diagnostic[] {
  const targeting = memberOf(flag.value, 'targeting');
  if (targeting === undefined) return [];
  return weightsBelow(targeting)
    .filter(
      (weight) =>
        weight.kind === 'scalar' && !(typeof weight.value === 'number' && weight.value >= 0),
    )
    .map((weight) =>
      warning('flagd-weight', 'A weight of "fractional" is a number of 0 or more.', weight),
    );
}

/** What flagd would refuse or serve otherwise than it reads. */
export function checkFlagdFlag(flag: JsonMember): readonly Diagnostic[] {
  if (flag.value.kind !== 'object') {
    return [
      warning(
        'flagd-flag',
        `Flag "${flag.key}" must be an object with "state" and "variants".`,
        flag.value,
      ),
    ];
  }
  return [checkState, checkVariants, checkDefaultVariant, checkWeights].flatMap((check) =>
    check(flag),
  );
}

import type { ReadCandidate } from '../../../model/sourceFacts';
import { shortText } from '../shared/shortText';
import { sdkOfPackage } from '../sdkShapes';
import { unnamed } from '../staticValues';
import { tellingNames } from '../telling';
import type { Expression } from './expression';
import type { TypedEvaluation } from './typedEvaluation';

/** Ids of the SDKs whose packages a file imports. */
function importedSdks({ header }: TypedEvaluation): ReadonlySet<string> {
  return new Set(
    header.modules.flatMap((module) => {
      const sdk = sdkOfPackage(module);
      return sdk ? [sdk.id] : [];
    }),
  );
}

/** Whether a call looks enough like a read to be worth a note where its receiver cannot be settled. */
export function likelyRead(
  call: Expression & { readonly kind: 'call' },
  evaluation: TypedEvaluation,
): ReadCandidate['likely'] {
  const { name, receiver } = call;
  const sdks = (name === null ? null : tellingNames.tellingReads.get(name)) ?? [];
  if (sdks.length === 0 || name === null || call.arguments.length === 0) return null;
  const isText = call.arguments.slice(0, 2).some(({ node }) => {
    const { kind } = unnamed(evaluation.value(node));
    return kind === 'literal' || kind === 'import' || kind === 'member' || kind === 'parameter';
  });
  const imported = importedSdks(evaluation);
  const sdk = sdks.find((id) => imported.has(id));
  if (!isText || sdk === undefined) return null;
  return { sdk, call: name, written: receiver ? shortText(receiver) : name };
}

import type { FlagDefinition, Rollout } from '../../model/flagDefinition';
import { codeChildren, descendants } from '../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../syntax/syntaxTree';
import { expiryOf } from '../definitions/expiryOf';
import { codeDefinition } from './codeDefinition';
import type { DeclarationShape, DeclaringFile } from './declarationShape';
import { goConstants } from './goConstants';
import { stringContent, stringText } from './literals';

/** Whether a gate is on at a stage, and whether it can still be switched. */
const stages: Readonly<Record<string, { readonly on: boolean; readonly fixed: boolean }>> = {
  StageAlpha: { on: false, fixed: false },
  StageBeta: { on: true, fixed: false },
  StageStable: { on: true, fixed: true },
  StageDeprecated: { on: false, fixed: true },
};

function argumentsOf(call: SyntaxNode): readonly SyntaxNode[] {
  const list = call.childForFieldName('arguments');
  return list ? codeChildren(list) : [];
}

function calledName(call: SyntaxNode): string {
  const called = call.childForFieldName('function');
  return (called?.childForFieldName('field') ?? called)?.text ?? '';
}

function optionText(options: readonly SyntaxNode[], name: string): string | null {
  const option = options.find((call) => calledName(call) === name);
  return option ? stringText(argumentsOf(option)[0]) : null;
}

function readGate(
  source: DeclaringFile,
  call: SyntaxNode,
  constants: ReadonlyMap<string, SyntaxNode>,
): readonly FlagDefinition[] {
  const [id, stageNode, ...options] = argumentsOf(call);
  const stage = stages[/(Stage\w+)$/.exec(stageNode?.text ?? '')?.[1] ?? ''];
  const keyNode = stringContent(id) ?? constants.get(id?.text ?? '');
  if (!keyNode || !stage) return [];
  const rollout: Rollout = stage.fixed
    ? { kind: 'everyone', variant: stage.on ? 'on' : 'off' }
    : { kind: 'declared' };
  return [
    codeDefinition({
      key: keyNode.text,
      file: source.file,
      keySpan: source.spanOf(keyNode),
      span: source.spanOf(call),
      format: 'code-feature-gate',
      variants: [
        { name: 'on', value: true },
        { name: 'off', value: false },
      ],
      defaultVariant: stage.on ? 'on' : 'off',
      defaultValue: stage.on,
      rollout,
      description: optionText(options, 'WithRegisterDescription'),
      lifetime: 'release',
      expires: expiryOf(optionText(options, 'WithRegisterToVersion') ?? ''),
    }),
  ];
}

/**
 * Feature gates of the OpenTelemetry Collector: `MustRegister(id, stage, options)`. Alpha: off unless switched on; beta: on unless
 * switched off; stable and deprecated: fixed until the version in which they go.
 * Source: open-telemetry/opentelemetry-collector, featuregate/README.md.
 */
export const featureGate: DeclarationShape = {
  id: 'code-feature-gate',
  name: 'OpenTelemetry feature gate',
  read(source, root) {
    const constants = goConstants(root);
    return descendants(root, 'call_expression')
      .filter((call) => /^(MustRegister|Register)$/.test(calledName(call)))
      .flatMap((call) => readGate(source, call, constants));
  },
};

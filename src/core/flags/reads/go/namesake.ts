import { codeChildren, descendants } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { vendorOfPackage } from '../sdkShapes';
import { tellingNames } from '../telling';
import type { Evaluation } from './evaluation';

/** `JsonVariation` is written as `JSONVariation` by the vendor. */
const sdksByName: ReadonlyMap<string, readonly string[]> = new Map(
  [...tellingNames.tellingReads].map(([name, sdks]) => [name.toLowerCase(), sdks]),
);

const namesKey = /key|flag|feature|toggle/i;

/** The place of the parameter that takes the key: the first or second one, a text whose name says so. */
function keyParameter(node: SyntaxNode): { readonly name: string; readonly index: number } | null {
  const list = node.childForFieldName('parameters');
  const parameters = (list ? codeChildren(list) : []).flatMap((parameter) => {
    const type = parameter.childForFieldName('type')?.text;
    const names = codeChildren(parameter).filter(({ type: kind }) => kind === 'identifier');
    return names.map(({ text }) => ({ text, type }));
  });
  const index = parameters
    .slice(0, 2)
    .findIndex(({ text, type }) => type === 'string' && namesKey.test(text));
  const name = parameters[index]?.text;
  return name === undefined ? null : { name, index };
}

/** Whether a method's receiver is of a type that this file declares. */
function isOfOwnType(node: SyntaxNode, evaluation: Evaluation): boolean {
  const receiver = node.childForFieldName('receiver');
  const type = receiver ? codeChildren(receiver)[0]?.childForFieldName('type') : null;
  const name = type?.text.replace(/^\*/, '');
  return name !== undefined && evaluation.scopes.file().get(name)?.kind === 'type';
}

const handsOn: ReadonlySet<string> = new Set(['argument_list', 'index_expression']);

/** Whether a function's own text takes what it is given on: to a call, or as the index of what it knows. */
function handsOnKey(node: SyntaxNode, key: string): boolean {
  const body = node.childForFieldName('body');
  if (!body) return false;
  const uses = descendants(body, 'identifier').filter(({ text }) => text === key);
  return uses.some(({ parent }) => parent !== null && handsOn.has(parent.type));
}

/** Packages that a client which asks the service itself asks with. */
const asking = 'go:net/http';

/**
 * The SDK whose read a method has the name of, and the parameter that takes the key: the project's own client of the vendor's service.
 * Null for every other function. All of these must be so: its receiver's type is declared in the same file, its key is handed on, and
 * the file imports both what the vendor describes users and values with, without making a client, and what asks over HTTP.
 */
export function namesakeOf(
  node: SyntaxNode,
  evaluation: Evaluation,
): { readonly sdk: string; readonly argument: number } | null {
  const name = node.childForFieldName('name')?.text;
  const sdks = name === undefined ? undefined : sdksByName.get(name.toLowerCase());
  if (!sdks || !isOfOwnType(node, evaluation)) return null;
  const modules = evaluation.scopes.imports().map(({ module }) => module);
  if (!modules.includes(asking)) return null;
  const sdk = sdks.find((id) => modules.some((module) => vendorOfPackage(module)?.id === id));
  const key = keyParameter(node);
  if (sdk === undefined || !key || !handsOnKey(node, key.name)) return null;
  return { sdk, argument: key.index };
}

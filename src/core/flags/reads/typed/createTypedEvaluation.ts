import type { StaticValue } from '../../../model/staticValue';
import { descendants } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { TextPositions } from '../../../syntax/textPositions';
import { createAnswers } from '../shared/answers';
import { createEnclosingScopes } from '../shared/enclosingScopes';
import { unknownValue } from '../staticValues';
import { givenArguments } from './calls';
import { classValue, instanceOf, memberOfThis } from './classes';
import { boundValue, returnedValue } from './declared';
import type { Declaration, TypeDeclaration } from './declaration';
import { expressionValue } from './expressions';
import { referenceOf, typePlaces } from './references';
import type { FoundName, TypedEvaluation } from './typedEvaluation';
import type { TypedGrammar } from './typedGrammar';
import { typeNameValue, typeValue } from './types';

interface ScopeNames {
  readonly owner: Declaration | null;
  readonly names: ReadonlyMap<string, readonly Declaration[]>;
}

function namesOf(declarations: readonly Declaration[]): ScopeNames['names'] {
  const names = new Map<string, Declaration[]>();
  for (const declaration of declarations) {
    const { name } = declaration;
    if (name === null) continue;
    const known = names.get(name);
    if (known) known.push(declaration);
    else names.set(name, [declaration]);
  }
  return names;
}

/** Opens a file's tree for questions. Nothing is computed before it is asked for. */
export function createTypedEvaluation(
  root: SyntaxNode,
  positions: TextPositions,
  grammar: TypedGrammar,
  readers: ReadonlySet<string>,
): TypedEvaluation {
  const header = grammar.header(root);
  const answers = createAnswers();
  const scopes = createEnclosingScopes(
    (node) => grammar.isScope(node),
    () => descendants(root, ...grammar.scopeTypes).filter((node) => grammar.isScope(node)),
  );
  const tables = new Map<number, ScopeNames>();
  const declared = new Map<number, Declaration | null>();
  const lookups: (readonly string[])[] = [];
  const lookupPlaces = new Map<readonly string[], number>();
  const circular = unknownValue('it refers to itself');

  function declarationOf(node: SyntaxNode): Declaration | null {
    const known = declared.get(node.id);
    if (known !== undefined) return known;
    const found = grammar.declared(node);
    declared.set(node.id, found);
    return found;
  }

  function tableOf(scope: SyntaxNode): ScopeNames {
    const known = tables.get(scope.id);
    if (known) return known;
    const table = {
      owner: declarationOf(scope),
      names: namesOf(grammar.scope(scope) ?? []),
    };
    tables.set(scope.id, table);
    return table;
  }

  function find(name: string, from: SyntaxNode): FoundName | null {
    for (let scope = scopes.at(from); scope; scope = scopes.around(scope)) {
      const { names, owner } = tableOf(scope);
      const declarations = names.get(name);
      if (declarations) return { declarations, owner };
    }
    return null;
  }

  function around<Kept>(node: SyntaxNode, keep: (declaration: Declaration) => Kept | null): Kept[] {
    const kept: Kept[] = [];
    for (let scope = scopes.at(node); scope; scope = scopes.around(scope)) {
      const declaration = declarationOf(scope);
      const found = declaration ? keep(declaration) : null;
      if (found !== null) kept.push(found);
    }
    return kept;
  }

  function receiversAround(node: SyntaxNode): readonly StaticValue[] {
    const found: StaticValue[] = [];
    if (!grammar.receiver) return found;
    for (let scope = scopes.at(node); scope; scope = scopes.around(scope)) {
      const receiver = grammar.receiver(scope);
      if (!receiver) continue;
      const value =
        'value' in receiver ? evaluation.value(receiver.value) : evaluation.type(receiver.type);
      if (value) found.push(value);
    }
    return found;
  }

  const evaluation: TypedEvaluation = {
    root,
    grammar,
    header,
    readers,
    lookups,
    lookupOf(modules) {
      const known = lookupPlaces.get(modules) ?? lookups.push(modules.slice(1)) - 1;
      lookupPlaces.set(modules, known);
      return known;
    },
    spanOf: (node) => positions.spanOf(node.startIndex, node.endIndex),
    spanOfText: (start, end) => positions.spanOf(start, end),
    find,
    typesAround: (node) =>
      around(node, (declaration) => (declaration.kind === 'type' ? declaration : null)),
    functionsAround: (node) =>
      around(node, (declaration) => {
        const isFunction = declaration.kind === 'function' || declaration.kind === 'variable';
        return isFunction ? declaration.nameNode : null;
      }),
    receiversAround,
    functionAround: (node) =>
      around(node, (declaration) => {
        const isFunction = declaration.kind === 'function' || declaration.kind === 'variable';
        return isFunction ? declaration : null;
      })[0] ?? null,
    value: (node) =>
      answers.value(`value ${node.id}`, circular, () => expressionValue(node, evaluation)),
    type: (node) => answers.value(`type ${node.id}`, null, () => typeValue(node, evaluation)),
    typeName: (node) =>
      answers.value(`type name ${node.id}`, circular, () => typeNameValue(node, evaluation)),
    bound: (declaration, owner) => {
      const id = declaration.nameNode?.id ?? declaration.kind;
      return answers.value(`bound ${id}`, circular, () =>
        boundValue(declaration, owner, evaluation),
      );
    },
    returns: (declaration) =>
      answers.value(`returns ${declaration.node.id}`, circular, () =>
        returnedValue(declaration, evaluation),
      ),
    classValue: (declaration) =>
      answers.value(`class ${declaration.node.id}`, circular, () =>
        classValue(declaration, evaluation),
      ),
    instance: (declaration) => instanceOf(declaration, evaluation),
    reference: (declaration: TypeDeclaration) => {
      const places = answers.once('places', new Map(), () => typePlaces(evaluation));
      return referenceOf(declaration, places, evaluation);
    },
    memberOfThis: (declaration, name) =>
      answers.value(`member ${declaration.node.id} ${name}`, null, () =>
        memberOfThis(declaration, name, evaluation),
      ),
    assignments: (declaration) =>
      answers.once(`assignments ${declaration.node.id}`, [], () =>
        grammar.assignments(declaration),
      ),
    given: (args) => givenArguments(args, evaluation),
  };
  return evaluation;
}

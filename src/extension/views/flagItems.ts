import * as vscode from 'vscode';
import { expiresInDays } from '../../core/flags/overview/readiness';
import { knownInWords } from '../../core/flags/describe/describeKnown';
import { describeRollout } from '../../core/flags/describe/describeRollout';
import { defaultInWords } from '../../core/flags/describe/defaultInWords';
import { assertNever } from '../../core/model/assertNever';
import type { Flag } from '../../core/model/flag';
import type { FlagRead } from '../../core/model/flagRead';
import type { Span } from '../../core/model/position';
import { commands } from '../commands';
import type { FoundFlag } from '../flags/flagPlace';
import { flagTooltip } from '../flags/flagTooltip';
import { toRange } from '../spans';
import { today } from '../stale/today';
import { uriBelow } from '../workspace/folderPaths';
import type { FlagNode } from './flagNodes';
import { groupName } from './groupWords';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

const iconOfType = {
  boolean: 'symbol-boolean',
  string: 'symbol-string',
  number: 'symbol-number',
  object: 'symbol-object',
} as const;

function iconOf({ definitions, reads }: Flag): vscode.ThemeIcon {
  const types = [...definitions, ...reads].map(({ valueType }) => valueType);
  const type = types.find((candidate) => candidate !== null);
  return new vscode.ThemeIcon(type ? iconOfType[type] : 'symbol-misc');
}

function opens(found: FoundFlag, file: string, span: Span): vscode.Command {
  const uri = uriBelow(found.folder.folder.uri, file);
  const options: vscode.TextDocumentShowOptions = { selection: toRange(span) };
  return { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri, options] };
}

const placeInWords = (file: string, span: Span) => `${file}:${span.start.line + 1}`;

/** What is to be said first: why nothing can be done yet, how soon it expires, else what is known. */
function descriptionOf({ found, group, verdict }: Extract<FlagNode, { kind: 'flag' }>): string {
  const { flag } = found;
  if (group === 'readiness blocked')
    return verdict?.blockers.map(({ message }) => message).join(' ') ?? '';
  const [known = ''] = knownInWords({ flag, read: null, verdict });
  const days = group === 'readiness expiring' ? expiresInDays(flag, today()) : null;
  if (days === null) return known;
  return days === 0
    ? vscode.l10n.t('expires today · {0}', known)
    : vscode.l10n.t('expires in {0} days · {1}', days, known);
}

function flagItem(node: Extract<FlagNode, { kind: 'flag' }>): vscode.TreeItem {
  const { found, group, verdict } = node;
  const { folder, flag } = found;
  const item = new vscode.TreeItem(flag.key, Collapsed);
  // One key may be two flags: of two systems within one package.
  const system = flag.definitions[0]?.format ?? flag.reads[0]?.sdk ?? null;
  item.id = JSON.stringify([folder.folder.uri.toString(), group, flag.scope, flag.key, system]);
  item.description = descriptionOf(node);
  item.tooltip = flagTooltip(flag, null, verdict);
  item.iconPath = iconOf(flag);
  item.contextValue = verdict?.evidence.oneSidedSince ? 'flag launched' : 'flag';
  return item;
}

function defaultOf(read: FlagRead): string {
  if (read.default === null) return '';
  return vscode.l10n.t('default {0}', defaultInWords(read.default));
}

function readItem(found: FoundFlag, read: FlagRead): vscode.TreeItem {
  const item = new vscode.TreeItem(placeInWords(read.file, read.span), None);
  item.description = [read.call, defaultOf(read)].filter((text) => text !== '').join(' · ');
  item.iconPath = new vscode.ThemeIcon('references');
  item.command = opens(found, read.file, read.span);
  return item;
}

function definitionItem(node: Extract<FlagNode, { kind: 'definition' }>): vscode.TreeItem {
  const { found, definition } = node;
  const item = new vscode.TreeItem(placeInWords(definition.file, definition.span), None);
  item.description = describeRollout(definition).full;
  item.iconPath = new vscode.ThemeIcon('symbol-key');
  item.command = opens(found, definition.file, definition.keySpan);
  return item;
}

/** Groups of a few flags are open. */
const mostOpened = 30;

function groupItem({ index, group }: Extract<FlagNode, { kind: 'group' }>): vscode.TreeItem {
  const { length } = group.flags;
  const item = new vscode.TreeItem(groupName(group), length > mostOpened ? Collapsed : Expanded);
  item.id = JSON.stringify([index.folder.uri.toString(), group.by, group.of]);
  item.description = String(length);
  item.contextValue = 'group';
  return item;
}

function offerItem(): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Add definitions...'), None);
  item.description = vscode.l10n.t('some flags are defined elsewhere');
  item.tooltip = vscode.l10n.t(
    'Some flags are read here but not defined in a file, as when they live on a vendor’s server. With a definition file Flaglab can say more of them and find misspelt keys.',
  );
  item.iconPath = new vscode.ThemeIcon('add');
  item.command = { command: commands.addDefinitions, title: vscode.l10n.t('Add definitions...') };
  item.contextValue = 'addDefinitions';
  return item;
}

/** How an entry of the Flags view looks. */
export function flagTreeItem(node: FlagNode): vscode.TreeItem {
  switch (node.kind) {
    case 'offer':
      return offerItem();
    case 'folder':
      return new vscode.TreeItem(node.index.folder.name, Expanded);
    case 'group':
      return groupItem(node);
    case 'flag':
      return flagItem(node);
    case 'definition':
      return definitionItem(node);
    case 'read':
      return readItem(node.found, node.read);
    default:
      return assertNever(node);
  }
}

import * as vscode from 'vscode';
import type { FlagState } from '../../core/flags/overview/flagState';
import type { Readiness } from '../../core/flags/overview/readiness';
import type { FlagGroup, Grouping } from '../../core/flags/overview/groupFlagsBy';

const stateWords: Readonly<Record<FlagState, () => string>> = {
  open: () => vscode.l10n.t('Different for different people'),
  differs: () => vscode.l10n.t('Different by definition'),
  on: () => vscode.l10n.t('On for everyone'),
  off: () => vscode.l10n.t('Off for everyone'),
  'one-value': () => vscode.l10n.t('One value for everyone'),
  'code-default': () => vscode.l10n.t('The default in the code'),
  declared: () => vscode.l10n.t('Declared only'),
  unknown: () => vscode.l10n.t('Cannot be known'),
  undefined: () => vscode.l10n.t('Not defined'),
  elsewhere: () => vscode.l10n.t('Defined elsewhere'),
};

const readinessWords: Readonly<Record<Readiness, () => string>> = {
  ready: () => vscode.l10n.t('Ready for removal'),
  blocked: () => vscode.l10n.t('Blocked'),
  expiring: () => vscode.l10n.t('Expiring soon'),
};

/** What a group of the Flags view is called. */
export function groupName(group: FlagGroup): string {
  switch (group.by) {
    case 'readiness':
      return readinessWords[group.of]();
    case 'state':
      return stateWords[group.of]();
    case 'owner':
      return group.of ?? vscode.l10n.t('No owner given');
    case 'file':
      return group.of ?? vscode.l10n.t('Not defined here');
  }
}

/** What a grouping is called. */
export function groupingName(grouping: Grouping): string {
  switch (grouping) {
    case 'state':
      return vscode.l10n.t('State');
    case 'owner':
      return vscode.l10n.t('Owner');
    case 'file':
      return vscode.l10n.t('File');
    case 'none':
      return vscode.l10n.t('One list');
  }
}

/** The panel's words. */
export const panelTexts = {
  loading: 'Reading the file …',
  title: (name: string) => `What the rollout of ${name} catches`,
  nothing: 'No rollout that can be simulated',
  nothingWhy:
    'The file has no rollout that is read, or none of its metrics is. The messages say what stands in the way.',
  openAsText: 'Show in the text',
  readOnly: 'read-only',
  undo: 'Undo',
  redo: 'Redo',
  which: 'Rollout',
  whichWhy: 'Which rollout of the file.',
  notes: 'Messages about the file',
  line: (line: number) => `Line ${line}`,
  severities: { error: 'Error', warning: 'Warning', information: 'Information', hint: 'Hint' },
  assumptions: 'Taken as given',
  answer: 'Answer',
  inputs: 'Inputs',
  settings: 'Numbers of the rollout',
  settingsWhy: 'Each stands in the file: a change is an edit of that number alone.',
  markdown: 'Report as Markdown',
  html: 'Report as HTML',
} as const;

export const timelineTexts = {
  title: 'Steps',
  how: 'Drag a step’s upper edge for its weight, its right edge for its hold; or go to an edge with Tab and use the arrow keys.',
  frozen: 'What can be changed stands elsewhere: in another file, or where an alias is.',
  summary: (steps: number, total: string) =>
    `A launch whose checks all pass: ${steps} ${steps === 1 ? 'step' : 'steps'}, ${total}.`,
  never: 'A launch whose checks all pass does not come to its end.',
  notToScale: 'Short steps are drawn wider than they are.',
  table: 'Steps in numbers',
  columns: ['step', 'share of traffic', 'from', 'for'],
  all: 'all',
} as const;

export const inputTexts = {
  title: 'What is asked',
  release: 'Release under test',
  releaseWhy: 'What the release does to a metric. Left empty: five times the errors.',
  releaseExpected: 'Write error-rate=1%, error-rate=+0.5%, latency-p99=800ms or latency-p99=x1.5.',
  traffic: 'Requests a second',
  trafficWhy:
    'Old and new version together. Left empty: as the file or flaglab.yaml says, else 100.',
  trafficExpected: 'Write a number above 0.',
  launches: 'Launches',
  launchesExpected: 'Write a whole number from 20 to 100,000.',
  seed: 'Seed',
  seedExpected: 'Write a whole number from 0 to 4,294,967,295.',
} as const;

export const resultTexts = {
  running: 'Simulating launches …',
  cancel: 'Cancel',
  run: 'Run again',
  cancelled: 'Cancelled: what is shown is of the launches that were done.',
  failed: 'The simulation failed.',
  announceFinished: (sentence: string) => `Simulated: ${sentence}`,
  announceCancelled: 'The simulation was cancelled.',
  outcomes: 'What launches come to',
  outcome: 'outcome',
  exact: 'Formula beside the simulation',
  exactTable: 'Exact and simulated chances',
  exactColumns: ['rolled back', 'exact', 'simulated', 'apart'],
  underTest: 'release under test',
  good: 'good release',
  noExact: 'There is no closed form for this rollout: what is shown is simulated.',
  film: 'One launch',
  another: 'Another launch',
  number: (launch: number) => `Launch ${launch + 1}`,
  play: 'Play',
  stop: 'Stop',
  moment: 'Moment of the launch',
  strategies: 'Strategies side by side',
  strategiesTable: 'Strategies in numbers',
  strategiesWhy:
    'The same traffic and the same release. Greyed: another is at least as good in all that counts.',
  fixes: 'What would fix it',
  noFixes:
    'None of the changes tried catches this release in 80 % of launches with at most 1 % false aborts.',
  fine: 'It catches this release in 80 % of launches, with at most 1 % false aborts.',
  waiting: 'Comes once the rest is done.',
  table: 'Numbers',
} as const;

/** Every word of the panel outside the plan's fields, whole sentences only. */

export const panelTexts = {
  loading: 'Reading the plan …',
  plan: 'Plan',
  title: (flag: string) => `Experiment on ${flag}`,
  readOnly: 'This file is read-only.',
  openAsText: 'Open as text',
};

export const errorTexts = {
  title: (fileName: string) => `${fileName} cannot be shown as a plan yet`,
  explanation:
    'The file is untouched. Mend it as text; the panel comes back by itself as soon as it can be read.',
  place: (line: number) => `Line ${line}`,
  after: (message: string) => `: ${message}`,
  severities: { error: 'Error', warning: 'Warning', information: 'Note' },
  notes: 'Notes on the file',
};

export const fieldTexts = {
  more: 'More',
  fileSays: (text: string) =>
    `The file now says ${text}. Enter writes what you typed, Esc takes the file’s.`,
  nothing: 'nothing',
};

export const questionViewTexts = {
  title: 'Solve for',
  quantities: {
    'sample-size': 'Sample size',
    power: 'Power',
    effect: 'Smallest effect',
    duration: 'Duration',
    share: 'Share of traffic',
  },
  margin: 'Smallest margin',
  roles: { computed: 'computed', given: 'given', follows: 'follows' },
  match: {
    label: 'Match a tool',
    why: 'The size by another planner’s definition, to compare numbers.',
    none: 'none',
  },
};

export const answerTexts = {
  title: 'Answer',
  details: 'Numbers and pictures',
  none: 'No sample size can be given for this plan.',
  unanswered: 'This cannot be computed from the plan yet.',
  perVariant: 'Per variant',
  total: 'In total',
  days: 'Duration',
  daysValue: (days: string, weeks: string) => `${days} days, run ${weeks} for whole weeks`,
  wholeDays: (days: string) => `${days} days`,
  noDays: 'unknown without traffic',
  effect: 'Effect to detect',
  effectValue: (size: string, relative: string) => `${size}, ${relative} of baseline`,
  margin: 'Margin',
  more: 'The answer in full',
  moreOf: 'Everything about the answer',
  fact: 'What',
  value: 'Value',
  variant: 'Variant',
  weight: 'Weight',
  units: 'Units',
  unrounded: 'Unrounded',
  shown: (tool: string) => `Shown by ${tool}`,
  truePower: 'Power of the plan’s own test',
  power: 'Power at this size',
  formula: 'Formula',
  source: 'Source',
  assumptions: 'Assumes',
  warning: 'Warning',
  leftOut: {
    outcomes:
      'Pictures by days are left out: each of their points would go through all outcomes of an exact test.',
    looks:
      'Pictures by days are left out: with more than 30 looks they would take seconds to draw.',
  },
};

export const chartTexts = {
  table: 'Table',
  tableOf: (title: string) => `Table: ${title}`,
  copy: (format: string) => `Copy ${format}`,
  copyName: (format: string, title: string) => `Copy ${format}: ${title}`,
  copied: (format: string) => `${format} is in the clipboard.`,
  notCopied: (reason: string) => `Not copied: ${reason}`,
};

export const simulationTexts = {
  title: 'Simulation',
  explanation:
    'Draws synthetic users day by day, with the planned effect in place, and runs the plan’s own test on them.',
  seed: { label: 'Seed', why: 'The same seed gives the same users again.' },
  newSeed: 'New seed',
  error: {
    label: 'Stop at error',
    why: 'Half the 95 % interval of power and false alarms, in points: once both are known so well, the run ends.',
  },
  noError: 'empty to do all replications',
  runTitle: 'Run of the simulation',
  idle: 'Not simulated yet.',
  failed: 'Not simulated.',
  allDone: (done: string) => `${done} launches done`,
  enough: (done: string) => `${done} launches suffice`,
  soFarPower: (power: string, error: string) => `${power} ± ${error}`,
  restarting:
    'Simulating the changed plan. Until its first launches are done you see those of before.',
  pictures: 'Pictures of the simulation',
  needed: 'Size by simulation',
  neededFormula: 'By the formula',
  neededNone: 'out of reach',
  neededInterval: (low: string, high: string) => `95 % interval ${low} to ${high}`,
  neededOpen: 'open',
  neededAgrees: 'Simulation and formula ask for the same size.',
  neededDiffers: (reason: string) => `They ask for different sizes. ${reason}`,
  replications: {
    label: 'Replications',
    why: 'How many launches are simulated. More of them, a narrower interval.',
  },
  run: 'Run',
  runAgain: 'Restart',
  cancel: 'Cancel',
  progress: 'Simulation progress',
  progressOf: (done: string, planned: string) => `${done} of ${planned} launches`,
  cancelledAfter: (done: string, planned: string) =>
    `Cancelled after ${done} of ${planned} launches. What follows is from those.`,
  closedAfter: (done: string, planned: string) =>
    `The panel was closed after ${done} of ${planned} launches of this plan. What follows is from those.`,
  goOn: 'Continue',
  cancelledAtOnce: 'Cancelled before the first launch was done.',
  outdated: 'The plan has changed since this run. Run it again for the new plan.',
  simulatedPower: 'Simulated power',
  formulaPower: 'By the formula',
  refinedPower: {
    enumeration: (power: string) => `${power} with all outcomes of the test gone through`,
    expansion: (power: string) => `${power} with skewness taken in`,
  },
  interval: (low: string, high: string) => `95 % interval ${low} to ${high}`,
  drawn: (units: string, days: string, launches: string, seed: string) =>
    `${units} drawn over ${days} in ${launches} launches; seed ${seed}.`,
  agrees: (apart: string) => `They agree: ${apart} standard errors apart.`,
  agreesWithTest: (apart: string) =>
    `The simulation agrees with the test itself, not with its formula: ${apart} standard errors apart.`,
  differs: (apart: string) =>
    `They differ: ${apart} standard errors apart, more than chance explains (3.5). Trust neither before you know why: small counts and uneven splits are the usual reasons.`,
  verdict: 'Comparison',
  soFar: 'so far',
  announceRunning: 'Simulation started.',
  announceFinished: 'Simulation finished.',
  announceCancelled: 'Simulation cancelled.',
  announceFailed: 'Simulation failed.',
};

export const filmTexts = {
  play: 'Play',
  playName: 'Play the launch day by day',
  stop: 'Stop',
  stopName: 'Stop playing',
  back: '‹',
  backName: 'A day back',
  on: '›',
  onName: 'A day further',
  another: 'Another launch',
  launch: (launch: string, day: string) => `Launch ${launch}, day ${day}`,
};

export const rulesTexts = {
  title: 'Which rule should we use?',
  why: 'Every rule judges the same launches: what differs between rows is the rule alone.',
  choose: 'Choose rules to compare',
};

export const reportTexts = {
  title: 'Report',
  explanation:
    'What was planned and what came of it, as files: to register the plan before the launch, to review it, to go on with the numbers.',
  formats: { markdown: 'Markdown', html: 'HTML', json: 'JSON', csv: 'CSV' },
  nameOf: (format: string) => `Write a report as ${format}`,
};

export const compareTexts = {
  title: 'Compare',
  explanation: 'Pin what is shown, change the plan and run it again: both stand side by side.',
  pin: 'Pin',
  pinAnew: 'Pin this instead',
  unpin: 'Remove',
  otherPlan: 'Another plan …',
  pinned: 'Pinned',
  now: 'Now',
  what: 'What',
  difference: 'Difference',
  same: 'same',
  different: 'other',
  notSimulated: 'Not simulated',
  tableOf: (name: string) => `${name} beside this plan`,
};

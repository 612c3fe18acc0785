import { calendarDay } from '../schema/calendarDay';
import type { DeepReadonly } from '../schema/deepReadonly';
import { sdkRulePacks } from '../flags/reads/registry';
import { withHelp } from '../schema/fieldHelp';
import * as z from '../schema/zod';
import { checkFolders, checkWrapper } from './settingsRules';

const text = () => z.string().check(z.regex(/\S/), z.maxLength(1000));
const patterns = () => z.array(text()).check(z.maxLength(1000));
const argument = () => z.int().check(z.gte(0), z.lte(20));

const wrapperSchema = z
  .strictObject({
    name: withHelp(
      {
        title: 'Name',
        description: "Name of the function or method that reads a flag in the project's own way.",
        example: 'isEnabled',
        alsoCalled: ['function', 'method', 'call'],
      },
      text(),
    ),
    module: z.optional(
      withHelp(
        {
          title: 'Module',
          description: 'Where the function is imported from. Either this or `receiver`.',
          example: '@shop/flags',
          alsoCalled: ['import', 'package', 'from'],
        },
        text(),
      ),
    ),
    receiver: z.optional(
      withHelp(
        {
          title: 'Receiver',
          description:
            'Name of the object or of its type that the method is called on. Either this or `module`.',
          example: 'FeatureService',
          alsoCalled: ['object', 'class'],
        },
        text(),
      ),
    ),
    key: z._default(
      withHelp(
        {
          title: 'Key',
          description: "Which argument is the flag's key; the first one is 0.",
          unit: 'position of the argument, from 0',
          example: 0,
        },
        argument(),
      ),
      0,
    ),
    named: z.optional(
      withHelp(
        {
          title: 'Name of the argument',
          description: 'What the argument with the key is called, where calls may give it by name.',
          example: 'flag_key',
          alsoCalled: ['parameter', 'keyword'],
        },
        text(),
      ),
    ),
    property: z.optional(
      withHelp(
        {
          title: 'Property',
          description: 'The key is this property of the argument, which is an object.',
          example: 'key',
        },
        text(),
      ),
    ),
    default: z.optional(
      withHelp(
        {
          title: 'Default',
          description: 'Which argument is the default value, if there is one; the first one is 0.',
          unit: 'position of the argument, from 0',
          example: 1,
        },
        argument(),
      ),
    ),
    sdk: z.optional(
      withHelp(
        {
          title: 'SDK',
          description:
            'The SDK that is behind it, by its id in the reports; OpenFeature unless given.',
          example: 'launchdarkly',
          alsoCalled: ['vendor', 'provider'],
        },
        z.enum(sdkRulePacks.map(({ id }) => id)),
      ),
    ),
  })
  .check(checkWrapper);

const definitionsSchema = z.strictObject({
  files: withHelp(
    {
      title: 'Files',
      description: 'The definition files: patterns as in `.gitignore`, relative to this file.',
      example: ['deploy/prod/'],
      alsoCalled: ['paths', 'file'],
    },
    patterns(),
  ),
  environment: z.optional(
    withHelp(
      {
        title: 'Environment',
        description:
          'The environment they are for. Without it the format decides, else the name of file or folder.',
        example: 'production',
        alsoCalled: ['stage'],
      },
      text(),
    ),
  ),
  role: z.optional(
    withHelp(
      {
        title: 'Role',
        description:
          'Whether they say that flags exist (`declaration`), or who gets them (`provisioning`). Without it the format decides.',
        example: 'declaration',
      },
      z.enum(['declaration', 'provisioning']),
    ),
  ),
});

const keepSchema = z.strictObject({
  key: withHelp(
    {
      title: 'Key',
      description: 'Key of the flag that stays.',
      example: 'one_click_checkout',
      alsoCalled: ['flag', 'name'],
    },
    text(),
  ),
  until: z.optional(
    withHelp(
      {
        title: 'Until',
        description:
          'Last day on which nothing is said about the flag; then it is looked at again.',
        expected: 'a day as YYYY-MM-DD',
        example: '2027-03-01',
        alsoCalled: ['expires', 'date'],
      },
      calendarDay(),
    ),
  ),
  reason: z.optional(
    withHelp(
      { title: 'Reason', description: 'Why it stays.', example: 'Switch for the season' },
      text(),
    ),
  ),
});

const metricSchema = z.strictObject({
  baseline: withHelp(
    {
      title: 'Baseline',
      description: 'Where the metric stands in normal operation.',
      unit: 'a rate as a share, 0 to 1; a latency in milliseconds',
      example: 0.002,
    },
    z.number().check(z.gte(0), z.lte(1e12)),
  ),
  traffic: z.optional(
    withHelp(
      {
        title: 'Traffic',
        description: 'How many requests or events of the metric there are.',
        unit: 'requests per second',
        example: 40,
      },
      z.number().check(z.gte(0), z.lte(1e12)),
    ),
  ),
});

const staleSchema = z.strictObject({
  days: z._default(
    withHelp(
      {
        title: 'Days',
        description: 'How long a flag has to be the same for everyone before it is called stale.',
        unit: 'days',
        example: 30,
      },
      z.int().check(z.gte(1), z.lte(36_500)),
    ),
    30,
  ),
  recentDays: z._default(
    withHelp(
      {
        title: 'Recently changed',
        description:
          'Nothing is removed while its last change is younger than this: it may change back.',
        unit: 'days',
        example: 14,
      },
      z.int().check(z.gte(0), z.lte(36_500)),
    ),
    14,
  ),
  newDays: z._default(
    withHelp(
      {
        title: 'New',
        description: 'A flag that was introduced within so many days is new.',
        unit: 'days',
        example: 7,
      },
      z.int().check(z.gte(0), z.lte(36_500)),
    ),
    7,
  ),
});

/**
 * The one schema of `flaglab.yaml`, the project's own settings at a workspace folder's root: source of the types, of the
 * editor's help, of the JSON Schema and of the messages. It is data: nothing in it can start anything.
 */
export const settingsSchema = z.strictObject({
  version: withHelp(
    {
      title: 'Version of the file format',
      description: 'Always `1`: says how this file is to be read.',
      example: 1,
    },
    z.literal(1),
  ),
  include: z._default(
    withHelp(
      {
        title: 'Include',
        description:
          'Only files that one of these patterns matches are looked at; none: all files. Patterns as in `.gitignore`, relative to this file.',
        example: ['apps/', 'packages/'],
        alsoCalled: ['files', 'paths'],
      },
      patterns(),
    ),
    [],
  ),
  exclude: z._default(
    withHelp(
      {
        title: 'Exclude',
        description:
          'Files that one of these patterns matches are not looked at; what git ignores is left out anyway. Patterns as in `.gitignore`, relative to this file.',
        example: ['examples/', '*.generated.ts'],
        alsoCalled: ['ignore', 'skip'],
      },
      patterns(),
    ),
    [],
  ),
  scopes: z._default(
    withHelp(
      {
        title: 'Scopes',
        description:
          'Folders whose flags belong together, each with the name of its scope: a flag is the same flag only within its scope. Folders relative to this file, `.` for all. Without an entry the nearest package or service folder is the scope.',
        example: { 'apps/shop': 'shop' },
      },
      z.record(z.string(), text()).check(checkFolders),
    ),
    {},
  ),
  definitions: z._default(
    withHelp(
      {
        title: 'Definitions',
        description:
          'What definition files are for, where their format and their names do not say it, or say it wrongly: the first entry that a file fits counts.',
        example: [{ files: ['deploy/prod/'], environment: 'production' }],
        alsoCalled: ['environments'],
      },
      z.array(definitionsSchema).check(z.maxLength(1000)),
    ),
    [],
  ),
  wrappers: z._default(
    withHelp(
      {
        title: 'Wrappers',
        description:
          "The project's own functions that read a flag whose key is handed to them: each call of one counts as a read.",
        example: [{ name: 'isEnabled', module: '@shop/flags', key: 0, default: 1 }],
      },
      z.array(wrapperSchema).check(z.maxLength(1000)),
    ),
    [],
  ),
  lifetimes: z._default(
    withHelp(
      {
        title: 'Lifetimes',
        description:
          'How long flags of a type are expected to live: the name of the type, and days or `permanent`.',
        example: { release: 40, 'kill-switch': 'permanent' },
      },
      z.record(
        z.string(),
        z.union([z.int().check(z.gte(1), z.lte(36_500)), z.literal('permanent')]),
      ),
    ),
    {},
  ),
  stale: z.prefault(
    withHelp(
      {
        title: 'Stale',
        description: 'When a flag is called stale.',
        example: { days: 30 },
      },
      staleSchema,
    ),
    {},
  ),
  keep: z._default(
    withHelp(
      {
        title: 'Keep',
        description: 'Flags that stay, whatever is found about them: until when, and why.',
        example: [{ key: 'holiday_banner', until: '2027-01-10', reason: 'Needed each December' }],
        alsoCalled: ['suppress', 'allow'],
      },
      z.array(keepSchema).check(z.maxLength(10_000)),
    ),
    [],
  ),
  metrics: z._default(
    withHelp(
      {
        title: 'Metrics',
        description:
          'Where metrics that rollouts are judged by stand in normal operation: the name of the metric, its baseline and traffic.',
        example: { errorRate: { baseline: 0.002, traffic: 40 } },
      },
      z.record(z.string(), metricSchema),
    ),
    {},
  ),
});

/** A project's settings as read from `flaglab.yaml`, defaults filled in. JSON-safe. */
export type Settings = DeepReadonly<z.infer<typeof settingsSchema>>;

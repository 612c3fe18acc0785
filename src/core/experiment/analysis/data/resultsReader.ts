import type { Diagnostic } from '../../../model/diagnostic';
import type { Plan, PlanMetric } from '../../plan/planSchema';
import { CsvReader, type CsvCells } from '../../../syntax/csv/csvReader';
import { cellText } from '../../../syntax/csv/cellText';
import { CellCategories } from './cellCategory';
import { CountsReader } from './countsReader';
import { dataProblem } from './dataProblem';
import { DayRange } from './dayRange';
import { type Keeping, MetricData } from './metricData';
import { bareAverageProblems, variantProblems } from './wholeFileProblems';
import { type ResultsColumns, resultsColumns } from './resultsColumns';
import type { ResultsData } from './resultsData';
import { RowReader } from './rowReader';
import { UnitGroups } from './unitGroups';
import { UnitRows } from './unitRows';
import { rowRule, type UnitValues } from './unitValues';

/** Messages about one file; after so many the rest is not looked at. */
const mostProblems = 10;

/** Distinct segments: more are identifiers, not segments. */
const mostSegments = 50;

/** How a file of results is to be read. */
export interface ReadingOptions {
  /** Whether rows of one unit may stand apart. */
  readonly groupByUnit: boolean;
  /** What a metric's test needs beside sums. */
  readonly keep: (metric: PlanMetric) => Pick<Keeping, 'values' | 'buckets' | 'pairs'>;
}

/**
 * Reads a file of results as it comes, chunk by chunk: sums stay, rows do not. What is wrong with it is a diagnostic with
 * its line; after ten, `isOpen` turns false and nothing more need be pushed.
 */
export class ResultsReader {
  readonly #plan: Plan;
  readonly #options: ReadingOptions;
  readonly #csv: CsvReader;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #variants: CellCategories;
  readonly #segmentOf: CellCategories;
  readonly #segments: string[] = [];
  readonly #days = new DayRange();
  readonly #units: number[];
  #columns: ResultsColumns | null = null;
  #metrics: readonly MetricData[] = [];
  #reader: RowReader | null = null;
  #counts: CountsReader | null = null;
  #unitRows: UnitRows | null = null;
  #groups: UnitGroups | null = null;
  #rows = 0;

  constructor(plan: Plan, options: ReadingOptions) {
    this.#plan = plan;
    this.#options = options;
    this.#units = plan.variants.map(() => 0);
    this.#csv = new CsvReader((cells) => this.#row(cells));
    this.#variants = new CellCategories((text, line) => this.#variantIndex(text, line));
    this.#segmentOf = new CellCategories((text, line) => this.#segmentIndex(text, line));
  }

  /** Whether more of the file is wanted. */
  get isOpen(): boolean {
    return this.#csv.isOpen;
  }

  get rows(): number {
    return this.#rows;
  }

  push(chunk: Uint8Array): void {
    if (this.#rows === 0 && this.#columns === null && this.#isNoText(chunk)) return;
    this.#csv.push(chunk);
  }

  /** What the file says, or null and why it cannot be used. */
  end(): { readonly data: ResultsData | null; readonly diagnostics: readonly Diagnostic[] } {
    if (this.isOpen) this.#csv.end();
    const { problem } = this.#csv;
    if (problem !== null) this.#refuse('data-csv', problem.line, problem.message);
    if (this.#diagnostics.length === 0) this.#finish();
    const columns = this.#columns;
    const diagnostics = this.#diagnostics;
    if (columns === null || diagnostics.length > 0) return { data: null, diagnostics };
    return { data: this.#dataOf(columns), diagnostics };
  }

  #finish(): void {
    if (this.#columns === null) {
      this.#refuse(
        'data-empty',
        1,
        'The file is empty. Its first line names the columns, for example variant,users,conversion.',
      );
      return;
    }
    this.#unitRows?.end();
    this.#groups?.end((variant, part) => this.#takeUnit(variant, part));
    this.#diagnostics.push(...bareAverageProblems(this.#plan, this.#counts?.averages ?? []));
    this.#diagnostics.push(...variantProblems(this.#plan, this.#units));
  }

  #dataOf(columns: ResultsColumns): ResultsData {
    return {
      kind: columns.kind,
      units: this.#units,
      rows: this.#rows,
      metrics: this.#metrics,
      segments: this.#segments,
      firstDay: this.#days.first,
      lastDay: this.#days.last,
      hasGroupedRows: (this.#unitRows ?? this.#groups)?.hasGroupedRows ?? false,
      areUnitsChecked: this.#groups === null ? (this.#unitRows?.isChecked ?? null) : true,
      unusedColumns: columns.unused,
    };
  }

  #isNoText(chunk: Uint8Array): boolean {
    const [first, second] = chunk;
    const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
    const isPacked = (first === 0x1f && second === 0x8b) || (first === 0x50 && second === 0x4b);
    if (!isWide && !isPacked) return false;
    this.#csv.problem = {
      line: 1,
      message: isWide
        ? 'The file is UTF-16. Save it as CSV in UTF-8.'
        : 'The file is compressed or a spreadsheet. Unpack it, or save it as CSV in UTF-8.',
    };
    return true;
  }

  #refuse(code: string, line: number, message: string): void {
    this.#diagnostics.push(dataProblem(code, line, message));
  }

  #row(cells: CsvCells): boolean {
    if (this.#columns === null) return this.#header(cells);
    this.#rows += 1;
    const columns = this.#columns;
    if (cells.count === columns.count) this.#cellsOf(cells, columns);
    else {
      this.#refuse(
        'data-columns',
        cells.line,
        `This row has ${cells.count} columns, the first line ${columns.count}. Put a cell that holds a comma in quotes, and write decimals with a point.`,
      );
    }
    return this.#diagnostics.length < mostProblems;
  }

  #header(cells: CsvCells): boolean {
    const names = Array.from({ length: cells.count }, (_, i) => cellText(cells, i) ?? '');
    const { columns, diagnostics } = resultsColumns(this.#plan, names);
    this.#diagnostics.push(...diagnostics);
    if (columns === null) {
      // Nothing can be told without columns; a whole set keeps `end` from saying that the file is empty.
      return false;
    }
    this.#columns = columns;
    const variants = this.#plan.variants.length;
    this.#metrics = columns.metrics.map(
      ({ metric, before, denominator }) =>
        new MetricData(
          metric,
          { ...this.#options.keep(metric), variants },
          { before: before >= 0, denominator: denominator >= 0 },
        ),
    );
    const refuse = this.#refuse.bind(this);
    if (columns.kind === 'counts') {
      this.#counts = new CountsReader(columns.metrics, this.#metrics, refuse);
      return diagnostics.length === 0;
    }
    this.#reader = new RowReader(columns.metrics, refuse);
    if (columns.unit >= 0) this.#prepareUnits(columns);
    else if (this.#options.groupByUnit) {
      this.#refuse(
        'data-header',
        cells.line,
        '--group-by unit needs a column "unit" that names the unit of each row.',
      );
    }
    return this.#diagnostics.length === 0;
  }

  #prepareUnits({ metrics }: ResultsColumns): void {
    const rules = metrics.map(({ metric }) => rowRule(metric.kind));
    const refuse = this.#refuse.bind(this);
    const isPaired = this.#metrics.some(({ pairs }) => pairs !== null);
    if (this.#options.groupByUnit && !isPaired) {
      this.#groups = new UnitGroups(rules, refuse);
      return;
    }
    this.#unitRows = new UnitRows({
      variants: this.#plan.variants.length,
      rules,
      isPaired,
      refuse,
      take: (parts) => this.#takeParts(parts),
    });
  }

  #cellsOf(cells: CsvCells, columns: ResultsColumns): void {
    const variant = this.#variants.read(cells, columns.variant);
    if (variant < 0) return;
    const segment = columns.segment < 0 ? -1 : this.#segmentOf.read(cells, columns.segment);
    if (columns.date >= 0 && !this.#days.add(cells, columns.date)) {
      this.#refuse(
        'data-date',
        cells.line,
        `"date" is "${cellText(cells, columns.date)}"; it is a day as YYYY-MM-DD.`,
      );
      return;
    }
    if (this.#counts !== null) {
      const units = this.#counts.read(cells, columns.units, { variant, segment });
      if (units !== null) this.#units[variant]! += units;
      return;
    }
    const reader = this.#reader;
    if (reader === null || !reader.read(cells)) return;
    const row = { variant, segment, values: reader.values };
    if (this.#groups !== null) this.#groups.add(cells, columns.unit, row);
    else if (this.#unitRows !== null) this.#unitRows.add(cells, columns.unit, row);
    else this.#takeRow(variant, segment);
  }

  /** A row that is a unit by itself. */
  #takeRow(variant: number, segment: number): void {
    const { y, x, d } = this.#reader!.values;
    this.#units[variant]! += 1;
    for (let m = 0; m < this.#metrics.length; m += 1) {
      this.#metrics[m]!.addUnit(variant, segment, y[m]!, x[m]!, d[m]!);
    }
  }

  #takeUnit(variant: number, part: UnitValues): void {
    this.#units[variant]! += 1;
    for (let m = 0; m < this.#metrics.length; m += 1) {
      this.#metrics[m]!.addUnit(variant, part.segment, part.y(m), part.x(m), part.d(m));
    }
  }

  #takeParts(parts: readonly UnitValues[]): void {
    for (let variant = 0; variant < parts.length; variant += 1) {
      const part = parts[variant] as UnitValues;
      if (part.rows > 0) this.#takeUnit(variant, part);
    }
    const [control] = parts;
    if (control === undefined || control.rows === 0) return;
    for (let m = 0; m < this.#metrics.length; m += 1) {
      const { pairs } = this.#metrics[m]!;
      if (pairs === null) continue;
      for (let variant = 1; variant < parts.length; variant += 1) {
        const part = parts[variant] as UnitValues;
        if (part.rows > 0) pairs[variant]!.add(control.y(m), part.y(m));
      }
    }
  }

  #variantIndex(text: string, line: number): number {
    const { variants } = this.#plan;
    const byName = variants.findIndex(({ name }) => name === text);
    const index =
      byName >= 0 ? byName : variants.findIndex(({ flagVariant }) => flagVariant === text);
    if (index >= 0) return index;
    const names = variants.map(({ name }) => `"${name}"`).join(', ');
    const what = text === '' ? 'The variant is empty' : `"${text}" is no variant of the plan`;
    this.#refuse(
      'data-variant',
      line,
      `${what}. Its variants are ${names}: write one of them, or leave out rows of others.`,
    );
    return -1;
  }

  #segmentIndex(text: string, line: number): number {
    const known = this.#segments.indexOf(text);
    if (known >= 0) return known;
    this.#segments.push(text);
    if (this.#segments.length === mostSegments + 1) {
      this.#refuse(
        'data-segments',
        line,
        `The column "segment" has more than ${mostSegments} values. Put them into a few groups, or leave the column out.`,
      );
    }
    return this.#segments.length - 1;
  }
}

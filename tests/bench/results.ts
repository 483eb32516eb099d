import type { ColumnarRow } from './sections/columnar.js';
import type { CompileRow } from './sections/compiling.js';
import type { DatabaseComparison } from './sections/database.js';
import type { EngineTable } from './sections/engines.js';
import type { IndicatorGrowth, SnapshotGrowth } from './sections/growth.js';
import type { BundleRow, ImportRow } from './sections/package.js';
import type { TableRow } from './sections/tables.js';

/** A stream of evaluations, and the most memory it took. */
export interface StreamedMemory {
  readonly evaluations: number;
  readonly seconds: number;
  readonly megabytesBefore: number;
  readonly megabytesPeak: number;
  readonly megabytesHeapPeak: number;
}

/** The whole programme through its tiers, and a tenth of it. */
export interface Programme {
  readonly rows: readonly {
    readonly of: string;
    readonly tiers: number;
    readonly units: number;
    readonly seconds: number;
  }[];
  readonly megabytesPeak: number;
}

/** Where and how a run was measured. */
export interface Setting {
  readonly mode: 'full' | 'quick';
  readonly node: string;
  readonly processor: string;
  readonly processors: number;
  /** What else the machine did, before and after: processes that wanted to run, over one minute. */
  readonly load: readonly [before: number, after: number];
  readonly seconds: number;
  readonly versions: Readonly<Record<string, string>>;
}

/** Everything one run measured; sections that were not asked for are not there. */
export interface BenchResults {
  readonly setting: Setting;
  readonly engines?: readonly EngineTable[];
  readonly columnar?: readonly ColumnarRow[];
  readonly compiling?: readonly CompileRow[];
  readonly bundles?: readonly BundleRow[];
  readonly imports?: readonly ImportRow[];
  readonly indicators?: readonly IndicatorGrowth[];
  readonly snapshots?: readonly SnapshotGrowth[];
  readonly database?: DatabaseComparison;
  readonly memory?: StreamedMemory;
  readonly programme?: Programme;
  readonly tables?: readonly TableRow[];
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { type Case, casesOf, standIn } from './stand-in.js';

type Loaders = Readonly<Record<string, () => unknown>>;
type Start = (
  require: NodeJS.Require,
  tests: typeof standIn,
  covered: (...ids: string[]) => void,
  isActive: (id: string) => boolean,
) => Loaders;

/** What one test file does with the code as it stands. */
interface TestFile {
  readonly path: string;
  /** Mutants reached while it loads. */
  readonly onLoad: ReadonlySet<string>;
  /** Mutants each case reaches. */
  readonly cases: readonly { readonly reached: ReadonlySet<string>; readonly milliseconds: number }[];
}

export type Verdict =
  | { readonly status: 'killed'; readonly by: string }
  | { readonly status: 'survived' | 'not-covered' };

interface Chosen {
  readonly file: TestFile;
  readonly at: number;
}

/** How many cases are remembered for having noticed a mutant. */
const MOST_KILLERS = 20;

/** Milliseconds of the processor that the tests of one mutant may take; whatever has not noticed it by then has not. */
const BUDGET = 1500;

/** How often a mutant may be passed beyond what the unchanged code does, before it counts as an endless loop. */
const PATIENCE = 20;

/** The tests of a room, run as often as there are mutants, each time from the start. */
export class Trials {
  readonly #start: Start;
  readonly #require = createRequire(join(process.cwd(), 'package.json'));
  readonly #passed = new Map<string, number>();
  #files: readonly TestFile[] = [];
  #reached: Set<string> | undefined;
  #active: string | undefined;
  #left = 0;
  /** The cases that noticed a mutant last, the latest first. */
  #killers: readonly string[] = [];

  constructor(bundle: string) {
    this.#start = new Script(readFileSync(bundle, 'utf8'), { filename: bundle }).runInThisContext() as Start;
  }

  #begin(): Loaders {
    return this.#start(
      this.#require,
      standIn,
      (...ids) => {
        if (!this.#reached) return;
        for (const id of ids) {
          this.#reached.add(id);
          this.#passed.set(id, (this.#passed.get(id) ?? 0) + 1);
        }
      },
      (id) => {
        if (id !== this.#active) return false;
        this.#left -= 1;
        if (this.#left < 0) throw new Error('an endless loop');
        return true;
      },
    );
  }

  /** Runs everything unchanged: which case reaches which mutant. */
  async learn(): Promise<void> {
    const files: TestFile[] = [];
    for (const path of Object.keys(this.#begin())) {
      const load = this.#begin()[path];
      if (!load) continue;
      const onLoad = new Set<string>();
      this.#reached = onLoad;
      const cases: { reached: Set<string>; milliseconds: number }[] = [];
      for (const { name, run } of casesOf(load)) {
        const start = performance.now();
        this.#reached = new Set<string>();
        try {
          await run();
        } catch (error) {
          throw new Error(`${path}: ${name}: fails without any mutant: ${String(error)}`);
        }
        cases.push({ reached: this.#reached, milliseconds: performance.now() - start });
      }
      this.#reached = undefined;
      files.push({ path, onLoad, cases });
    }
    this.#files = files;
  }

  get cases(): number {
    return this.#files.reduce((sum, { cases }) => sum + cases.length, 0);
  }

  /**
   * Tries one mutant by the cases that reach it; by all of them where it is reached while a file loads. Cases that
   * noticed a mutant before come first: neighbours are often noticed alike.
   */
  async try(id: string): Promise<Verdict> {
    const chosen = this.#casesFor(id);
    if (chosen.length === 0) return { status: 'not-covered' };
    this.#active = id;
    this.#left = PATIENCE * ((this.#passed.get(id) ?? 0) + 100);
    try {
      const loaders = this.#begin();
      const loaded = new Map<string, readonly Case[]>();
      const begun = process.cpuUsage();
      for (const { file, at } of chosen) {
        const { user, system } = process.cpuUsage(begun);
        if (user + system > 1000 * BUDGET) break;
        let cases = loaded.get(file.path);
        if (!cases) {
          try {
            cases = casesOf(loaders[file.path] as () => unknown);
          } catch {
            return { status: 'killed', by: `${file.path} (loading)` };
          }
          if (cases.length !== file.cases.length)
            return { status: 'killed', by: `${file.path} (other cases)` };
          loaded.set(file.path, cases);
        }
        const one = cases[at];
        if (one && (await fails(one))) {
          this.#noticed(`${file.path} ${at}`);
          return { status: 'killed', by: `${file.path}: ${one.name}` };
        }
      }
      return { status: 'survived' };
    } finally {
      this.#active = undefined;
    }
  }

  /** Every case that reaches a mutant: those that lately noticed one, then those that take least time. */
  #casesFor(id: string): Chosen[] {
    const isStatic = this.#files.some(({ onLoad }) => onLoad.has(id));
    const chosen = this.#files.flatMap((file) =>
      file.cases.flatMap(({ reached, milliseconds }, at) =>
        isStatic || reached.has(id) ? [{ file, at, milliseconds }] : [],
      ),
    );
    const recency = new Map(this.#killers.map((name, rank) => [name, rank]));
    const rankOf = ({ file, at }: Chosen): number => recency.get(`${file.path} ${at}`) ?? MOST_KILLERS;
    return chosen.sort((a, b) => rankOf(a) - rankOf(b) || a.milliseconds - b.milliseconds);
  }

  #noticed(name: string): void {
    this.#killers = [name, ...this.#killers.filter((one) => one !== name)].slice(0, MOST_KILLERS);
  }
}

async function fails({ run }: Case): Promise<boolean> {
  try {
    await run();
    return false;
  } catch {
    return true;
  }
}

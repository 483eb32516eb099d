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
  readonly milliseconds: number;
  /** Mutants reached while it loads. */
  readonly onLoad: ReadonlySet<string>;
  /** Mutants each case reaches. */
  readonly cases: readonly { readonly reached: ReadonlySet<string>; readonly milliseconds: number }[];
}

export type Verdict =
  | { readonly status: 'killed'; readonly by: string }
  | { readonly status: 'survived' | 'not-covered' };

/** How often a mutant may be passed beyond what the unchanged code does, before it counts as an endless loop. */
const PATIENCE = 100;

/** The tests of a room, run as often as there are mutants, each time from the start. */
export class Trials {
  readonly #start: Start;
  readonly #require = createRequire(join(process.cwd(), 'package.json'));
  readonly #passed = new Map<string, number>();
  #files: readonly TestFile[] = [];
  #reached: Set<string> | undefined;
  #active: string | undefined;
  #left = 0;

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
      const begun = performance.now();
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
      files.push({ path, milliseconds: performance.now() - begun, onLoad, cases });
    }
    this.#files = files.sort((a, b) => a.milliseconds - b.milliseconds);
  }

  get cases(): number {
    return this.#files.reduce((sum, { cases }) => sum + cases.length, 0);
  }

  /** Tries one mutant by the cases that reach it; by all of them where it is reached while a file loads. */
  async try(id: string): Promise<Verdict> {
    const loading = this.#files.some(({ onLoad }) => onLoad.has(id));
    const files = this.#files.filter(
      ({ onLoad, cases }) => loading || onLoad.has(id) || cases.some(({ reached }) => reached.has(id)),
    );
    if (files.length === 0) return { status: 'not-covered' };
    this.#active = id;
    this.#left = PATIENCE * ((this.#passed.get(id) ?? 0) + 100);
    try {
      const loaders = this.#begin();
      for (const { path, cases, onLoad } of files) {
        const load = loaders[path];
        if (!load) continue;
        let loaded: readonly Case[];
        try {
          loaded = casesOf(load);
        } catch {
          return { status: 'killed', by: `${path} (loading)` };
        }
        if (loaded.length !== cases.length) return { status: 'killed', by: `${path} (other cases)` };
        const inOrder = loaded
          .map((one, at) => ({ case: one, path, at, milliseconds: cases[at]?.milliseconds ?? 0 }))
          .sort((a, b) => a.milliseconds - b.milliseconds);
        for (const one of inOrder) {
          const reaches = loading || onLoad.has(id) || cases[one.at]?.reached.has(id);
          if (reaches && (await fails(one.case)))
            return { status: 'killed', by: `${path}: ${one.case.name}` };
        }
      }
      return { status: 'survived' };
    } finally {
      this.#active = undefined;
    }
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

import type { NamedUnits, UnitName } from '../../schema/summary.js';
import { unitKey } from '../unit-key.js';
import { inOrder } from '../unit-name.js';

/** Names of units, the first in order where only so many are kept. */
export class UnitNames {
  #count = 0;
  #units: UnitName[] = [];

  constructor(private readonly most = Number.POSITIVE_INFINITY) {}

  get keys(): string[] {
    return this.#units.map((unit) => unitKey(unit));
  }

  add(unit: UnitName): void {
    this.#count += 1;
    this.#units.push(unit);
    if (this.#units.length > 2 * this.most) this.#units = inOrder(this.#units).slice(0, this.most);
  }

  merge({ count, units }: NamedUnits): void {
    this.#count += count;
    this.#units = inOrder([...this.#units, ...units]).slice(0, this.most);
  }

  totals(): NamedUnits {
    return { count: this.#count, units: inOrder(this.#units).slice(0, this.most) };
  }
}

import type { Sex } from '../schema/evaluation.js';
import type { FactEntry, Reading, Scalar } from '../schema/snapshot.js';
import type { Draw } from './draw.js';
import type { FactModel } from './fact-model.js';
import type { Subject, World } from './world.js';

type Entry = Exclude<FactEntry, null>;

/** How entries of one snapshot are written. */
export interface ReadingStyle {
  /** Only exact values. */
  readonly plain: boolean;
  /** The year most readings describe. */
  readonly year: number;
  readonly assessedOn: string;
  readonly standards: readonly string[];
}

const gradeOf = ({ definition }: FactModel, place: number): Scalar => definition.grades?.[place]?.id ?? place;

/** Bounds around the true figure, ends included or not: what one can say without knowing it exactly. */
function boundsAround(draw: Draw, fact: FactModel, figure: number): Reading | undefined {
  const { type, grades = [] } = fact.definition;
  const shown = (value: number): number | string => gradeOf(fact, value) as number | string;
  const isWhole = type === 'count' || type === 'level';
  const decimals = isWhole ? 1 : 10;
  const away = (): number => draw.whole(0, isWhole ? 2 : 20) / decimals;
  const max = type === 'level' ? grades.length - 1 : (fact.max ?? Number.POSITIVE_INFINITY);
  const tidy = (value: number): number => Math.round(value * 1000) / 1000;
  const low = Math.max(
    type === 'level' ? 0 : fact.min,
    tidy(Math.floor(figure * decimals) / decimals - away()),
  );
  const high = Math.min(max, tidy(Math.ceil(figure * decimals) / decimals + away()));
  const side = draw.whole(0, 2);
  const lower: Reading =
    side === 1 ? {} : low < figure && draw.chance(50) ? { moreThan: shown(low) } : { atLeast: shown(low) };
  const upper: Reading =
    side === 0 ? {} : high > figure && draw.chance(50) ? { lessThan: shown(high) } : { atMost: shown(high) };
  return { ...lower, ...upper };
}

const daysOf = ({ year, assessedOn }: ReadingStyle): readonly string[] => [
  `${year}-12-31`,
  `${year}-06-30`,
  `${year - 1}-12-31`,
  assessedOn,
];

function qualifiersOf(draw: Draw, style: ReadingStyle): Reading {
  return {
    ...(draw.chance(50) && { asOf: draw.pick(daysOf(style)) }),
    ...(draw.chance(25) && { approximate: draw.chance(80) }),
    ...(draw.chance(15) && { source: 'báo cáo của xã' }),
    ...(draw.chance(5) && { method: 'điều tra' }),
  };
}

function exactOf(fact: FactModel, figure: number, draw: Draw): Scalar {
  if (fact.definition.type === 'level') return gradeOf(fact, figure);
  return draw.chance(90) ? figure : fact.definition.type === 'count' ? String(figure) : figure.toFixed(6);
}

function readingOf(draw: Draw, fact: FactModel, figure: number, style: ReadingStyle, own: Reading): Entry {
  const isPlain = Object.keys(own).length === 0;
  if (isPlain && draw.chance(65)) return exactOf(fact, figure, draw);
  const rest = { ...own, ...qualifiersOf(draw, style) };
  const bounds = draw.chance(35) ? boundsAround(draw, fact, figure) : undefined;
  return bounds ? { ...bounds, ...rest } : { value: exactOf(fact, figure, draw), ...rest };
}

const SEXES: readonly (readonly (Sex | undefined)[])[] = [
  [undefined],
  [undefined],
  ['male', 'female'],
  [undefined, 'male', 'female'],
  ['male'],
  [undefined, 'female'],
];

/** One entry of `facts`: what is true of the unit, said exactly, roughly, by sex, by standard or within bounds. */
export function drawEntry(draw: Draw, fact: FactModel, world: World, style: ReadingStyle): Entry {
  const { definition, key } = fact;
  if (definition.type === 'boolean') {
    const flag = draw.chance(60);
    return style.plain || draw.chance(80) ? flag : { value: flag, ...qualifiersOf(draw, style) };
  }
  if (style.plain) {
    const figure = world.figure(key);
    return definition.type === 'level' ? gradeOf(fact, figure) : figure;
  }
  if (draw.chance(3)) return drawSeries(draw, fact, world, style);
  const varies = definition.variesBy ?? [];
  const sexes = varies.includes('sex') ? draw.pick(SEXES) : [undefined];
  const standards = varies.includes('standard') ? drawStandards(draw, style.standards) : [undefined];
  const populations = draw.chance(4) ? draw.pick([['hộ nghèo'], [undefined, 'hộ nghèo']]) : [undefined];
  const readings = populations.flatMap((population) =>
    standards.flatMap((standard) =>
      sexes.map((sex) => {
        const subject: Subject = { standard, population };
        const own: Reading = {
          ...(standard !== undefined && { standard }),
          ...(population !== undefined && { population }),
          ...(sex !== undefined && { sex }),
        };
        return readingOf(draw, fact, world.figure(key, subject, sex), style, own);
      }),
    ),
  );
  const [only] = readings;
  return readings.length === 1 && only !== undefined && draw.chance(95)
    ? only
    : (readings as (Reading | Scalar)[]);
}

/** The same quantity on two days. What other figures have to fit stays as it is. */
function drawSeries(draw: Draw, fact: FactModel, world: World, style: ReadingStyle): Entry {
  const [day, other] = [draw.pick(daysOf(style)), draw.pick(daysOf(style))];
  const figure = world.figure(fact.key);
  const before = fact.tied || fact.definition.type === 'level' ? figure : Math.max(fact.min, figure - 1);
  const later = { value: exactOf(fact, figure, draw), ...(draw.chance(60) && { asOf: day }) };
  const earlier = { value: exactOf(fact, before, draw), asOf: other };
  return later.asOf === earlier.asOf ? later : [later, earlier];
}

function drawStandards(draw: Draw, standards: readonly string[]): readonly (string | undefined)[] {
  if (standards.length === 0) return [undefined];
  const [first = undefined, ...others] = standards;
  const other = others.length > 0 ? draw.pick(others) : first;
  return draw.pick([[first], [first], [undefined], [other], other === first ? [first] : [first, other]]);
}

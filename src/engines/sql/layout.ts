import { asCondition, isUnknown, type Truth } from './truth.js';

const WIDTH = 110;
const STEP = '  ';

const WORDS = { all: 'AND', any: 'OR' } as const;

function constant(value: boolean | null): string {
  return value === null ? 'CAST(NULL AS BOOLEAN)' : value ? 'TRUE' : 'FALSE';
}

/** Whether it binds less tightly than AND, OR and NOT. */
const isLoose = (truth: Truth): boolean => truth.kind === 'all' || truth.kind === 'any';

/** Very long rows of AND and OR are put in brackets by fifties: databases bound how deep an expression may be. */
const BRACKET = 50;

function bracketed(truth: Extract<Truth, { kind: 'all' | 'any' }>): Truth {
  if (truth.parts.length <= BRACKET) return truth;
  const parts: Truth[] = [];
  for (let at = 0; at < truth.parts.length; at += BRACKET)
    parts.push({ ...truth, parts: truth.parts.slice(at, at + BRACKET) });
  return bracketed({ ...truth, parts });
}

function inline(truth: Truth, inner = false): string {
  switch (truth.kind) {
    case 'constant':
      return constant(truth.value);
    case 'test':
      return truth.sql;
    case 'not':
      return `NOT ${isLoose(truth.of) || truth.of.kind === 'test' ? `(${inline(truth.of)})` : inline(truth.of)}`;
    case 'first':
      return `COALESCE(${truth.parts.map((part) => inline(part)).join(', ')})`;
    case 'choice':
      return caseParts(truth)
        .map(([words, part]) => `${words} ${part}`)
        .join(' ')
        .concat(' END')
        .replace(/^/, 'CASE ');
    default: {
      const text = bracketed(truth) as typeof truth;
      const joined = text.parts.map((part) => inline(part, true)).join(` ${WORDS[truth.kind]} `);
      return inner ? `(${joined})` : joined;
    }
  }
}

function caseParts(truth: Extract<Truth, { kind: 'choice' }>): [string, string][] {
  return [
    ...truth.cases.flatMap(({ when, gives }): [string, string][] => [
      ['WHEN', `${inline(asCondition(when))} THEN ${isUnknown(gives) ? 'NULL' : inline(gives)}`],
    ]),
    ...(isUnknown(truth.otherwise) ? [] : [['ELSE', inline(truth.otherwise)] as [string, string]]),
  ];
}

function lines(truth: Truth, indent: string, inner = false): string {
  const short = inline(truth, inner);
  if (indent.length + short.length <= WIDTH && !short.includes('\n')) return short;
  const deeper = indent + STEP;
  switch (truth.kind) {
    case 'not':
      return `NOT (\n${deeper}${lines(truth.of, deeper)}\n${indent})`;
    case 'first':
      return `COALESCE(\n${truth.parts.map((part) => deeper + lines(part, deeper)).join(',\n')}\n${indent})`;
    case 'choice': {
      const cases = truth.cases.map(({ when, gives }) => {
        const condition = `${deeper}WHEN ${lines(asCondition(when), deeper + STEP)} THEN`;
        const value = isUnknown(gives) ? 'NULL' : lines(gives, deeper + STEP);
        const last = condition.split('\n').at(-1) as string;
        return value.includes('\n') || last.length + value.length > WIDTH
          ? `${condition}\n${deeper}${STEP}${value}`
          : `${condition} ${value}`;
      });
      if (!isUnknown(truth.otherwise)) cases.push(`${deeper}ELSE ${lines(truth.otherwise, deeper + STEP)}`);
      return `CASE\n${cases.join('\n')}\n${indent}END`;
    }
    case 'all':
    case 'any': {
      const { parts } = bracketed(truth) as typeof truth;
      const at = inner ? deeper : indent;
      const joined = parts.map((part) => lines(part, at, true)).join(`\n${at}${WORDS[truth.kind]} `);
      return inner ? `(\n${at}${joined}\n${indent})` : joined;
    }
    default: {
      const parts = truth.kind === 'test' ? (truth.parts ?? []) : [];
      return parts.length < 2
        ? short
        : `COALESCE(\n${parts.map((part) => deeper + part).join(',\n')}\n${indent})`;
    }
  }
}

/** A statement as text, on several lines where one would be too long. The first line is not indented. */
export function written(truth: Truth, indent = ''): string {
  return lines(truth, indent);
}

/** The same on one line. */
export function writtenInline(truth: Truth): string {
  return inline(truth);
}

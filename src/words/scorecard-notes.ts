import type { Evaluation, Note } from '../schema/evaluation.js';
import type { Locale } from '../schema/text.js';
import { formatDay } from './figures.js';
import { hanging, type Line, span } from './scorecard-layout.js';
import { NOTHING, nameOfKey, type Section, type Setting, withDays } from './scorecard-setting.js';

/** A note with its facts named and its days written out. */
export function noteText(note: Note, evaluation: Evaluation, setting: Setting, about = note.about): string {
  const { locale } = setting;
  const text = withDays(note.text[locale], locale);
  if (note.code === 'not-in-force') return notInForce(text, evaluation, locale);
  if (note.code === 'context-missing' || note.code === 'special-column')
    return withRegions(text, note, setting);
  const named = (key: string): string => {
    const name = nameOfKey(key, setting);
    return name === undefined ? key : `“${name}”`;
  };
  const whole = note.about ? text.replace(note.about, (about ?? '').split(', ').map(named).join(', ')) : text;
  return note.problem ? `${whole} ${note.problem.hint[locale]}` : whole;
}

const CONTEXT_WORDS: Readonly<Record<string, string>> = { region: 'vùng', group: 'nhóm xã' };

/** Regions by their names, where names are at hand. */
function withRegions(text: string, { about }: Note, { locale, names }: Setting): string {
  const regions = Object.entries(names.territory?.regions ?? {});
  const named = regions.reduce((left, [id, title]) => left.replaceAll(id, title[locale]), text);
  const word = about === undefined || locale !== 'vi' ? undefined : CONTEXT_WORDS[about];
  return about !== undefined && word !== undefined ? named.replace(about, word) : named;
}

/** The first thing to say of a what-if: that this text did not judge that day. When it does, the note says itself. */
function notInForce(text: string, { assessedOn, ruleset }: Evaluation, locale: Locale): string {
  const day = formatDay(assessedOn, locale);
  const early = assessedOn < ruleset.version;
  const span = /\([^()]*\)/.exec(text)?.[0];
  const rest = `${span === undefined ? '' : ` ${span}`}.`;
  return locale === 'vi'
    ? `ĐÁNH GIÁ GIẢ ĐỊNH: ngày ${day} bộ tiêu chí này ${early ? 'chưa có hiệu lực' : 'không còn áp dụng'}${rest}`
    : `WHAT-IF: on ${day} this set was ${early ? 'not yet' : 'no longer'} in force${rest}`;
}

/** Notes of one kind that say the same of several things are said once. */
export function mergedNotes(
  notes: readonly Note[],
  locale: Locale,
): { note: Note; about: string | undefined }[] {
  const groups = new Map<string, { note: Note; abouts: string[] }>();
  for (const note of notes) {
    const frame = note.about ? note.text[locale].replace(note.about, '…') : note.text[locale];
    const key = `${note.code}|${frame}|${note.problem?.hint[locale] ?? ''}`;
    const group = groups.get(key) ?? { note, abouts: [] };
    if (note.about) group.abouts.push(note.about);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ note, abouts }) => ({
    note,
    about: abouts.length > 0 ? abouts.join(', ') : undefined,
  }));
}

/** What a reader should know besides; what stands under the title is not said again. */
export function notes(
  evaluation: Evaluation,
  setting: Setting,
  saidAlready: (note: Note) => boolean,
): Section {
  const { locale, width, detail } = setting;
  const vi = locale === 'vi';
  const left = mergedNotes(
    evaluation.notes.filter((note) => !saidAlready(note)),
    locale,
  );
  if (left.length === 0) return NOTHING;
  if (detail === 'brief') return { lines: [], cut: true };
  const lines = left.flatMap(({ note, about }): Line[] =>
    hanging([span('  – ')], [span(noteText(note, evaluation, setting, about))], width),
  );
  return { lines: [[span(vi ? 'Lưu ý' : 'Notes', 'strong')], ...lines] };
}

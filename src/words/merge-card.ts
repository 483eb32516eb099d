import type { MergedUnits, MergeNote } from '../schema/merge.js';
import type { Locale } from '../schema/text.js';
import { formatDay } from './figures.js';
import { hanging, type Line, paragraph, span } from './scorecard-layout.js';
import { nameOfKey, type Section, type Setting } from './scorecard-setting.js';

/** Notes of one kind that say the same of several facts are said once, with the facts by their names. */
function joined(notes: readonly MergeNote[], setting: Setting): string[] {
  const { locale } = setting;
  const frames = new Map<string, { note: MergeNote; abouts: string[] }>();
  for (const note of notes) {
    const key = `${note.code}|${note.text[locale].replace(note.about, '…')}`;
    const frame = frames.get(key) ?? { note, abouts: [] };
    frame.abouts.push(note.about);
    frames.set(key, frame);
  }
  return [...frames.values()].map(({ note, abouts }) =>
    note.text[locale].replace(
      note.about,
      abouts.map((about) => nameOfKey(about, setting) ?? about).join(', '),
    ),
  );
}

function list(head: string, texts: readonly string[], { width }: Setting): Section {
  if (texts.length === 0) return { lines: [] };
  const lines = texts.flatMap((text) => hanging([span('  – ')], [span(text)], width));
  return { lines: [[span(head, 'strong')], ...lines] };
}

/** Facts dropped, those for one reason together. */
function dropped(merged: MergedUnits, setting: Setting): string[] {
  const { locale } = setting;
  const byReason = new Map<string, string[]>();
  for (const { fact, reason } of merged.dropped) {
    const names = byReason.get(reason[locale]) ?? [];
    names.push(nameOfKey(fact, setting) ?? fact);
    byReason.set(reason[locale], names);
  }
  return [...byReason].map(([reason, names]) => `${names.join('; ')}: ${lowerFirst(reason)}`);
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function partsText({ snapshot }: MergedUnits, locale: Locale): string {
  return (snapshot.unit.predecessors ?? [])
    .map(({ name, whole }) =>
      whole === false ? `${name} (${locale === 'vi' ? 'một phần' : 'in part'})` : name,
    )
    .join(', ');
}

/** The sections of units merged: what they became, what was kept, what was not and why. */
export function mergeSections(merged: MergedUnits, setting: Setting): Section[] {
  const { locale, width, detail } = setting;
  const vi = locale === 'vi';
  const { snapshot } = merged;
  const place = [snapshot.unit.name, snapshot.unit.district, snapshot.unit.province]
    .filter((one) => one)
    .join(' · ');
  const from = partsText(merged, locale);
  const count = Object.keys(snapshot.facts).length;
  const head: Line[] = [
    ...paragraph([span(place, 'strong')], width),
    ...(from === '' ? [] : paragraph([span(`${vi ? 'nhập từ' : 'merged from'} ${from}`)], width)),
    ...paragraph(
      [
        span(
          vi
            ? `xét ngày ${formatDay(snapshot.assessedOn, 'vi')} · giữ ${count} số liệu, bỏ ${merged.dropped.length}`
            : `judged on ${formatDay(snapshot.assessedOn, 'en')} · ${count} facts kept, ${merged.dropped.length} dropped`,
          'faint',
        ),
      ],
      width,
    ),
  ];
  if (detail === 'brief') return [{ lines: head, cut: merged.dropped.length + merged.notes.length > 0 }];
  return [
    { lines: head },
    list(vi ? 'Số liệu không chuyển sang' : 'Facts that do not pass on', dropped(merged, setting), setting),
    list(vi ? 'Lưu ý' : 'Notes', joined(merged.notes, setting), setting),
  ];
}

/**
 * A text as it is searched: without accents and case, so that `bao hiem y te` finds *bảo hiểm y tế*, and whoever types
 * the accents finds exactly the same.
 */
export const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

/** The words of a text: letters and digits, and what numbers and names hold together (`15.1`, `2021-2025`). */
export const wordsOf = (text: string): string[] =>
  folded(text).match(/[\p{L}\p{N}]+(?:[.-][\p{N}]+)*/gu) ?? [];

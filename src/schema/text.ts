import * as z from 'zod/mini';

/** A text in both languages we speak to users in: Vietnamese first, as the law is. */
export const localizedSchema = z.strictObject({
  vi: z.string().check(z.minLength(1)),
  en: z.string().check(z.minLength(1)),
});
export type Localized = z.infer<typeof localizedSchema>;

/** The languages of every text the library shows. */
export type Locale = 'vi' | 'en';

/** A day that exists, `yyyy-mm-dd`. */
export const daySchema = z.iso.date();

export const yearSchema = z.int().check(z.gte(2000), z.lte(2100));

/** `vn`, `lao-cai`, `lao-cai-bao-thang` … */
export const jurisdictionSchema = z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/));

/** `<jurisdiction>/<level>-<tier>/<period>`, for example `vn/commune-ntm/2021-2025`. */
export const rulesetIdSchema = z
  .string()
  .check(z.regex(/^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z0-9]+)+\/(to-)?[0-9]{4}(-[0-9]{4})?$/));

/** A ruleset id with the version it is pinned to: `vn/commune-ntm/2021-2025@2022-03-08`. */
export const pinnedRulesetIdSchema = z
  .string()
  .check(
    z.regex(/^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z0-9]+)+\/(to-)?[0-9]{4}(-[0-9]{4})?@[0-9]{4}-[0-9]{2}-[0-9]{2}$/),
  );

/** `health.insuredRate`, or with its jurisdiction before it `lao-cai:forest.coverRate`. */
export const factKeySchema = z
  .string()
  .check(z.regex(/^([a-z]+(-[a-z]+)*:)?[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/));

/** Names inside a ruleset: requirements, parts, cases, groups, traits. */
export const nameSchema = z.string().check(z.regex(/^[a-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/));

/** Levels of administration, from the village to the province. */
export const levelSchema = z.enum(['village', 'commune', 'district', 'town', 'province']);
export type Level = z.infer<typeof levelSchema>;

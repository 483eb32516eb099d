import type { RulesetVocabulary } from '../../../check/ruleset-vocabulary.js';
import type { Evidence } from '../../../schema/evidence.js';
import type { RulesetFile } from '../../../schema/ruleset.js';
import type { Localized } from '../../../schema/text.js';

/** A rule as `indicatorOf` sees it. */
export interface NamedRule {
  readonly name: string | undefined;
  readonly event: { readonly type: string; readonly params: Readonly<Record<string, unknown>> };
}

/** Which indicator a rule stands for. What is left out follows from the rule. */
export interface IndicatorOfRule {
  /** Default: the rule's `name`, else `indicator` among its event's params, else its event's `type`. @since 0.1.0 */
  id?: string;
  /** Default: the id, in both languages. @since 0.1.0 */
  title?: Localized;
  /** The number of the criterion it belongs to. Default: `criterion` among the event's params, else `1`. @since 0.1.0 */
  criterion?: string;
  /** Taken from the first rule of a criterion. Default: its number. @since 0.1.0 */
  criterionTitle?: Localized;
  /** What it means that the rule fires: a rule may look for what is wrong. Default `met`. @since 0.1.0 */
  fires?: 'met' | 'unmet';
  /** What the figures in it rest on. Default `unconfirmed`. @since 0.1.0 */
  evidence?: Evidence;
  /** Sources that state them. @since 0.1.0 */
  sources?: string[];
}

/** The ruleset that rules are to become, without its criteria. What is left out follows from its id and period. */
export type RulesetHead = Pick<RulesetFile, 'id' | 'title' | 'period'> &
  Partial<Omit<RulesetFile, 'format' | 'criteria' | 'totals' | 'completeness'>>;

/** How rules are read. */
export interface FromJsonRulesEngineOptions {
  /** What the ruleset is. @since 0.1.0 */
  ruleset: RulesetHead;
  /** Which indicator each rule stands for. @since 0.1.0 */
  indicatorOf?: (rule: NamedRule, index: number) => IndicatorOfRule;
  /** Keys of the catalogue for facts that the rules call otherwise. @since 0.1.0 */
  facts?: Readonly<Record<string, string>>;
  /** Conditions that rules refer to by name. @since 0.1.0 */
  conditions?: Readonly<Record<string, unknown>>;
  /** What names are checked against besides what is inside the package. @since 0.1.0 */
  vocabulary?: RulesetVocabulary;
}

import { describeRandomRulesets } from '../engines/sql/random-sets.js';
import { postgresql } from './postgresql.js';

describeRandomRulesets('PostgreSQL', () => postgresql('random_rulesets'));

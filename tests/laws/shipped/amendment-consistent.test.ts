import { holdsForEveryRuleset } from './every-ruleset.js';

holdsForEveryRuleset('amendment-consistent');

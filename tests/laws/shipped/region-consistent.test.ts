import { holdsForEveryRuleset } from './every-ruleset.js';

holdsForEveryRuleset('region-consistent');

import { holdsForEveryRuleset } from './every-ruleset.js';

holdsForEveryRuleset('total');

import { holdsForEveryRuleset } from './every-ruleset.js';

holdsForEveryRuleset('three-valued');

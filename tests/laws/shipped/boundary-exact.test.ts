import { holdsForEveryRuleset } from './every-ruleset.js';

holdsForEveryRuleset('boundary-exact');

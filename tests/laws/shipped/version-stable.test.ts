import { holdsForEveryRuleset } from './every-ruleset.js';

holdsForEveryRuleset('version-stable');

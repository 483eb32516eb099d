import { holdsForEveryRuleset } from './every-ruleset.js';

holdsForEveryRuleset('gap-minimal');

import { holdsForEveryRuleset } from './every-ruleset.js';

holdsForEveryRuleset('order-free');

export { EXIT_RULES, type ExitRule } from './exit-rule.js';

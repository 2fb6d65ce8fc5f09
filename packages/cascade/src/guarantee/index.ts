export {
  type ControlledRisk,
  type ControlRiskOptions,
  controlRisk,
  riskOf,
} from './control-risk.js';
export { hoeffdingBentkus } from './hoeffding-bentkus.js';

/// <reference lib="webworker" />
import { serveLearner } from '../link/serve-learner.js';
import { createLearner } from './create-learner.js';

serveLearner(createLearner(), self as unknown as DedicatedWorkerGlobalScope);

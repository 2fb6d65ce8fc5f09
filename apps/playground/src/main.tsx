import { render } from 'preact';
import LearnerWorker from './learner/worker.js?worker&inline';
import { connectLearner } from './link/connect-learner.js';
import { keepOffline } from './offline/keep-offline.js';
import { Playground } from './page/playground.js';
import { openServedModel } from './session/served-model.js';
import { createSession } from './session/session.js';
import './styles/index.css';

const session = createSession(connectLearner(new LearnerWorker()));
const root = document.getElementById('playground');
if (root) render(<Playground session={session} />, root);
openServedModel(session);
keepOffline();

import { simdSupported } from '@sig/kernels';
import { render } from 'preact';
import LearnerWorker from './learner/worker.js?worker&inline';
import { connectLearner } from './link/connect-learner.js';
import { keepOffline } from './offline/keep-offline.js';
import { Playground } from './page/playground.js';
import { openServedModel } from './session/served-model.js';
import { createSession } from './session/session.js';
import './styles/index.css';

const TOO_OLD =
  'this browser has no WebAssembly with SIMD, which learning takes; use Chrome 91, Firefox 89, Safari 16.4 or newer';

const session = createSession(connectLearner(new LearnerWorker()));
const able = simdSupported();
if (!able) session.notice.value = { kind: 'error', text: TOO_OLD };
const root = document.getElementById('playground');
if (root) render(<Playground session={session} />, root);
if (able) openServedModel(session);
keepOffline();

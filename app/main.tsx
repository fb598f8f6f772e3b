import './noEval';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { startPageShortcuts } from './commands/shortcuts';
import { startPersistence } from './persist/start';
import { evaluator, startEvaluating } from './worker/wiring';
import './theme/tokens.css';
import './theme/board.css';
import './theme/global.css';

// A branch that builds for users do not have.
if (import.meta.env.MODE === 'test' || import.meta.env.VITE_TEST === '1') (await import('./testApi')).installTestApi();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

evaluator.warmUp();
// Preferences and the last design come first: the first verdict is of what the user sees.
await startPersistence();
startEvaluating();
startPageShortcuts();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

import { afterVerdict } from '../afterVerdict';
import { useDocument } from '../stores/document';
import { useEvaluation } from '../stores/evaluation';
import { useSession } from '../stores/session';
import { createEvaluator } from './evaluator';
import { startEngine } from './startEngine';

/** The page's evaluator: its answers go to the evaluation store. */
export const evaluator = createEvaluator(startEngine, {
  evaluation: (evaluation, revision) => useEvaluation.getState().showEvaluation(evaluation, revision),
  preview: (preview) => useEvaluation.getState().showPreview(preview),
  aftermath: (aftermath) => useEvaluation.getState().showAftermath(aftermath),
  status: (status, error) => useEvaluation.setState({ status, error }),
  progress: (progress) => useEvaluation.setState({ progress }),
});

/** Evaluates the design as it is, after the user has stopped that. */
export function evaluateAgain(): void {
  const { design, revision } = useDocument.getState();
  evaluator.request(design, revision);
}

/** Keeps evaluation and aftermath in step with the design, the scenario and the language. */
export function startEvaluating(): void {
  const evaluate = () => {
    const { design, revision } = useDocument.getState();
    evaluator.request(design, revision);
    simulate();
  };
  const simulate = () => {
    const { scenario } = useSession.getState();
    if (scenario.zones.length === 0 && scenario.nodes.length === 0) {
      evaluator.endSimulation();
      useEvaluation.getState().showAftermath(null);
    } else {
      evaluator.simulate(useDocument.getState().design, scenario);
    }
  };
  const fetchCatalog = async () => {
    const { region } = useDocument.getState().design.settings;
    await afterVerdict;
    const { loadCatalog } = await import('#engine/catalog/loadCatalog');
    const catalog = await loadCatalog(region);
    if (useDocument.getState().design.settings.region === region) useEvaluation.setState({ catalog });
  };

  useDocument.subscribe((state, before) => {
    if (state.revision === before.revision) return;
    const { past, future } = state.history;
    if (past.length === 0 && future.length === 0) {
      evaluator.cancel();
      useEvaluation.getState().forget();
    }
    // The board's own order and folding change nothing that is evaluated.
    if (state.design.entities !== before.design.entities || state.design.links !== before.design.links || state.design.settings !== before.design.settings || state.design.name !== before.design.name) evaluate();
    if (state.design.settings.region !== before.design.settings.region) void fetchCatalog();
  });
  useSession.subscribe((state, before) => {
    if (state.scenario !== before.scenario) simulate();
    if (state.language !== before.language) {
      evaluator.setLanguage(state.language);
      evaluate();
    }
  });
  evaluator.setLanguage(useSession.getState().language);
  evaluate();
  void fetchCatalog();
}

/** @typedef {ReturnType<typeof import('./instruments.mjs').createInstruments>} Instruments */

const MODELS = [
  { name: 'atlas-large', provider: 'agora.models', weight: 2, tokensPerSecond: 55, prompt: 1800, answer: 420 },
  { name: 'atlas-mini', provider: 'agora.models', weight: 6, tokensPerSecond: 140, prompt: 700, answer: 180 },
  { name: 'lyra-embed', provider: 'lyra', weight: 3, tokensPerSecond: 4000, prompt: 350, answer: 0 },
];
const AGENTS = [
  { name: 'support-triage', tools: ['search_orders', 'refund'], collection: 'support_articles' },
  { name: 'catalogue-writer', tools: ['image_caption', 'price_check'], collection: 'products' },
];

/** Makes up the traffic of a marketplace: people come and go over some minutes, and now and then something fails. */
export class Traffic {
  #instruments;
  #phase = Math.random() * 6;

  /** @param {Instruments} instruments */
  constructor(instruments) {
    this.#instruments = instruments;
  }

  /**
   * Records about as many calls as happen in that time.
   *
   * @param {number} seconds
   */
  pass(seconds) {
    this.#phase += seconds / 90;
    const callsPerSecond = 4 + 2.5 * Math.sin(this.#phase) + Math.sin(this.#phase * 2.7);
    for (let calls = poisson(callsPerSecond * seconds); calls > 0; calls -= 1) this.#call();
    for (let runs = poisson(0.4 * callsPerSecond * seconds); runs > 0; runs -= 1) this.#agentRun();
  }

  #call() {
    const model = pick(MODELS);
    const attributes = {
      'gen_ai.operation.name': model.answer === 0 ? 'embeddings' : 'chat',
      'gen_ai.provider.name': model.provider,
      'gen_ai.request.model': model.name,
    };
    const { tokens, duration, firstToken } = this.#instruments;
    if (Math.random() < 0.012) {
      duration.record(spread(8), { ...attributes, 'error.type': Math.random() < 0.7 ? 'rate_limited' : 'timeout' });
      return;
    }
    const prompt = Math.ceil(spread(model.prompt));
    const answer = Math.ceil(spread(model.answer));
    const waiting = spread(0.25) + prompt / 20_000;
    tokens.record(prompt, { ...attributes, 'gen_ai.token.type': 'input' });
    if (answer > 0) tokens.record(answer, { ...attributes, 'gen_ai.token.type': 'output' });
    if (answer > 0) firstToken.record(waiting, attributes);
    duration.record(waiting + answer / model.tokensPerSecond, attributes);
  }

  #agentRun() {
    const { duration, query, rows } = this.#instruments;
    const agent = AGENTS[Math.random() < 0.6 ? 0 : 1] ?? AGENTS[0];
    if (agent === undefined) return;
    const search = {
      'db.system.name': 'qdrant',
      'db.operation.name': 'search',
      'db.collection.name': agent.collection,
    };
    const found = Math.round(spread(12));
    const searching = spread(0.02);
    query.record(searching, search);
    rows.record(found, search);
    let total = searching;
    for (let step = 1 + poisson(1.2); step > 0; step -= 1) {
      const tool = agent.tools[Math.random() < 0.7 ? 0 : 1] ?? '';
      const took = spread(0.6);
      const failed = Math.random() < 0.04 ? { 'error.type': 'tool_error' } : {};
      duration.record(took, { 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': tool, ...failed });
      total += took;
      this.#call();
    }
    const outcome = Math.random() < 0.03 ? { 'error.type': 'gave_up' } : {};
    duration.record(total + spread(2), {
      'gen_ai.operation.name': 'invoke_agent',
      'gen_ai.agent.name': agent.name,
      ...outcome,
    });
  }
}

/** @param {typeof MODELS} models */
function pick(models) {
  let left = Math.random() * models.reduce((sum, { weight }) => sum + weight, 0);
  for (const model of models) {
    left -= model.weight;
    if (left < 0) return model;
  }
  return /** @type {(typeof MODELS)[number]} */ (models[0]);
}

/**
 * Returns a random number around `mean`, skewed as durations and sizes are.
 *
 * @param {number} mean
 */
function spread(mean) {
  const normal = Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
  return mean * Math.exp(0.5 * normal - 0.125);
}

/** @param {number} mean */
function poisson(mean) {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = Math.random(); product > limit; product *= Math.random()) count += 1;
  return count;
}

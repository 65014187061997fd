export { agentBehaviour } from './agentBehaviour.ts';
export { alertReview } from './alertReview.ts';
export { apiReliability } from './apiReliability.ts';
export { apiUsage } from './apiUsage.ts';
export { costAnalysis } from './costAnalysis.ts';
export { llmPerformance } from './llmPerformance.ts';
export { systemOverview } from './systemOverview.ts';
export { vectorDatabase } from './vectorDatabase.ts';

export type { AdapterInstance, AdapterLanguage, AdapterUnderTest, TestSeries } from './AdapterUnderTest.ts';
export { describeAdapter } from './describeAdapter.ts';

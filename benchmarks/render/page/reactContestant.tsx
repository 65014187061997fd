import type { ComponentType, ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { ChartLook, Contestant } from './Contestant.ts';

/** Props of the chart of a library for React. */
export interface ChartProps<TNative> {
  readonly look: ChartLook;
  readonly data: TNative;
  /** Which of the charts of the page it is. */
  readonly index: number;
}

/** What a contestant for React says of itself. */
export interface ReactContestantOptions<TNative> {
  readonly Chart: ComponentType<ChartProps<TNative>>;
  readonly prepare: Contestant<TNative>['prepare'];
  /** What the element around the charts is called by stylesheets. */
  readonly className?: string;
}

/** Makes a contestant of a component: all charts in one root, and new data by props. */
export function reactContestant<TNative>(options: ReactContestantOptions<TNative>): Contestant<TNative> {
  const { Chart, prepare, className = '' } = options;
  const draw = (look: ChartLook, data: readonly TNative[]): ReactElement => (
    <div className={`charts ${className}`}>
      {data.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the charts stay where they are
        <Chart key={index} look={look} data={one} index={index} />
      ))}
    </div>
  );
  return {
    boxes: '.charts > *',
    prepare,
    mount(host, look, data) {
      const root = createRoot(host);
      root.render(draw(look, data));
      return { refresh: (next) => root.render(draw(look, next)) };
    },
  };
}

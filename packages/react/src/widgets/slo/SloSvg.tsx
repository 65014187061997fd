import { type ReactElement, useMemo } from 'react';
import type { WidgetSvgProps } from '../../widget/defineWidget.ts';
import type { SloOptions } from './SloOptions.ts';
import { SloPicture } from './SloPicture.tsx';
import { sloFrames } from './sloFrames.ts';
import { useSlo } from './useSlo.ts';

/** An objective and its error budget, as a picture. */
export function SloSvg(props: WidgetSvgProps<SloOptions>): ReactElement {
  const { widget, options, results, timeRange, width, height, locale, timeZone } = props;
  const frames = useMemo(() => sloFrames(widget, options, results), [widget, options, results]);
  const { model, layout, values, times } = useSlo({ frames, options, width, height, locale, timeZone });
  return <SloPicture model={model} layout={layout} timeRange={timeRange} values={values} times={times} />;
}

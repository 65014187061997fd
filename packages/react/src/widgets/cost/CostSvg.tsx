import type { ReactElement } from 'react';
import type { WidgetSvgProps } from '../../widget/defineWidget.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import type { CostOptions } from './CostOptions.ts';
import { CostPicture } from './CostPicture.tsx';
import { useCost } from './useCost.ts';

/** What was spent, on what, and what it will come to, as a picture. */
export function CostSvg(props: WidgetSvgProps<CostOptions>): ReactElement {
  const { model, texts, layout, values, times } = useCost(useFrameViewProps(props), props.options);
  const { field } = props.widget;
  return <CostPicture model={model} texts={texts} layout={layout} field={field} values={values} times={times} />;
}

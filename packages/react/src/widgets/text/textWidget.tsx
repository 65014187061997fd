import type { ReactElement } from 'react';
import { defineWidget, type WidgetDefinition, type WidgetViewProps } from '../../widget/defineWidget.ts';
import { type TextOptions, textOptionsSchema } from './TextOptions.ts';
import { TextSvg } from './TextSvg.tsx';
import { TextView } from './TextView.tsx';

/** The widget type `text`: a text in markdown. */
export const textWidget: WidgetDefinition<TextOptions> = defineWidget({
  type: 'text',
  label: 'Text',
  schema: textOptionsSchema,
  needs: [],
  View: TextWidgetView,
  Svg: TextSvg,
  toTable: ({ options }) => ({ columns: [{ name: 'Text', kind: 'value' }], rows: [[options.content ?? '']] }),
  isTabular: true,
});

function TextWidgetView({ widget, options, width, height }: WidgetViewProps<TextOptions>): ReactElement {
  return <TextView title={widget.title} options={options} width={width} height={height} />;
}

import type { ReactElement } from 'react';
import { HiddenTable } from '../../chart/categories/HiddenTable.tsx';
import { MarkFigure } from '../../chart/categories/MarkFigure.tsx';
import { markLinks } from '../../chart/categories/markLinks.ts';
import { MarkInteraction } from '../../chart/interaction/MarkInteraction.tsx';
import type { FrameViewProps } from '../FrameViewProps.ts';
import type { TreemapOptions } from './TreemapOptions.ts';
import { TreemapPicture } from './TreemapPicture.tsx';
import type { TreemapModel } from './treemapModel.ts';
import { useTreemap } from './useTreemap.ts';

/**
 * Props of {@link TreemapView}.
 *
 * @public
 */
export interface TreemapViewProps extends FrameViewProps {
  readonly options?: TreemapOptions | undefined;
}

const DEFAULTS: TreemapOptions = {};

/**
 * Shows values as areas within each other, for hosts that have data of their own.
 *
 * @public
 */
export function TreemapView(props: TreemapViewProps): ReactElement {
  const { options = DEFAULTS, title, field, timeRange } = props;
  const { model, layout, width, height, plotHeight } = useTreemap(props, options);
  const sentence = treemapSentence(model);
  return (
    <MarkFigure
      width={width}
      height={height}
      title={title}
      sentence={sentence}
      picture={
        <TreemapPicture
          model={model}
          layout={layout}
          options={options}
          field={field}
          width={width}
          height={plotHeight}
        />
      }
      pictureWidth={width}
      pictureHeight={plotHeight}
      interaction={
        model.leaves.length === 0 ? null : (
          <MarkInteraction
            label={`${title}: ${sentence}`}
            width={width}
            height={plotHeight}
            marks={[layout.leaves]}
            boxOf={({ x, y, width: wide, height: high }) => ({ left: x, top: y, width: wide, height: high })}
            tooltipOf={({ leaf: { key, path, text, percent, label, color } }) => ({
              title: path.join(' › '),
              rows: [{ key, name: percent, value: label === undefined ? text : `${text}, ${label}`, color }],
            })}
            clickOf={({ leaf: { path, labels, value } }) => ({ seriesName: path.at(-1) ?? '', labels, value })}
            linksOf={({ leaf: { path, labels, value, options: own } }) =>
              markLinks({ links: own?.links, timeRange, name: path.at(-1) ?? '', labels, value })
            }
            onPointClick={props.onPointClick}
            locale={props.locale}
          />
        )
      }
      note={model.note}
      table={
        <HiddenTable
          caption={title}
          head={['Cell', 'Value', 'Share']}
          rows={model.leaves.map(({ path, text, percent }) => [path.join(' › '), text, percent])}
        />
      }
    />
  );
}

function treemapSentence({ leaves, reason }: TreemapModel): string {
  const [largest] = leaves;
  if (largest === undefined) return `${reason ?? 'No data'}.`;
  const count = leaves.length === 1 ? 'one cell' : `${leaves.length} cells`;
  return `${count}, the largest is ${largest.path.join(' › ')} with ${largest.text}, ${largest.percent}.`;
}

import { parseWith } from '../document/parseWith.ts';
import type { Dashboard } from './Dashboard.ts';
import { dashboardSchema } from './dashboardSchema.ts';
import { migrateDashboard } from './migrateDashboard.ts';
import type { Widget } from './Widget.ts';
import { widgetSchema } from './widgetSchema.ts';

/**
 * Returns a dashboard from a parsed JSON document, migrated to the present version. Fields that are not known are kept;
 * the input is not changed.
 *
 * @throws {@link InvalidDocumentError} When it is no dashboard; its issues name each place, such as
 * `widgets[3].queries[0].expr`.
 * @public
 */
export function parseDashboard(input: unknown): Dashboard {
  return parseWith(dashboardSchema, 'dashboard', migrateDashboard(input));
}

/**
 * Returns a widget from a parsed JSON document; its `options` are parsed by the widget's type.
 *
 * @throws {@link InvalidDocumentError} When it is no widget.
 * @public
 */
export function parseWidget(input: unknown): Widget {
  return parseWith(widgetSchema, 'widget', input);
}

/**
 * Returns the JSON text of a dashboard, indented, ending with a line break. {@link parseDashboard} reads it back as it was.
 *
 * @throws {@link InvalidDocumentError} When it is no dashboard that could be read back.
 * @public
 */
export function serializeDashboard(dashboard: Dashboard): string {
  return `${JSON.stringify(parseWith(dashboardSchema, 'dashboard', dashboard), undefined, 2)}\n`;
}

export type { ThemeColors } from '../theme/colorTokens.ts';
export { builtInWidgets } from '../widget/builtInWidgets.ts';
export {
  type AnyWidgetDefinition,
  defineWidget,
  type WidgetAskRequest,
  type WidgetDefinition,
  type WidgetSvgProps,
  type WidgetTableInput,
} from '../widget/defineWidget.ts';
export type { WidgetTable, WidgetTableColumn } from '../widget/WidgetTable.ts';
export { type BrowserPlatformOptions, createBrowserPlatform } from './browser/createBrowserPlatform.ts';
export type { ExportDashboardOptions, ExportProgress, ExportWidgetOptions } from './ExportOptions.ts';
export type { ExportFonts, ExportPlatform, PdfTools, PictureSize } from './ExportPlatform.ts';
export { exportDashboard } from './exportDashboard.ts';
export { exportWidget } from './exportWidget.ts';

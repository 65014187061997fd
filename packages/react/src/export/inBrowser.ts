import { createBrowserPlatform } from './browser/createBrowserPlatform.ts';
import { screenColors } from './browser/screenColors.ts';
import { exportDashboard } from './exportDashboard.ts';
import { exportWidget } from './exportWidget.ts';

export { createBrowserPlatform, exportDashboard, exportWidget, screenColors };

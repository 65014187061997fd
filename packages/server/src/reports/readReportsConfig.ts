import type { YamlValue } from '../collect/config/YamlValue.ts';

/** What holds for all reports: section `glasspane.reports` of the file. */
export interface ReportsConfig {
  /** Where people look at a dashboard, with `{id}` for its id: for links in mails. */
  readonly dashboardUrl?: string | undefined;
}

/** Reads the section `glasspane.reports`. */
export function readReportsConfig(value: YamlValue): ReportsConfig | undefined {
  const fields = value.fields(['dashboard_url']);
  if (fields === undefined) return undefined;
  return { dashboardUrl: fields.optional('dashboard_url', readDashboardUrl, undefined) };
}

function readDashboardUrl(value: YamlValue): string | undefined {
  const text = String(value.scalar ?? '');
  if (/^https?:\/\/[^\s{}]+\{id\}[^\s{}]*$/.test(text) && URL.canParse(text.replace('{id}', 'id'))) return text;
  return value.fail(
    `${value.path} must be a URL with {id} where the id of the dashboard stands, such as https://app.example.com/dashboards/{id}`,
  );
}

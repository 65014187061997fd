import type { DashboardExporter } from '@glasspane/core';
import { type ServerApi, segment } from './ServerApi.ts';

/** Drawing a large dashboard takes longer than answering a query. */
const EXPORT_TIMEOUT_MS = 120_000;

/** Has dashboards exported by the server. */
export function createServerExporter(api: ServerApi): DashboardExporter {
  return {
    async export({ dashboardId, ...json }, signal) {
      const path = `dashboards/${segment(dashboardId)}/export`;
      const { headers, bytes } = await api.download(
        { method: 'POST', path, json, timeoutMs: EXPORT_TIMEOUT_MS },
        signal,
      );
      return {
        fileName: fileNameOf(headers.get('content-disposition')) ?? `dashboard.${json.format}`,
        contentType: headers.get('content-type') ?? 'application/octet-stream',
        bytes,
      };
    },
  };
}

/** Reads `attachment; filename="a.pdf"; filename*=UTF-8''%C3%A4.pdf` of RFC 6266. What would lead into a folder does not. */
function fileNameOf(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;\s]+)/i.exec(disposition ?? '')?.[1];
  const plain =
    /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? /filename=([^;\s"]+)/i.exec(disposition ?? '')?.[1];
  const name = (decode(encoded) ?? plain)?.replaceAll(/[/\\:*?"<>|\p{Cc}]/gu, '-').replace(/^\.+/, '');
  return name === undefined || name === '' ? undefined : name;
}

function decode(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

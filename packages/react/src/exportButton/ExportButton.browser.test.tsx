import { type ExportedFile, type ExportFormat, GlasspaneError, type Widget } from '@glasspane/core';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../styles.css';
import { aDashboard, aWidget } from '../../test/aDashboard.ts';
import { FakeBackend } from '../../test/FakeBackend.ts';
import { lastValue } from '../../test/lastValue.tsx';
import { Dashboard, type DashboardProps } from '../dashboard/Dashboard.tsx';

const formats: readonly ExportFormat[] = ['pdf', 'png', 'svg', 'csv', 'json'];

function chart(changes: Partial<Widget> = {}): Widget {
  return aWidget({ id: 'chart', type: 'timeSeries', title: 'Requests', ...changes });
}

function show(fake: FakeBackend, props: Partial<DashboardProps> = {}): readonly ExportedFile[] {
  const files: ExportedFile[] = [];
  render(
    <StrictMode>
      <Dashboard
        dashboard={aDashboard({ widgets: [chart()] })}
        backend={fake.backend}
        widgets={[lastValue]}
        timeZone="UTC"
        locale="en-GB"
        exportFormats={formats}
        onExport={(file) => files.push(file)}
        {...props}
      />
    </StrictMode>,
  );
  return files;
}

const button = (name = 'Export'): HTMLElement => screen.getByRole('button', { name });

async function choose(format: string, name?: string): Promise<void> {
  await userEvent.click(button(name));
  await userEvent.click(screen.getByRole('menuitem', { name: new RegExp(`^${format}`) }));
}

async function exported(files: readonly ExportedFile[]): Promise<ExportedFile> {
  await waitFor(() => expect(files.length).toBe(1), { timeout: 20_000 });
  const [file] = files;
  if (file === undefined) throw new Error('nothing was exported');
  return file;
}

const text = ({ bytes }: ExportedFile): string => new TextDecoder('latin1').decode(bytes);

afterEach(cleanup);

describe('ExportButton', () => {
  it('makes a PDF file without a picture in it', async () => {
    const files = show(new FakeBackend());
    await choose('PDF');
    const file = await exported(files);
    expect([file.contentType, file.fileName]).toEqual([
      'application/pdf',
      expect.stringMatching(/^test-dashboard-[\d-]+\.pdf$/),
    ]);
    expect(text(file)).toMatch(/^%PDF-1\.\d[\s\S]*\/Type \/Page\b[\s\S]*%%EOF\s*$/);
    expect(text(file)).not.toContain('/Subtype /Image');
  });

  it('makes a PNG picture that is twice as fine as the screen', async () => {
    const files = show(new FakeBackend());
    await choose('PNG');
    const { bytes } = await exported(files);
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
    expect(image.width).toBe(2 * (1200 + 48));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = new Uint32Array(context?.getImageData(0, 0, image.width, image.height).data.buffer ?? []);
    expect(new Set(pixels).size).toBeGreaterThan(20);
  });

  it('makes an SVG drawing whose colours stand in it', async () => {
    const files = show(new FakeBackend());
    await choose('SVG');
    const svg = text(await exported(files));
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).toBeNull();
    expect(svg).toContain('>Requests</text>');
    expect(svg).not.toContain('var(');
  });

  it('makes CSV and JSON of the values', async () => {
    const fake = new FakeBackend();
    fake.value = 42;
    const files = show(fake);
    await choose('CSV');
    expect(text(await exported(files))).toMatch(
      /^Widget,Time,Row,Column,Value\r\nRequests,\d{4}-\d\d-\d\dT[\d:.]+Z,,\w+,42\r\n/,
    );
    cleanup();
    const other = show(fake);
    await choose('JSON');
    expect(JSON.parse(text(await exported(other)))).toMatchObject({
      format: 'glasspane-export',
      widgets: [{ id: 'chart', status: 'ready' }],
    });
  });

  it('exports one widget from its own head', async () => {
    const widgets = [chart(), chart({ id: 'other', title: 'Errors' })];
    const files = show(new FakeBackend(), { dashboard: aDashboard({ widgets }) });
    await choose('CSV', 'Export Errors');
    const file = await exported(files);
    expect(file.fileName).toMatch(/^test-dashboard-errors-/);
    expect(text(file)).toMatch(/^Time,\w+\r\n/);
  });

  it('takes a picture of a widget that cannot draw itself', async () => {
    const files = show(new FakeBackend(), { dashboard: aDashboard() });
    await screen.findByText(/value 1/);
    await choose('SVG');
    expect(text(await exported(files))).toContain('href="data:image/png;base64,');
  });

  it('uses the time range of the screen', async () => {
    const timeRange = { from: '2026-01-31T00:00:00Z', to: '2026-01-31T06:00:00Z' };
    const files = show(new FakeBackend(), { timeRange });
    await choose('JSON');
    expect(JSON.parse(text(await exported(files))).timeRange).toMatchObject(timeRange);
  });

  it('draws dark pictures on request, with the colours of the host', async () => {
    const files: ExportedFile[] = [];
    render(
      <div style={{ '--host': '#123456' } as React.CSSProperties}>
        <style>{'.gp-root { --gp-surface-sunken: light-dark(white, oklch(0.3 0.1 250)); }'}</style>
        <Dashboard
          dashboard={aDashboard({ widgets: [chart()] })}
          backend={new FakeBackend().backend}
          exportFormats={formats}
          onExport={(file) => files.push(file)}
        />
      </div>,
    );
    await userEvent.click(button());
    await userEvent.click(screen.getByRole('menuitemcheckbox', { name: 'Dark background' }));
    await userEvent.click(screen.getByRole('menuitem', { name: /^SVG/ }));
    const paper = /<rect [^>]*fill="(#\w{6})"/.exec(text(await exported(files)))?.[1];
    expect(paper).toMatch(/^#0\w{5}$/);
    expect(paper).not.toBe('#0e1015');
  });

  it('is used with the keyboard alone, and gives the focus back', async () => {
    const files = show(new FakeBackend());
    button().focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('PDF'));
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{End}{Home}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(document.activeElement?.textContent).toContain('JSON');
    await userEvent.keyboard('{Enter}');
    await exported(files);
    await waitFor(() => expect(document.activeElement).toBe(button()));
    expect(screen.queryByRole('menu')).toBeNull();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('says how far it is, and stops on request', async () => {
    const fake = new FakeBackend();
    const files = show(fake);
    await screen.findByRole('img', { name: /Requests/ });
    fake.delayMs = 60_000;
    await choose('PDF');
    const dialog = within(await screen.findByRole('dialog', { name: 'Export' }));
    await dialog.findByText('Asking the backend …');
    expect(dialog.getByRole('progressbar', { name: 'Exporting as PDF' })).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect([files, document.activeElement]).toEqual([[], button()]);
  });

  it('says what went wrong, and tries again', async () => {
    const zone = { timeRange: { from: 'yesterday', to: 'now' } };
    show(new FakeBackend(), zone);
    await choose('CSV');
    const dialog = within(await screen.findByRole('dialog', { name: 'Export' }));
    await dialog.findByRole('alert');
    expect(dialog.getByText(/"yesterday"/)).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Try again' }));
    await dialog.findByRole('alert');
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says what went wrong when the host cannot take the file', async () => {
    const onExport = (): void => {
      throw new Error('The upload is full.');
    };
    show(new FakeBackend(), { onExport });
    await choose('CSV');
    const dialog = within(await screen.findByRole('dialog', { name: 'Export' }));
    await dialog.findByText('The upload is full.');
  });

  it('has what a query failed with in the file', async () => {
    const fake = new FakeBackend();
    fake.error = new GlasspaneError('bad_query', 'parse error: unexpected end');
    const files = show(fake);
    await choose('SVG');
    expect(text(await exported(files))).toContain('parse error: unexpected end');
  });

  it('saves through a link where the host takes no file', async () => {
    const saved: string[] = [];
    const onClick = (event: MouseEvent): void => {
      if (!(event.target instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      saved.push(event.target.download);
    };
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      this.addEventListener('click', onClick, { once: true });
      click.call(this);
    };
    try {
      show(new FakeBackend(), { onExport: undefined });
      await choose('CSV');
      await waitFor(() => expect(saved).toEqual([expect.stringMatching(/\.csv$/)]));
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
  });
});

import { expect, userEvent, within } from 'storybook/test';

/** Reads the first mark of a chart with the keyboard, and returns what is spoken. */
export async function speakFirstMark(canvasElement: HTMLElement, keys: string): Promise<string> {
  const area = within(canvasElement).getByRole('application');
  area.focus();
  await userEvent.keyboard(keys);
  const live = canvasElement.querySelector('[aria-live]');
  await expect(live?.textContent).not.toBe('');
  return live?.textContent ?? '';
}

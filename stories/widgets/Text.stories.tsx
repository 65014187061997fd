import { TextView } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { Tile } from '../charts/Tile.tsx';

const content = `# Runbook
When **p99** is above \`500 ms\`, look at the [traces](https://example.com/traces) first.

- check the *queue depth*
- scale the workers:
  1. one at a time
  2. watch http_requests_total

> Ask before you restart the database.

\`\`\`
kubectl scale deploy/api --replicas=6
\`\`\`

---
On call: [the platform team](mailto:platform@example.com)`;

const meta: Meta<typeof TextView> = {
  title: 'Widgets/Text',
  component: TextView,
  args: { title: 'Sample notes', options: { content }, width: 360, height: 320 },
  render: (args) => (
    <Tile>
      <TextView {...args} />
    </Tile>
  ),
};

export default meta;

type Story = StoryObj<typeof TextView>;

export const Markdown: Story = {};

export const Hostile: Story = {
  args: { options: { content: '<img src=x onerror="alert(1)"> and [a link](javascript:alert(1))' } },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getByText(/<img src=x/)).toBeVisible();
    await expect(canvasElement.querySelector('img, a')).toBeNull();
  },
};

export const Empty: Story = { args: { options: {} } };

export const Narrow: Story = { args: { width: 120, height: 60 } };

export const Dark: Story = { globals: { theme: 'dark' } };

export const RightToLeft: Story = {
  args: { options: { content: '# دليل التشغيل\n\n- افحص طول الطابور\n- أضف عمالا' } },
  render: (args) => (
    <Tile dir="rtl">
      <TextView {...args} />
    </Tile>
  ),
};

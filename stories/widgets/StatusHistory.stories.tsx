import { StatusHistoryView } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { Tile } from '../charts/Tile.tsx';
import * as shared from './stateStories.ts';

const meta: Meta<typeof StatusHistoryView> = {
  title: 'Widgets/Status history',
  component: StatusHistoryView,
  args: shared.stateArgs,
  render: (args) => (
    <Tile>
      <StatusHistoryView {...args} />
    </Tile>
  ),
};

export default meta;

type Story = StoryObj<typeof StatusHistoryView>;

export const Thresholds: Story = { ...shared.judged };

export const MappedTexts: Story = { ...shared.mappedTexts };

export const ScaleOfColors: Story = { ...shared.scaleOfColors };

export const MoreSeriesThanRoom: Story = { ...shared.moreSeriesThanRoom };

export const Empty: Story = { ...shared.empty };

export const Tiny: Story = { ...shared.tiny };

export const Dark: Story = { ...shared.dark };

export const RightToLeft: Story = {
  args: { locale: 'ar' },
  render: (args) => (
    <Tile dir="rtl">
      <StatusHistoryView {...args} />
    </Tile>
  ),
};

import { StateTimelineView } from '@glasspane/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { Tile } from '../charts/Tile.tsx';
import * as shared from './stateStories.ts';

const meta: Meta<typeof StateTimelineView> = {
  title: 'Widgets/State timeline',
  component: StateTimelineView,
  args: shared.stateArgs,
  render: (args) => (
    <Tile>
      <StateTimelineView {...args} />
    </Tile>
  ),
};

export default meta;

type Story = StoryObj<typeof StateTimelineView>;

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
      <StateTimelineView {...args} />
    </Tile>
  ),
};

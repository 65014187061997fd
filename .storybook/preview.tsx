import type { Preview } from '@storybook/react-vite';
import '@glasspane/react/styles.css';

const preview: Preview = {
  parameters: {
    // A violation fails the story's test.
    a11y: { test: 'error' },
    layout: 'fullscreen',
  },
  globalTypes: {
    theme: {
      description: 'Theme',
      toolbar: {
        icon: 'contrast',
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'light' },
  decorators: [
    (Story, { globals, args }) => {
      const theme = String(args.theme ?? globals.theme);
      return (
        <div
          className="gp-root"
          data-gp-theme={theme}
          style={{ minHeight: '100vh', padding: 16, background: 'var(--gp-surface-sunken)', fontFamily: 'system-ui' }}
        >
          <Story args={{ ...args, theme }} />
        </div>
      );
    },
  ],
};

export default preview;

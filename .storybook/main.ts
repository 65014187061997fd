import type { StorybookConfig } from '@storybook/react-vite';

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-vitest', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The TypeScript-based one needs a compiler API that TypeScript 7 does not have.
  typescript: { reactDocgen: 'react-docgen' },
  async viteFinal(vite) {
    const { alias } = await import('../vite.shared.ts');
    const own = Array.isArray(vite.resolve?.alias) ? vite.resolve.alias : [];
    return { ...vite, resolve: { ...vite.resolve, alias: [...own, ...alias] } };
  },
};

export default config;

import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({
    ...vite,
    // The root vite.config.ts is for the packages' builds: its environments are not Storybook's.
    environments: {},
    resolve: { ...vite.resolve, conditions: ['@followthrough/source', 'module', 'browser', 'development|production'] },
  }),
};
export default config;

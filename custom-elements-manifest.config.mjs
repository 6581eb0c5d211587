// custom-elements.json and what is made from it: editor data for VS Code and JetBrains, and JSX types.
import { jsxTypesPlugin } from '@wc-toolkit/jsx-types';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

const outdir = 'packages/elements';

export default {
  globs: ['packages/elements/src/*/*.ts'],
  exclude: ['packages/elements/src/cdn*.ts'],
  outdir,
  litelement: true,
  packagejson: false,
  plugins: [
    customElementVsCodePlugin({
      outdir,
      htmlFileName: 'vscode.html-custom-data.json',
      cssFileName: 'vscode.css-custom-data.json',
    }),
    customElementJetBrainsPlugin({ outdir, packageJson: false, excludeCss: true }),
    jsxTypesPlugin({ outdir, fileName: 'jsx.d.ts' }),
  ],
};

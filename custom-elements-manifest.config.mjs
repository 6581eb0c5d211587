// custom-elements.json and what is made from it: editor data for VS Code and JetBrains, and JSX types.
import { jsxTypesPlugin } from '@wc-toolkit/jsx-types';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

const outdir = 'packages/elements';

/** Events are those that the class's comment names; what the analyzer guesses from `dispatchEvent` calls is left out. */
const namedEventsPlugin = {
  name: 'named-events',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        if (declaration.events) declaration.events = declaration.events.filter(({ description }) => description);
      }
    }
  },
};

/** What a property is where the page says nothing stands in its declaration (`standard`); a flag is false. */
const standardsPlugin = {
  name: 'standards',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const { members = [], attributes = [] } =
      moduleDoc.declarations?.find(({ name }) => name === node.name?.text) ?? {};
    const declared = node.members.find((member) => member.name?.getText() === 'properties')?.initializer;
    for (const property of declared?.properties ?? []) {
      const of = (field) =>
        property.initializer?.properties?.find(({ name }) => name?.getText() === field)?.initializer;
      const standard = of('standard')?.getText() ?? (of('type')?.getText() === 'Boolean' ? 'false' : undefined);
      const name = property.name?.getText();
      for (const one of [...members, ...attributes]) {
        if (standard !== undefined && (one.fieldName ?? one.name) === name) one.default = standard;
      }
    }
  },
};

export default {
  globs: ['packages/elements/src/*/*.ts'],
  exclude: ['packages/elements/src/cdn*.ts'],
  outdir,
  litelement: true,
  packagejson: false,
  plugins: [
    namedEventsPlugin,
    standardsPlugin,
    customElementVsCodePlugin({
      outdir,
      htmlFileName: 'vscode.html-custom-data.json',
      cssFileName: 'vscode.css-custom-data.json',
    }),
    customElementJetBrainsPlugin({ outdir, packageJson: false, excludeCss: true }),
    jsxTypesPlugin({ outdir, fileName: 'jsx.d.ts' }),
  ],
};

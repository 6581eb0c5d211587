import { build } from 'esbuild'; import { gzipSync } from 'node:zlib'; import { fileURLToPath } from 'node:url';
const root = fileURLToPath(new URL('..', import.meta.url));
const entry=process.argv[2];
const { outputFiles, metafile } = await build({ entryPoints:[root+entry], outdir: root+'.cache/parts', absWorkingDir: root, bundle:true, splitting:true, format:'esm', target:'es2022', minify:true, metafile:true, write:false, logLevel:'error', legalComments:'none', conditions:['browser','production'], define:{'process.env.NODE_ENV':'"production"'} });
const chunk = Object.entries(metafile.outputs).find(([,o])=>o.entryPoint===entry)[0];
const seen=new Set(); const visit=p=>{ if(seen.has(p))return; seen.add(p); for(const i of metafile.outputs[p].imports) if(i.kind==='import-statement') visit(i.path); }; visit(chunk);
const by={}; for(const c of seen) for(const [i,{bytesInOutput}] of Object.entries(metafile.outputs[c].inputs)) by[i]=(by[i]??0)+bytesInOutput;
const list=Object.entries(by).sort((a,b)=>b[1]-a[1]); let total=0; for(const [,b] of list) total+=b; console.log(total, seen.size);
for(const [i,b] of list.slice(0,+process.argv[3]||70)) console.log(b,i);

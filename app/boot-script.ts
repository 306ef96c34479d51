import { mirrorKeys } from '@/lib/storage/local-mirror'
import { themes, viewModes } from '@/lib/storage/storage'

/**
 * Runs before the first paint: marks that scripts run (without them the English column would stay empty and is not
 * shown), and sets theme and view, so that neither flashes. Constant text, so a content policy can allow it by hash.
 */
export const bootScript = `(function(d){d.classList.add('js');var s;try{s=localStorage}catch(e){}
function kept(k){try{return s&&s.getItem(k)}catch(e){return null}}
var t=kept('${mirrorKeys.theme}'),v=new URLSearchParams(location.search).get('view')||kept('${mirrorKeys.mode}');
if(t!=='system'&&${JSON.stringify(themes)}.indexOf(t)>=0)d.dataset.theme=t;
if(${JSON.stringify(viewModes)}.indexOf(v)>=0)d.dataset.view=v})(document.documentElement)`

var e=Array.isArray,t=Array.prototype.indexOf,n=Array.prototype.includes,r=Array.from,i=Object.defineProperty,a=Object.getOwnPropertyDescriptor,o=Object.getOwnPropertyDescriptors,s=Object.prototype,c=Array.prototype,l=Object.getPrototypeOf,u=Object.isExtensible,d=()=>{};function f(e){for(var t=0;t<e.length;t++)e[t]()}function p(){var e,t;return{promise:new Promise((n,r)=>{e=n,t=r}),resolve:e,reject:t}}function m(e,t){if(Array.isArray(e))return e;if(t===void 0||!(Symbol.iterator in e))return Array.from(e);let n=[];for(let r of e)if(n.push(r),n.length===t)break;return n}var h=1024,g=2048,_=4096,v=8192,y=16384,b=32768,x=1<<25,S=65536,C=1<<19,w=1<<20,ee=1<<25,T=1<<21,E=1<<22,te=1<<23,ne=Symbol(`$state`),re=Symbol(`component`),ie=Symbol(`legacy props`),ae=Symbol(``),oe=Symbol(`attributes`),se=Symbol(`class`),ce=Symbol(`style`),le=Symbol(`text`),ue=Symbol(`form reset`),de=new class extends Error{name=`StaleReactionError`;message="The reaction that called `getAbortSignal()` was re-run or destroyed"},D=!!globalThis.document?.contentType&&globalThis.document.contentType.includes(`xml`),fe={},O=Symbol(`uninitialized`),pe=`http://www.w3.org/1999/xhtml`;function me(){console.warn(`https://svelte.dev/e/derived_inert`)}function he(e){console.warn(`https://svelte.dev/e/hydration_mismatch`)}function ge(){console.warn(`https://svelte.dev/e/select_multiple_invalid_value`)}function _e(){console.warn(`https://svelte.dev/e/svelte_boundary_reset_noop`)}var k=!1;function ve(e){k=e}var A;function ye(e){if(e===null)throw he(),fe;return A=e}function be(){return ye(nn(A))}function j(e){if(k){if(nn(A)!==null)throw he(),fe;A=e}}function xe(e=1){if(k){for(var t=e,n=A;t--;)n=nn(n);A=n}}function Se(e=!0){for(var t=0,n=A;;){if(n.nodeType===8){var r=n.data;if(r===`]`){if(t===0)return n;--t}else(r===`[`||r===`[!`||r[0]===`[`&&!isNaN(Number(r.slice(1))))&&(t+=1)}var i=nn(n);e&&n.remove(),n=i}}function Ce(e){if(!e||e.nodeType!==8)throw he(),fe;return e.data}function we(e){return e===this.v}function Te(e,t){return e==e?e!==t||typeof e==`object`&&!!e||typeof e==`function`:t==t}function Ee(e){return!Te(e,this.v)}function De(){throw Error(`https://svelte.dev/e/async_derived_orphan`)}function M(e,t,n){throw Error(`https://svelte.dev/e/each_key_duplicate`)}function N(e){throw Error(`https://svelte.dev/e/effect_in_teardown`)}function Oe(){throw Error(`https://svelte.dev/e/effect_in_unowned_derived`)}function ke(e){throw Error(`https://svelte.dev/e/effect_orphan`)}function Ae(){throw Error(`https://svelte.dev/e/effect_update_depth_exceeded`)}function je(e){throw Error(`https://svelte.dev/e/props_invalid_value`)}function Me(){throw Error(`https://svelte.dev/e/state_descriptors_fixed`)}function Ne(){throw Error(`https://svelte.dev/e/state_prototype_fixed`)}function Pe(){throw Error(`https://svelte.dev/e/state_unsafe_mutation`)}function Fe(){throw Error(`https://svelte.dev/e/svelte_boundary_reset_onerror`)}var Ie=null;function Le(e){Ie=e}function Re(e,t=!1,n){Ie={p:Ie,i:!1,c:null,e:null,s:e,x:null,r:H,l:null}}function ze(e){var t=Ie,n=t.e;if(n!==null){t.e=null;for(var r of n)gn(r)}return e!==void 0&&(t.x=e),t.i=!0,Ie=t.p,Be(e)}function Be(e={}){return i(e,re,{value:!0}),e}function Ve(){return!0}var He=[];function Ue(){var e=He;He=[],f(e)}function We(e){if(He.length===0&&!vt){var t=He;queueMicrotask(()=>{t===He&&Ue()})}He.push(e)}function Ge(){for(;He.length>0;)Ue()}var Ke=~(g|_|h);function qe(e,t){e.f=e.f&Ke|t}function Je(e){e.f&512||e.deps===null?qe(e,h):qe(e,_)}function Ye(e,t){e.f&2048?t.set(e,g):e.f&4096&&t.get(e)!==2048&&t.set(e,_),qe(e,h)}function Xe(e,t){if(t){let t=document.body;e.autofocus=!0,We(()=>{document.activeElement===t&&e.focus()})}}function Ze(e){k&&tn(e)!==null&&rn(e)}var Qe=!1;function $e(){Qe||(Qe=!0,document.addEventListener(`reset`,e=>{Promise.resolve().then(()=>{if(!e.defaultPrevented)for(let t of e.target.elements)t[ue]?.()})},{capture:!0}))}function et(e){var t=V,n=H;Rn(null),zn(null);try{return e()}finally{Rn(t),zn(n)}}function tt(e,t,n,r){let i=Ve()?at:ct;var a=e.filter(e=>!e.settled),o=t.map(i);if(n.length===0&&a.length===0){r(o);return}var s=H,c=nt(),l=a.length===1?a[0].promise:a.length>1?Promise.all(a.map(e=>e.promise)):null;function u(e){if(!(s.f&16384)){c();try{r([...o,...e])}catch(e){ln(e,s)}rt()}}var d=it();if(n.length===0){l.then(()=>u([])).finally(d);return}function f(){Promise.all(n.map(e=>st(e))).then(u).catch(e=>ln(e,s)).finally(d)}l?l.then(()=>{s.f&16384?d():(c(),f(),rt())}):f()}function nt(){var e=H,t=V,n=Ie,r=F;return function(i=!0){zn(e),Rn(t),Le(n),i&&!(e.f&16384)&&(r?.activate(),r?.apply())}}function rt(e=!0){zn(null),Rn(null),Le(null),e&&F?.deactivate()}function it(){var e=H,t=e.b,n=F,r=!!t?.is_rendered();return t?.update_pending_count(1,n),n.increment(r,e),()=>{t?.update_pending_count(-1,n),n.decrement(r,e)}}function at(e){var t=2|g;return H!==null&&(H.f|=C),{ctx:Ie,deps:null,effects:null,equals:we,f:t,fn:e,reactions:null,rv:0,v:O,wv:0,parent:H,ac:null}}var ot=Symbol(`obsolete`);function st(e,t,n){let r=H;r===null&&De();var i=void 0,a=Ft(O),o=!V,s=new Set;return yn(()=>{var t=H,n=p();i=n.promise;try{Promise.resolve(e()).then(n.resolve,e=>{e!==de&&n.reject(e)}).finally(rt)}catch(e){n.reject(e),rt()}var c=F;if(o){if(t.f&32768)var l=it();if(r.b?.is_rendered())c.async_deriveds.get(t)?.reject(ot);else for(let e of s.values())e.reject(ot);s.add(n),c.async_deriveds.set(t,n)}let u=(e,t=void 0)=>{l?.(),s.delete(n),t!==ot&&(c.activate(),t?(a.f|=te,Vt(a,t)):(a.f&8388608&&(a.f^=te),Vt(a,e)),c.deactivate())};n.promise.then(u,e=>u(null,e||`unknown`))}),mn(()=>{for(let e of s)e.reject(ot)}),new Promise(e=>{function t(n){function r(){n===i?e(a):t(i)}n.then(r,r)}t(i)})}function P(e){let t=at(e);return Vn(t),t}function ct(e){let t=at(e);return t.equals=Ee,t}function lt(e){var t=e.effects;if(t!==null){e.effects=null;for(var n=0;n<t.length;n+=1)En(t[n])}}function ut(e){var t,n=H,r=e.parent;if(!Fn&&r!==null&&e.v!==O&&r.f&24576)return me(),e.v;zn(r);try{lt(e),t=$n(e)}finally{zn(n)}return t}function dt(e){var t=ut(e);!e.equals(t)&&(e.wv=Xn(),(!F?.is_fork||e.deps===null)&&(F===null?e.v=t:(F.capture(e,t,!0),ht?.capture(e,t,!0)),e.deps===null))?qe(e,h):Fn||(gt===null?Je(e):(pn()||F?.is_fork)&&gt.set(e,t))}function ft(e){if(e.effects!==null)for(let t of e.effects)(t.teardown||t.ac)&&(t.teardown?.(),t.ac!==null&&et(()=>{t.ac.abort(de),t.ac=null}),t.fn!==null&&(t.teardown=d),nr(t,0),wn(t))}function pt(e){if(e.effects!==null)for(let t of e.effects)t.teardown&&t.fn!==null&&rr(t)}var mt=null,F=null,ht=null,gt=null,_t=null,vt=!1,yt=!1,bt=null,xt=null,St=0,Ct=1,wt=class e{id=Ct++;started=!1;linked=!0;prev=null;next=null;async_deriveds=new Map;current=new Map;previous=new Map;#e=new Set;#t=new Set;#n=0;#r=new Map;#i=null;#a=[];#o=[];#s=new Map;#c=new Map;#l=new Set;is_fork=!1;#u=!1;constructor(){mt===null?mt=this:(mt.next=this,this.prev=mt),mt=this}#d(){if(this.is_fork)return!0;for(let e of this.#r.keys())if(!this.#f(e))return!0;return!1}#f(e){for(var t=e;t!==null;t=t.parent)if(this.#c.has(t))return!0;return!1}skip_effect(e){this.#c.has(e)||this.#c.set(e,{d:[],m:[]}),this.#l.delete(e)}unskip_effect(e,t=e=>this.schedule(e)){var n=this.#c.get(e);if(n){this.#c.delete(e);for(var r of n.d)qe(r,g),t(r);for(r of n.m)qe(r,_),t(r)}this.#l.add(e)}#p(){var e=[];for(let i of this.#a)if(!(i.f&16384||!(i.f&6144))){for(var t=i,n=!1;t.parent!==null;){t=t.parent;var r=t.f;if(r&96){if(!(r&1024)){n=!0;break}t.f^=h}}n||e.push(t)}return this.#a=[],e}#m(){this.started=!0;for(let[e,t]of this.#s)qe(e,t),this.schedule(e);this.apply();for(var t=bt=[],n=[],r=xt=[];this.#a.length>0;){St++>1e3&&(this.#b(),Et());for(let e of this.#p())try{this.#h(e,t,n)}catch(t){throw jt(e),this.#d()||this.discard(),t}}if(F=null,r.length>0){var i=e.ensure();for(let e of r)i.schedule(e)}if(bt=null,xt=null,this.#d()){this.#y(n),this.#y(t);for(let[e,t]of this.#c)At(e,t);r.length>0&&F.#m();return}let a=this.#g();if(a)this.#y(n),this.#y(t),a.#v(this);else{this.#s.clear();for(let e of this.#e)e(this);this.#e.clear(),ht=this,Ot(n),Ot(t),ht=null,this.#i?.resolve();var o=F;this.#n===0&&(this.#a.length===0||o!==null)&&this.#b(),o!==null&&(Nt.clear(),o.#m())}}#h(e,t,n){e.f^=h;for(var r=e.first;r!==null;){var i=r.f,a=!!(i&96);if(!(a&&i&1024||i&8192||this.#c.has(r))&&r.fn!==null){a?r.f^=h:i&4?t.push(r):Zn(r)&&(i&16&&this.add_dirty_reaction(r,_),rr(r));var o=r.first;if(o!==null){r=o;continue}}for(;r!==null;){var s=r.next;if(s!==null){r=s;break}r=r.parent}}}#g(){for(var e=this.prev;e!==null;e=e.prev)if(!e.is_fork&&this.#_(e))return e;return null}#_(e){for(let[t,[,n]]of this.current)if(!n&&e.current.has(t))return!0;return!1}#v(e){for(let[t,n]of e.current)!this.previous.has(t)&&e.previous.has(t)&&this.previous.set(t,e.previous.get(t)),this.current.set(t,n);for(let[t,n]of e.async_deriveds){let e=this.async_deriveds.get(t);e&&n.promise.then(e.resolve).catch(e.reject)}e.async_deriveds.clear(),this.transfer_reactions(e.#s);let t=e=>{var n=e.reactions;if(n!==null&&!(e.f&2&&!(e.f&6144)))for(let e of n){var r=e.f;if(r&2)t(e);else{var i=e;r&4194320&&!this.async_deriveds.has(i)&&(this.#s.delete(i),qe(i,g),this.schedule(i))}}};for(let e of this.current.keys())t(e);this.oncommit(()=>e.discard()),e.#b(),F=this,this.#m()}#y(e){for(var t=0;t<e.length;t+=1)Ye(e[t],this.#s)}capture(e,t,n=!1){e.v!==O&&!this.previous.has(e)&&this.previous.set(e,e.v),e.f&8388608||(this.current.set(e,[t,n]),gt?.set(e,t)),this.is_fork||(e.v=t)}activate(){F=this}deactivate(){F=null,gt=null}flush(){try{yt=!0,F=this,this.#m()}finally{St=0,_t=null,bt=null,xt=null,yt=!1,F=null,gt=null,Nt.clear()}}discard(){for(let e of this.#t)e(this);this.#t.clear();for(let e of this.async_deriveds.values())e.reject(ot);this.#b(),this.#i?.resolve()}register_created_effect(e){this.#o.push(e)}increment(e,t){if(this.#n+=1,e){let e=this.#r.get(t)??0;this.#r.set(t,e+1)}}decrement(e,t){if(--this.#n,e){let e=this.#r.get(t)??0;e===1?this.#r.delete(t):this.#r.set(t,e-1)}this.#u||(this.#u=!0,We(()=>{this.#u=!1,this.linked&&this.flush()}))}transfer_reactions(e){for(let[t,n]of e)this.add_dirty_reaction(t,n);e.clear()}add_dirty_reaction(e,t){(t===2048||this.#s.get(e)!==2048)&&this.#s.set(e,t)}oncommit(e){this.#e.add(e)}ondiscard(e){this.#t.add(e)}settled(){return(this.#i??=p()).promise}static ensure(){if(F===null){let t=F=new e;!yt&&!vt&&We(()=>{t.started||t.flush()})}return F}apply(){gt=null}schedule(e){_t=e,e.b?.is_pending&&e.f&16777228&&!(e.f&32768)?e.b.defer_effect(e):this.#a.push(e)}#b(){if(this.linked){var e=this.prev,t=this.next;e===null||(e.next=t),t===null?mt=e:t.prev=e,this.linked=!1}}};function Tt(e){var t=vt,n=ht;ht=null,vt=!0;try{var r;for(e&&(Tt(),r=e());;){if(Ge(),F===null)return r;F.flush()}}finally{vt=t,ht=n}}function Et(){try{Ae()}catch(e){ln(e,_t)}}var Dt=null;function Ot(e){var t=e.length;if(t!==0){for(var n=0;n<t;){var r=e[n++];if(!(r.f&24576)&&Zn(r)&&(Dt=new Set,rr(r),r.deps===null&&r.first===null&&r.nodes===null&&r.teardown===null&&r.ac===null&&On(r),Dt?.size>0)){Nt.clear();for(let e of Dt){if(e.f&24576)continue;let t=[e],n=e.parent;for(;n!==null;)Dt.has(n)&&(Dt.delete(n),t.push(n)),n=n.parent;for(let e=t.length-1;e>=0;e--){let n=t[e];n.f&24576||rr(n)}}Dt.clear()}}Dt=null}}function kt(e){F.schedule(e)}function At(e,t){if(!(e.f&32&&e.f&1024)){e.f&2048?t.d.push(e):e.f&4096&&t.m.push(e),qe(e,h);for(var n=e.first;n!==null;)At(n,t),n=n.next}}function jt(e){qe(e,h);for(var t=e.first;t!==null;)jt(t),t=t.next}var Mt=new Set,Nt=new Map,Pt=!1;function Ft(e,t){return{f:0,v:e,reactions:null,equals:we,rv:0,wv:0}}function It(e,t){let n=Ft(e,t);return Vn(n),n}function Lt(e,t=!1,n=!0){let r=Ft(e);return t||(r.equals=Ee),r}function Rt(e,t,n=!1){return V!==null&&(!Ln||V.f&131072)&&Ve()&&V.f&4325394&&(Bn===null||!Bn.has(e))&&Pe(),Vt(e,n?Kt(t):t,xt)}var zt=null,Bt=0;function Vt(e,t,n=null){if(!e.equals(t)){Fn?Nt.set(e,t):Nt.has(e)||Nt.set(e,e.v);var r=wt.ensure();if(r.capture(e,t),e.f&2){let t=e;e.f&2048&&ut(t),gt===null&&Je(t)}e.wv=Xn(),zt=null,Bt=0,Gt(e,g,n),zt=null,Ve()&&H!==null&&H.f&1024&&!(H.f&96)&&(Wn===null?Gn([e]):Wn.push(e)),!r.is_fork&&Mt.size>0&&!Pt&&Ht()}return t}function Ht(){Pt=!1;for(let e of Mt){e.f&1024&&qe(e,_);let t;try{t=Zn(e)}catch{t=!0}t&&rr(e)}Mt.clear()}function Ut(e,t=1){var n=U(e),r=t===1?n++:n--;return Rt(e,n),r}function Wt(e){Rt(e,e.v+1)}function Gt(e,t,n){var r=e.reactions;if(r!==null){var i=Ve(),a=r.length;if(Bt+=a,Bt>1e5&&zt===null&&(zt=new Set),zt!==null){if(zt.has(e))return;zt.add(e)}for(var o=0;o<a;o++){var s=r[o],c=s.f;if(i||s!==H){var l=(c&g)===0;if(l&&qe(s,t),c&131072)Mt.add(s);else if(c&2){var u=s;gt?.delete(u),Gt(u,_,n)}else if(l){var d=s;c&16&&Dt!==null&&Dt.add(d),n===null?kt(d):n.push(d)}}}}}function Kt(t){if(typeof t!=`object`||!t||ne in t||re in t)return t;let n=l(t);if(n!==s&&n!==c)return t;var r=new Map,i=e(t),o=It(0),u=null,d=Jn,f=e=>{if(Jn===d)return e();var t=V,n=Jn;Rn(null),Yn(d);var r=e();return Rn(t),Yn(n),r};return i&&r.set(`length`,It(t.length,u)),new Proxy(t,{defineProperty(e,t,n){`value`in n&&n.configurable!==!1&&n.enumerable!==!1&&n.writable!==!1||Me();var i=r.get(t);return i===void 0?f(()=>{var e=It(n.value,u);return r.set(t,e),e}):Rt(i,n.value,!0),!0},deleteProperty(e,t){var n=r.get(t);if(n===void 0){if(t in e){let e=f(()=>It(O,u));r.set(t,e),Wt(o)}}else Rt(n,O),Wt(o);return!0},get(e,n,i){if(n===ne)return t;var o=r.get(n),s=n in e;if(o===void 0&&(!s||a(e,n)?.writable)&&(o=f(()=>It(Kt(s?e[n]:O),u)),r.set(n,o)),o!==void 0){var c=U(o);return c===O?void 0:c}return Reflect.get(e,n,i)},getOwnPropertyDescriptor(e,t){this.has?.(e,t);var n=Reflect.getOwnPropertyDescriptor(e,t),i=r.get(t);if(i!==void 0){var a=U(i);if(a===O)return;if(n&&`value`in n)n.value=a;else return{enumerable:!0,configurable:!0,value:a,writable:!0}}return n},has(e,t){if(t===ne)return!0;var n=r.get(t),i=n!==void 0&&n.v!==O||Reflect.has(e,t);return(n!==void 0||(H!==null||V!==null)&&(!i||a(e,t)?.writable))&&(n===void 0&&(n=f(()=>It(i?Kt(e[t]):O,u)),r.set(t,n)),U(n)===O)?!1:i},set(e,t,n,s){var c=r.get(t),l=t in e;if(i&&t===`length`)for(var d=n;d<c.v;d+=1){var p=r.get(d+``);p===void 0?d in e&&(p=f(()=>It(O,u)),r.set(d+``,p)):Rt(p,O)}if(c===void 0)(!l||a(e,t)?.writable)&&(c=f(()=>It(void 0,u)),Rt(c,Kt(n)),r.set(t,c));else{l=c.v!==O;var m=f(()=>Kt(n));Rt(c,m)}var h=Reflect.getOwnPropertyDescriptor(e,t);if(h?.set&&h.set.call(s,n),!l){if(i&&typeof t==`string`){var g=r.get(`length`),_=Number(t);Number.isInteger(_)&&_>=g.v&&Rt(g,_+1)}Wt(o)}return!0},ownKeys(e){U(o);var t=Reflect.ownKeys(e).filter(e=>{var t=r.get(e);return t===void 0||t.v!==O});for(var[n,i]of r)i.v!==O&&!(n in e)&&t.push(n);return t},setPrototypeOf(){Ne()}})}function qt(e){try{if(typeof e==`object`&&e&&ne in e)return e[ne]}catch{}return e}function Jt(e,t){return Object.is(qt(e),qt(t))}var Yt,Xt,Zt,Qt;function $t(){if(Yt===void 0){Yt=window,Xt=/Firefox/.test(navigator.userAgent);var e=Element.prototype,t=Node.prototype,n=Text.prototype;Zt=a(t,`firstChild`).get,Qt=a(t,`nextSibling`).get,u(e)&&(e[se]=void 0,e[oe]=null,e[ce]=void 0,e.__e=void 0),u(n)&&(n[le]=void 0)}}function en(e=``){return document.createTextNode(e)}function tn(e){return Zt.call(e)}function nn(e){return Qt.call(e)}function I(e,t){if(!k)return tn(e);var n=tn(A);if(n===null)n=A.appendChild(en());else if(t&&n.nodeType!==3){var r=en();return n?.before(r),ye(r),r}return t&&sn(n),ye(n),n}function L(e,t=!1){if(!k){var n=tn(e);return n instanceof Comment&&n.data===``?nn(n):n}if(t){if(A?.nodeType!==3){var r=en();return A?.before(r),ye(r),r}sn(A)}return A}function R(e,t=!1){if(!k)return tn(e);var n=I(e,t);return j(e),n}function z(e,t=1,n=!1){let r=k?A:e;for(var i;t--;)i=r,r=nn(r);if(!k)return r;if(n){if(r?.nodeType!==3){var a=en();return r===null?i?.after(a):r.before(a),ye(a),a}sn(r)}return ye(r),r}function rn(e){e.textContent=``}function an(){return!1}function on(e,t,n){return t==null||t===`http://www.w3.org/1999/xhtml`?n?document.createElement(e,{is:n}):document.createElement(e):n?document.createElementNS(t,e,{is:n}):document.createElementNS(t,e)}function sn(e){if(e.nodeValue.length<65536)return;let t=e.nextSibling;for(;t!==null&&t.nodeType===3;)t.remove(),e.nodeValue+=t.nodeValue,t=e.nextSibling}function cn(e){var t=H;if(t===null)return V.f|=te,e;if(!(t.f&32768)&&!(t.f&4))throw e;ln(e,t)}function ln(e,t){if(e===fe)throw e;if(!(t!==null&&t.f&16384)){for(;t!==null;){if(t.f&128&&!(t.f&33570816)){if(!(t.f&32768))throw e;try{t.b.error(e);return}catch(t){e=t}}t=t.parent}throw e}}function un(e){H===null&&(V===null&&ke(e),Oe()),Fn&&N(e)}function dn(e,t){var n=t.last;n===null?t.last=t.first=e:(n.next=e,e.prev=n,t.last=e)}function fn(e,t){var n=H;n!==null&&n.f&8192&&(e|=v);var r={ctx:Ie,deps:null,nodes:null,f:e|g|512,first:null,fn:t,last:null,next:null,parent:n,b:n&&n.b,prev:null,teardown:null,wv:0,ac:null};F?.register_created_effect(r);var i=r;if(e&4)bt===null?wt.ensure().schedule(r):bt.push(r);else if(t!==null){try{rr(r)}catch(e){throw En(r),e}i.deps===null&&i.teardown===null&&i.nodes===null&&i.first===i.last&&!(i.f&524288)&&(i=i.first,e&16&&e&65536&&i!==null&&(i.f|=S))}if(i!==null&&(i.parent=n,n!==null&&dn(i,n),V!==null&&V.f&2&&!(e&64))){var a=V;(a.effects??=[]).push(i)}return r}function pn(){return V!==null&&!Ln}function mn(e){let t=fn(8,null);return qe(t,h),t.teardown=e,t}function hn(e){un(`$effect`);var t=H.f;if(!V&&t&32&&Ie!==null&&!Ie.i){var n=Ie;(n.e??=[]).push(e)}else return gn(e)}function gn(e){return fn(4|w,e)}function _n(e){wt.ensure();let t=fn(64|C,e);return(e={})=>new Promise(n=>{e.outro?kn(t,()=>{En(t),n(void 0)}):(En(t),n(void 0))})}function vn(e){return fn(4,e)}function yn(e){return fn(E|C,e)}function bn(e,t=0){return fn(8|t,e)}function B(e,t=[],n=[],r=[]){tt(r,t,n,t=>{fn(8,()=>{e(...t.map(U))})})}function xn(e,t=0){return fn(16|t,e)}function Sn(e){return fn(32|C,e)}function Cn(e){var t=e.teardown;if(t!==null){let n=Fn,r=V;In(!0),Rn(null);try{t.call(null)}catch(t){ln(t,e.parent)}finally{In(n),Rn(r)}}}function wn(e,t=!1){var n=e.first;for(e.first=e.last=null;n!==null;){let e=n.ac;e!==null&&et(()=>{e.abort(de)});var r=n.next;n.f&64?n.parent=null:En(n,t),n=r}}function Tn(e){for(var t=e.first;t!==null;){var n=t.next;t.f&32||En(t),t=n}}function En(e,t=!0){var n=!1;(t||e.f&262144)&&e.nodes!==null&&e.nodes.end!==null&&(Dn(e.nodes.start,e.nodes.end),n=!0),e.f|=x,wn(e,t&&!n),nr(e,0);var r=e.nodes&&e.nodes.t;if(r!==null)for(let e of r)e.stop();Cn(e),e.f^=x,e.f|=y;var i=e.parent;i!==null&&i.first!==null&&On(e),e.next=e.prev=e.teardown=e.ctx=e.deps=e.fn=e.nodes=e.ac=e.b=null}function Dn(e,t){for(;e!==null;){var n=e===t?null:nn(e);e.remove(),e=n}}function On(e){var t=e.parent,n=e.prev,r=e.next;n!==null&&(n.next=r),r!==null&&(r.prev=n),t!==null&&(t.first===e&&(t.first=r),t.last===e&&(t.last=n))}function kn(e,t,n=!0){var r=[];e.f|=256,An(e,r,!0);var i=()=>{n&&En(e),t&&t()},a=r.length;if(a>0){var o=()=>--a||i();for(var s of r)s.out(o)}else i()}function An(e,t,n){if(!(e.f&8192)){e.f^=v;var r=e.nodes&&e.nodes.t;if(r!==null)for(let e of r)(e.is_global||n)&&t.push(e);for(var i=e.first;i!==null;){var a=i.next;if(!(i.f&64)){var o=!!(i.f&65536)||!!(i.f&32)&&!!(e.f&16);An(i,t,o?n:!1)}i=a}}}function jn(e){e.f&=-257,Mn(e,!0)}function Mn(e,t){if(!(e.f&256)&&e.f&8192){e.f^=v,e.f&1024||(qe(e,g),wt.ensure().schedule(e));for(var n=e.first;n!==null;){var r=n.next,i=!!(n.f&65536)||!!(n.f&32);Mn(n,i?t:!1),n=r}var a=e.nodes&&e.nodes.t;if(a!==null)for(let e of a)(e.is_global||t)&&e.in()}}function Nn(e,t){if(e.nodes)for(var n=e.nodes.start,r=e.nodes.end;n!==null;){var i=n===r?null:nn(n);t.append(n),n=i}}var Pn=null,Fn=!1;function In(e){Fn=e}var V=null,Ln=!1;function Rn(e){V=e}var H=null;function zn(e){H=e}var Bn=null;function Vn(e){V!==null&&(V.f&2097152||V.f&2)&&(Bn??=new Set).add(e)}var Hn=null,Un=0,Wn=null;function Gn(e){Wn=e}var Kn=1,qn=0,Jn=qn;function Yn(e){Jn=e}function Xn(){return++Kn}function Zn(e){var t=e.f;if(t&2048)return!0;if(t&4096){for(var n=e.deps,r=n.length,i=0;i<r;i++){var a=n[i];if(Zn(a)&&dt(a),a.wv>e.wv)return!0}t&512&&gt===null&&qe(e,h)}return!1}function Qn(e,t,n=!0){var r=e.reactions;if(r!==null&&!(Bn!==null&&Bn.has(e)))for(var i=0;i<r.length;i++){var a=r[i];a.f&2?Qn(a,t,!1):t===a&&(n?qe(a,g):a.f&1024&&qe(a,_),kt(a))}}function $n(e){var t=Hn,n=Un,r=Wn,i=V,a=Bn,o=Ie,s=Ln,c=Jn,l=e.f;Hn=null,Un=0,Wn=null,V=l&96?null:e,Bn=null,Le(e.ctx),Ln=!1,Jn=++qn,e.ac!==null&&(et(()=>{e.ac.abort(de)}),e.ac=null);try{e.f|=T;var u=e.fn,d=u();e.f|=b;var f=er(e);if(Ve()&&Wn!==null&&!Ln&&f!==null&&!(e.f&6146))for(var p=0;p<Wn.length;p++)Qn(Wn[p],e);if(i!==null&&i!==e){if(qn++,i.deps!==null)for(let e=0;e<n;e+=1)i.deps[e].rv=qn;if(t!==null)for(let e of t)e.rv=qn;Wn!==null&&(r===null?r=Wn:r.push(...Wn))}return e.f&8388608&&(e.f^=te),d}catch(t){return er(e),cn(t)}finally{e.f^=T,Hn=t,Un=n,Wn=r,V=i,Bn=a,Le(o),Ln=s,Jn=c}}function er(e){var t=e.deps,n=F?.is_fork;if(Hn!==null){var r;if(n||nr(e,Un),t!==null&&Un>0)for(t.length=Un+Hn.length,r=0;r<Hn.length;r++)t[Un+r]=Hn[r];else e.deps=t=Hn;if(pn()&&e.f&512)for(r=Un;r<t.length;r++)(t[r].reactions??=[]).push(e)}else!n&&t!==null&&Un<t.length&&(nr(e,Un),t.length=Un);return t}function tr(e,r){let i=r.reactions;if(i!==null){var a=t.call(i,e);if(a!==-1){var o=i.length-1;o===0?i=r.reactions=null:(i[a]=i[o],i.pop())}}if(i===null&&r.f&2&&(Hn===null||!n.call(Hn,r))){var s=r;s.f&512&&(s.f^=512),s.v!==O&&Je(s),s.ac!==null&&et(()=>{s.ac.abort(de),s.ac=null,qe(s,g)}),ft(s),nr(s,0)}}function nr(e,t){var n=e.deps;if(n!==null)for(var r=t;r<n.length;r++)tr(e,n[r])}function rr(e){var t=e.f;if(!(t&16384)){qe(e,h);var n=H;H=e;try{t&16777232?Tn(e):wn(e),Cn(e);var r=$n(e);e.teardown=typeof r==`function`?r:null,e.wv=Kn}finally{H=n}}}async function ir(){await Promise.resolve(),Tt()}function U(e){var t=!!(e.f&2);if(Pn?.add(e),V!==null&&!Ln&&!(H!==null&&H.f&16384)&&(Bn===null||!Bn.has(e))){var r=V.deps;if(V.f&2097152)e.rv<qn&&(e.rv=qn,Hn===null&&r!==null&&r[Un]===e?Un++:Hn===null?Hn=[e]:Hn.push(e));else{V.deps??=[],n.call(V.deps,e)||V.deps.push(e);var i=e.reactions;i===null?e.reactions=[V]:n.call(i,V)||i.push(V)}}if(Fn&&Nt.has(e))return Nt.get(e);if(t){var a=e;if(Fn){var o=a.v;return(!(a.f&1024)&&a.reactions!==null||or(a))&&(o=ut(a)),Nt.set(a,o),o}var s=!(a.f&512)&&!Ln&&V!==null&&!!(V.f&512),c=(a.f&b)===0;Zn(a)&&(s&&(a.f|=512),dt(a)),s&&!c&&(pt(a),ar(a))}if(gt?.has(e))return gt.get(e);if(e.f&8388608)throw e.v;return e.v}function ar(e){if(e.f|=512,e.deps!==null)for(let r of e.deps){var t=r.reactions;t===null?r.reactions=[e]:n.call(t,e)||t.push(e),r.f&2&&!(r.f&512)&&(pt(r),ar(r))}}function or(e){if(e.v===O)return!0;if(e.deps===null)return!1;for(let t of e.deps)if(Nt.has(t)||t.f&2&&or(t))return!0;return!1}function sr(e){var t=Ln;try{return Ln=!0,e()}finally{Ln=t}}[...`allowfullscreen.async.autofocus.autoplay.checked.controls.default.disabled.formnovalidate.indeterminate.inert.ismap.loop.multiple.muted.nomodule.novalidate.open.playsinline.readonly.required.reversed.seamless.selected.webkitdirectory.defer.disablepictureinpicture.disableremoteplayback`.split(`.`)];var cr=[`touchstart`,`touchmove`];function lr(e){return cr.includes(e)}var ur=Symbol(`events`),dr=new Set,fr=new Set;function pr(e,t,n,r={}){function i(e){if(r.capture||yr.call(t,e),!e.cancelBubble)return et(()=>n?.call(this,e))}return e.startsWith(`pointer`)||e.startsWith(`touch`)||e===`wheel`?(i.__removed=!1,We(()=>{i.__removed||t.addEventListener(e,i,r)})):t.addEventListener(e,i,r),i}function mr(e,t,n,r,i){var a={capture:r,passive:i},o=pr(e,t,n,a);(t===document.body||t===window||t===document||t instanceof HTMLMediaElement)&&mn(()=>{o.__removed=!0,t.removeEventListener(e,o,a)})}function hr(e,t,n){(t[ur]??={})[e]=n}function gr(e){for(var t=0;t<e.length;t++)dr.add(e[t]);for(var n of fr)n(e)}var _r=null,vr=!1;function yr(e){var t=this,n=t.ownerDocument,r=e.type,a=e.composedPath?.()||[],o=a[0]||e.target;_r=e,vr||(vr=!0,setTimeout(()=>{vr=!1,_r=null}));var s=0,c=_r===e&&e[ur];if(c){var l=a.indexOf(c);if(l!==-1&&(t===document||t===window)){e[ur]=t;return}var u=a.indexOf(t);if(u===-1)return;l<=u&&(s=l)}if(o=a[s]||e.target,o!==t){i(e,`currentTarget`,{configurable:!0,get(){return o||n}});var d=V,f=H;Rn(null),zn(null);try{for(var p,m=[];o!==null&&o!==t;){try{var h=o[ur]?.[r];h==null||o.disabled&&e.target!==o||h.call(o,e)}catch(e){p?m.push(e):p=e}if(e.cancelBubble)break;s++,o=s<a.length?a[s]:null}if(p){for(let e of m)queueMicrotask(()=>{throw e});throw p}}finally{e[ur]=t,delete e.currentTarget,Rn(d),zn(f)}}}var br=globalThis?.window?.trustedTypes&&globalThis.window.trustedTypes.createPolicy(`svelte-trusted-html`,{createHTML:e=>e});function xr(e){return br?.createHTML(e)??e}function Sr(e){var t=on(`template`);return t.innerHTML=xr(e.replaceAll(`<!>`,`<!---->`)),t.content}function Cr(e,t){var n=H;n.nodes===null&&(n.nodes={start:e,end:t,a:null,t:null})}function W(e,t){var n=!!(t&1),r=!!(t&2),i,a=!e.startsWith(`<!>`);return()=>{if(k)return Cr(A,null),A;i===void 0&&(i=Sr(a?e:`<!>`+e),n||(i=tn(i)));var t=r||Xt?document.importNode(i,!0):i.cloneNode(!0);if(n){var o=tn(t),s=t.lastChild;Cr(o,s)}else Cr(t,t);return t}}function wr(e,t,n=`svg`){var r=!e.startsWith(`<!>`),i=!!(t&1),a=`<${n}>${r?e:`<!>`+e}</${n}>`,o;return()=>{if(k)return Cr(A,null),A;if(!o){var e=tn(Sr(a));if(i)for(o=document.createDocumentFragment();tn(e);)o.appendChild(tn(e));else o=tn(e)}var t=o.cloneNode(!0);if(i){var n=tn(t),r=t.lastChild;Cr(n,r)}else Cr(t,t);return t}}function Tr(e,t){return wr(e,t,`svg`)}function Er(e=``){if(!k){var t=en(e+``);return Cr(t,t),t}var n=A;return n.nodeType===3?sn(n):(n.before(n=en()),ye(n)),Cr(n,n),n}function Dr(){if(k)return Cr(A,null),A;var e=document.createDocumentFragment(),t=document.createComment(``),n=en();return e.append(t,n),Cr(t,n),e}function G(e,t){if(k){var n=H;n.f&32768&&n.nodes.end!==null||(n.nodes.end=A),be()}else e!==null&&e.before(t)}function Or(){if(k&&A&&A.nodeType===8&&A.textContent?.startsWith(`$`)){let e=A.textContent.substring(1);return be(),e}return(window.__svelte??={}).uid??=1,`c${window.__svelte.uid++}`}function kr(e){let t=0,n=Ft(0),r;return()=>{pn()&&(U(n),bn(()=>(t===0&&(r=sr(()=>e(()=>Wt(n)))),t+=1,()=>{We(()=>{--t,t===0&&(r?.(),r=void 0,Wt(n))})})))}}var Ar=S|C;function jr(e,t,n,r){new Mr(e,t,n,r)}var Mr=class{parent;is_pending=!1;transform_error;#e;#t=k?A:null;#n;#r;#i;#a=null;#o=null;#s=null;#c=null;#l=0;#u=0;#d=!1;#f=new Map;#p=null;#m=kr(()=>(this.#p=Ft(this.#l),()=>{this.#p=null}));constructor(e,t,n,r){this.#e=e,this.#n=t,this.#r=e=>{var t=H;t.b=this,t.f|=128,n(e)},this.parent=H.b,this.transform_error=r??this.parent?.transform_error??(e=>e),this.#i=xn(()=>{if(k){let e=Ce(this.#t);be();let t=e===`[!`;if(e.startsWith(`[?`)){let t=JSON.parse(e.slice(2));this.#g(t)}else t?this.#y():this.#h()}else this.#b()},Ar),k&&(this.#e=A)}#h(){try{this.#a=Sn(()=>this.#r(this.#e))}catch(e){this.error(e)}}#g(e){let t=this.#n.failed,{reset:n,invoke_onerror:r}=this.#_(e);We(r),t&&(this.#s=Sn(()=>{t(this.#e,()=>e,()=>n)}))}#_(e){var t=!1,n=!1;let r=()=>{this.#v()||(t?_e():(t=!0,n&&Fe(),this.#s!==null&&kn(this.#s,()=>{this.#s=null}),this.#S(()=>{this.#b()})))};return{reset:r,invoke_onerror:()=>{if(!this.#v())try{n=!0,this.#n.onerror?.(e,r),n=!1}catch(e){ln(e,this.#i&&this.#i.parent)}}}}#v(){return(this.#i.f&(y|x))!==0}#y(){let e=this.#n.pending;e&&(this.is_pending=!0,this.#o=Sn(()=>e(this.#e)),We(()=>{if(!this.#v()){var e=this.#c=document.createDocumentFragment(),t=en(),n=!1;e.append(t),this.#a=this.#S(()=>{try{return Sn(()=>this.#r(t))}catch(e){try{this.error(e),n=!0}catch(e){ln(e,this.#i.parent)}return null}}),this.#a===null?(this.#c=null,n&&this.#x(F)):this.#u===0&&(this.#e.before(e),this.#c=null,kn(this.#o,()=>{this.#o=null}),this.#x(F))}}))}#b(){try{if(this.is_pending=this.has_pending_snippet(),this.#u=0,this.#l=0,this.#a=Sn(()=>{this.#r(this.#e)}),this.#u>0){var e=this.#c=document.createDocumentFragment();Nn(this.#a,e);let t=this.#n.pending;this.#o=Sn(()=>t(this.#e))}else this.#x(F)}catch(e){this.error(e)}}#x(e){this.is_pending=!1,e.transfer_reactions(this.#f)}defer_effect(e){Ye(e,this.#f)}is_rendered(){return!this.is_pending&&(!this.parent||this.parent.is_rendered())}has_pending_snippet(){return!!this.#n.pending}#S(e){var t=H,n=V,r=Ie;zn(this.#i),Rn(this.#i),Le(this.#i.ctx);try{return wt.ensure(),e()}finally{zn(t),Rn(n),Le(r)}}#C(e,t){this.has_pending_snippet()?(this.#u+=e,this.#u===0&&(this.#x(t),this.#o&&kn(this.#o,()=>{this.#o=null}),this.#c&&=(this.#e.before(this.#c),null))):this.parent&&this.parent.#C(e,t)}update_pending_count(e,t){this.#C(e,t),this.#l+=e,!this.#p||this.#d||(this.#d=!0,We(()=>{this.#d=!1,this.#p&&Vt(this.#p,this.#l)}))}get_effect_pending(){return this.#m(),U(this.#p)}error(e){if(e===fe||!this.#n.onerror&&!this.#n.failed)throw e;F?.is_fork?(this.#a&&F.skip_effect(this.#a),this.#o&&F.skip_effect(this.#o),this.#s&&F.skip_effect(this.#s),F.oncommit(()=>{this.#v()||this.#w(e)})):this.#w(e)}#w(e){this.#a&&=(En(this.#a),null),this.#o&&=(En(this.#o),null),this.#s&&=(En(this.#s),null),k&&(ye(this.#t),xe(),ye(Se()));let t=this.#n.failed,n=e=>{if(this.#v())return;let{reset:n,invoke_onerror:r}=this.#_(e);r(),t&&!this.#v()&&(this.#s=this.#S(()=>{try{return Sn(()=>{var r=H;r.b=this,r.f|=128,t(this.#e,()=>e,()=>n)})}catch(e){return ln(e,this.#i.parent),null}}))};We(()=>{if(!this.#v()){var t;try{t=this.transform_error(e)}catch(e){ln(e,this.#i&&this.#i.parent);return}typeof t==`object`&&t&&typeof t.then==`function`?t.then(n,e=>ln(e,this.#i&&this.#i.parent)):n(t)}})}};function K(e,t){var n=t==null?``:typeof t==`object`?`${t}`:t;n!==(e[le]??=e.nodeValue)&&(e[le]=n,e.nodeValue=`${n}`)}function Nr(e,t){return Fr(e,t)}var Pr=new Map;function Fr(e,{target:t,anchor:n,props:i={},events:a,context:o,intro:s=!0,transformError:c}){$t();var l=void 0,u=_n(()=>{var s=n??t.appendChild(en());jr(s,{pending:()=>{}},t=>{Re({});var n=Ie;if(o&&(n.c=o),a&&(i.$$events=a),k&&Cr(t,null),l=e(t,i)||Be(),k&&(H.nodes.end=A,A===null||A.nodeType!==8||A.data!==`]`))throw he(),fe;ze()},c);var u=new Set,d=e=>{for(var n=0;n<e.length;n++){var r=e[n];if(!u.has(r)){u.add(r);var i=lr(r);for(let e of[t,document]){var a=Pr.get(e);a===void 0&&(a=new Map,Pr.set(e,a));var o=a.get(r);o===void 0?(e.addEventListener(r,yr,{passive:i}),a.set(r,1)):a.set(r,o+1)}}}};return d(r(dr)),fr.add(d),()=>{for(var e of u)for(let n of[t,document]){var r=Pr.get(n),i=r.get(e);--i==0?(n.removeEventListener(e,yr),r.delete(e),r.size===0&&Pr.delete(n)):r.set(e,i)}fr.delete(d),s!==n&&s.parentNode?.removeChild(s)}});return Ir.set(l,u),l}var Ir=new WeakMap,Lr=class{anchor;#e=new Map;#t=new Map;#n=new Map;#r=new Set;#i=!0;constructor(e,t=!0){this.anchor=e,this.#i=t}#a=e=>{if(this.#e.has(e)){var t=this.#e.get(e),n=this.#t.get(t);if(n)jn(n),this.#r.delete(t);else{var r=this.#n.get(t);r&&(jn(r.effect),this.#t.set(t,r.effect),this.#n.delete(t),r.fragment.lastChild.remove(),this.anchor.before(r.fragment),n=r.effect)}for(let[t,n]of this.#e){if(this.#e.delete(t),t===e)break;let r=this.#n.get(n);r&&(En(r.effect),this.#n.delete(n))}for(let[e,r]of this.#t){if(e===t||this.#r.has(e))continue;let i=()=>{if(Array.from(this.#e.values()).includes(e)){var t=document.createDocumentFragment();Nn(r,t),t.append(en()),this.#n.set(e,{effect:r,fragment:t})}else En(r);this.#r.delete(e),this.#t.delete(e)};this.#i||!n?(this.#r.add(e),kn(r,i,!1)):i()}}};#o=e=>{this.#e.delete(e);let t=Array.from(this.#e.values());for(let[e,n]of this.#n)t.includes(e)||(En(n.effect),this.#n.delete(e))};ensure(e,t){var n=F,r=an();if(t&&!this.#t.has(e)&&!this.#n.has(e)){if(r){var i=document.createDocumentFragment(),a=en();i.append(a),this.#n.set(e,{effect:Sn(()=>t(a)),fragment:i})}else this.#t.set(e,Sn(()=>t(this.anchor)))}if(this.#e.set(n,e),r){for(let[t,r]of this.#t)t===e?n.unskip_effect(r):n.skip_effect(r);for(let[t,r]of this.#n)t===e?n.unskip_effect(r.effect):n.skip_effect(r.effect);n.oncommit(this.#a),n.ondiscard(this.#o)}else k&&(this.anchor=A),this.#a(n)}};function q(e,t,n=!1){var r;k&&(r=A,be());var i=new Lr(e),a=n?S:0;function o(e,t){if(k){var n=Ce(r);if(e!==parseInt(n.substring(1))){var a=Se();ye(a),i.anchor=a,ve(!1),i.ensure(e,t),ve(!0);return}}i.ensure(e,t)}xn(()=>{var e=!1;t((t,n=0)=>{e=!0,o(n,t)}),e||o(-1,null)},a)}var Rr=Symbol(`NaN`);function zr(e,t,n){k&&be();var r=new Lr(e),i=!Ve();xn(()=>{var e=t();e!==e&&(e=Rr),i&&typeof e==`object`&&e&&(e={}),r.ensure(e,n)})}function Br(e,t){return t}function Vr(e,t,n){for(var i=[],a=t.length,o,s=t.length,c=0;c<a;c++){let n=t[c];kn(n,()=>{if(o){if(o.pending.delete(n),o.done.add(n),o.pending.size===0){var t=e.outrogroups;Hr(e,r(o.done)),t.delete(o),t.size===0&&(e.outrogroups=null)}}else--s},!1)}if(s===0){var l=i.length===0&&n!==null&&e.pending.size===0;if(l){var u=n,d=u.parentNode;rn(d),d.append(u),e.items.clear()}Hr(e,t,!l)}else o={pending:new Set(t),done:new Set},(e.outrogroups??=new Set).add(o)}function Hr(e,t,n=!0){var r;if(e.pending.size>0){r=new Set;for(let t of e.pending.values())for(let n of t)r.add(e.items.get(n).e)}for(var i=0;i<t.length;i++){var a=t[i];r?.has(a)?(a.f|=ee,Nn(a,document.createDocumentFragment())):En(t[i],n)}}var Ur;function J(t,n,i,a,o,s=null){var c=t,l=new Map;if(n&4){var u=t;c=k?ye(tn(u)):u.appendChild(en())}k&&be();var d=null,f=ct(()=>{var t=i();return e(t)?t:t==null?[]:r(t)}),p=new Map,m=!0;function h(e){if(!(_.effect.f&16384)){_.pending.delete(e);var t=U(f);_.fallback=d,Gr(_,t,c,n,a),d!==null&&(t.length===0?d.f&33554432?(d.f^=ee,qr(d,null,c)):jn(d):kn(d,()=>{d=null}))}}function g(e){_.pending.delete(e)}var _={effect:xn(()=>{var e=U(f),t=e.length;let r=!1;k&&Ce(c)===`[!`!=(t===0)&&(c=Se(),ye(c),ve(!1),r=!0);for(var u=new Set,_=F,v=an(),y=0;y<t;y+=1){k&&A.nodeType===8&&A.data===`]`&&(c=A,r=!0,ve(!1));var b=e[y],x=a(b,y),S=m?null:l.get(x);S?(S.v&&Vt(S.v,b),S.i&&Vt(S.i,y),v&&_.unskip_effect(S.e)):(S=Kr(l,m?c:Ur??=en(),b,x,y,o,n,i),m||(S.e.f|=ee),l.set(x,S)),u.add(x)}if(t===0&&s&&!d&&(m?d=Sn(()=>s(c)):(d=Sn(()=>s(Ur??=en())),d.f|=ee)),t>u.size&&M(``,``,``),k&&t>0&&ye(Se()),!m){if(p.set(_,u),v){for(let[e,t]of l)u.has(e)||_.skip_effect(t.e);_.oncommit(h),_.ondiscard(g)}else h(_)}r&&ve(!0),U(f)}),flags:n,items:l,pending:p,outrogroups:null,fallback:d};m=!1,k&&(c=A)}function Wr(e){for(;e!==null&&!(e.f&32);)e=e.next;return e}function Gr(e,t,n,i,a){var o=!!(i&8),s=t.length,c=e.items,l=Wr(e.effect.first),u,d=null,f,p=[],m=[],h,g,_,v;if(o)for(v=0;v<s;v+=1)h=t[v],g=a(h,v),_=c.get(g).e,_.f&33554432||(_.nodes?.a?.measure(),(f??=new Set).add(_));for(v=0;v<s;v+=1){if(h=t[v],g=a(h,v),_=c.get(g).e,e.outrogroups!==null)for(let t of e.outrogroups)t.pending.delete(_),t.done.delete(_);if(_.f&8192&&(jn(_),o&&(_.nodes?.a?.unfix(),(f??=new Set).delete(_))),_.f&33554432){if(_.f^=ee,_===l)qr(_,null,n);else{var y=d?d.next:l;_===e.effect.last&&(e.effect.last=_.prev),_.prev&&(_.prev.next=_.next),_.next&&(_.next.prev=_.prev),Jr(e,d,_),Jr(e,_,y),qr(_,y,n),d=_,p=[],m=[],l=Wr(d.next);continue}}if(_!==l){if(u!==void 0&&u.has(_)){if(p.length<m.length){var b=m[0],x;d=b.prev;var S=p[0],C=p[p.length-1];for(x=0;x<p.length;x+=1)qr(p[x],b,n);for(x=0;x<m.length;x+=1)u.delete(m[x]);Jr(e,S.prev,C.next),Jr(e,d,S),Jr(e,C,b),l=b,d=C,--v,p=[],m=[]}else u.delete(_),qr(_,l,n),Jr(e,_.prev,_.next),Jr(e,_,d===null?e.effect.first:d.next),Jr(e,d,_),d=_;continue}for(p=[],m=[];l!==null&&l!==_;)(u??=new Set).add(l),m.push(l),l=Wr(l.next);if(l===null)continue}_.f&33554432||p.push(_),d=_,l=Wr(_.next)}if(e.outrogroups!==null){for(let t of e.outrogroups)t.pending.size===0&&(Hr(e,r(t.done)),e.outrogroups?.delete(t));e.outrogroups.size===0&&(e.outrogroups=null)}if(l!==null||u!==void 0){var w=[];if(u!==void 0)for(_ of u)_.f&8192||w.push(_);for(;l!==null;)!(l.f&8192)&&l!==e.fallback&&w.push(l),l=Wr(l.next);var T=w.length;if(T>0){var E=i&4&&s===0?n:null;if(o){for(v=0;v<T;v+=1)w[v].nodes?.a?.measure();for(v=0;v<T;v+=1)w[v].nodes?.a?.fix()}Vr(e,w,E)}}o&&We(()=>{if(f!==void 0)for(_ of f)_.nodes?.a?.apply()})}function Kr(e,t,n,r,i,a,o,s){var c=o&1?o&16?Ft(n):Lt(n,!1,!1):null,l=o&2?Ft(i):null;return{v:c,i:l,e:Sn(()=>(a(t,c??n,l??i,s),()=>{e.delete(r)}))}}function qr(e,t,n){if(e.nodes)for(var r=e.nodes.start,i=e.nodes.end,a=t&&!(t.f&33554432)?t.nodes.start:n;r!==null;){var o=nn(r);if(a.before(r),r===i)return;r=o}}function Jr(e,t,n){t===null?e.effect.first=n:t.next=n,n===null?e.effect.last=t:n.prev=t}function Yr(e,t,...n){var r=new Lr(e);xn(()=>{let e=t()??null;r.ensure(e,e&&(t=>e(t,...n)))},S)}function Xr(e,t,n){var r;k&&(r=A,be());var i=new Lr(e);xn(()=>{var e=t()??null;if(k&&Ce(r)===`[`!=(e!==null)){var a=Se();ye(a),i.anchor=a,ve(!1),i.ensure(e,e&&(t=>n(t,e))),ve(!0)}else i.ensure(e,e&&(t=>n(t,e)))},S)}var Zr=[...` 	
\r\f\xA0\v﻿`];function Qr(e,t,n){var r=e==null?``:``+e;if(t&&(r=r?r+` `+t:t),n){for(var i of Object.keys(n))if(n[i])r=r?r+` `+i:i;else if(r.length)for(var a=i.length,o=0;(o=r.indexOf(i,o))>=0;){var s=o+a;(o===0||Zr.includes(r[o-1]))&&(s===r.length||Zr.includes(r[s]))?r=(o===0?``:r.substring(0,o))+r.substring(s+1):o=s}}return r===``?null:r}function $r(e,t,n,r,i,a){var o=e[se];if(k||o!==n||o===void 0){var s=Qr(n,r,a);k&&s===e.getAttribute(`class`)||(s==null?e.removeAttribute(`class`):t?e.className=s:e.setAttribute(`class`,s)),e[se]=n}else if(a&&i!==a)for(var c in a){var l=!!a[c];(i==null||l!==!!i[c])&&e.classList.toggle(c,l)}return a}function ei(e,t){t?e.hasAttribute(`selected`)||e.setAttribute(`selected`,``):e.removeAttribute(`selected`)}function ti(t,n){var r=t.__defaultValue,i=t.multiple,a=i?r??[]:null;if(!i||e(a)){var o=t.selectedIndex,s=n&&i?new Set(t.selectedOptions):null;for(var c of t.options){var l=ii(c);ei(c,i?a.includes(l):Jt(l,r))}if(n){if(s!==null)for(c of t.options){var u=s.has(c);c.selected!==u&&(c.selected=u)}else t.selectedIndex!==o&&(t.selectedIndex=o)}}}function ni(t,n,r=!1){if(t.multiple){if(n==null)return;if(!e(n))return ge();for(var i of t.options)i.selected=n.includes(ii(i))}else{for(i of t.options)if(Jt(ii(i),n)){i.selected=!0;return}r&&n===void 0||(t.selectedIndex=-1)}}function ri(e){var t=new MutationObserver(t=>{t.every(ai)||(`__defaultValue`in e&&ti(e,!1),`__value`in e&&ni(e,e.__value))});t.observe(e,{childList:!0,subtree:!0,attributes:!0,attributeFilter:[`value`]}),mn(()=>{t.disconnect()})}function ii(e){return`__value`in e?e.__value:e.value}function ai(e){if(e.target.closest(`selectedcontent`)!==null)return!0;if(e.type===`childList`){var t=[...e.addedNodes,...e.removedNodes];return t.length>0&&t.every(e=>e.nodeName===`SELECTEDCONTENT`)}return!1}var oi=Symbol(`is custom element`),si=Symbol(`is html`),ci=D?`link`:`LINK`,li=D?`progress`:`PROGRESS`;function ui(e){if(k){var t=!1,n=()=>{if(!t){if(t=!0,e.hasAttribute(`value`)){var n=e.value;Y(e,`value`,null),e.value=n}if(e.hasAttribute(`checked`)){var r=e.checked;Y(e,`checked`,null),e.checked=r}}};e[ue]=n,We(n),$e()}}function di(e,t){var n=pi(e);n.value!==(n.value=t??void 0)&&(e.value!==t||t===0&&e.nodeName===li)&&(e.value=t??``)}function fi(e,t){var n=pi(e);n.checked!==(n.checked=t??void 0)&&(e.checked=t)}function Y(e,t,n,r){var i=pi(e);if(!(k&&(i[t]=e.getAttribute(t),t===`src`||t===`srcset`||t===`href`&&e.nodeName===ci))){var a=i[t];a!==(i[t]=n)&&(t===`loading`&&(e[ae]=n),n==null?e.removeAttribute(t):typeof n!=`string`&&hi(e).has(t)?e[t]=n:(!k||typeof n!=`number`&&typeof n!=`boolean`||a!==String(n))&&e.setAttribute(t,n))}}function pi(e){return e[oe]??={[oi]:e.nodeName.includes(`-`),[si]:e.namespaceURI===pe}}var mi=new Map;function hi(e){var t=e.getAttribute(`is`)||e.nodeName,n=mi.get(t);if(n)return n;mi.set(t,n=new Set);for(var r,i=e,a=Element.prototype;a!==i;){for(var s in r=o(i),r)r[s].set&&s!==`innerHTML`&&s!==`textContent`&&s!==`innerText`&&n.add(s);i=l(i)}return n}function gi(e,t){return e===t||e?.[ne]===t}function _i(e=Be(),t,n,r){var i=Ie.r,a=H;return vn(()=>{var o,s;return bn(()=>{o=s,s=r?.()||[],sr(()=>{gi(n(...s),e)||(t(e,...s),o&&gi(n(...o),e)&&t(null,...o))})}),()=>{let r=a;for(;r!==i&&r.parent!==null&&r.parent.f&33554432;)r=r.parent;let o=()=>{s&&gi(n(...s),e)&&t(null,...s)},c=r.teardown;r.teardown=()=>{o(),c?.()}}}),e}var vi=!1;function yi(e){var t=vi;try{return vi=!1,[e(),vi]}finally{vi=t}}function bi(e,t,n,r){var i=!0,o=!!(n&8),s=!!(n&16),c=r,l=!0,u=void 0,d=()=>s&&i?(u??=at(r),U(u)):(l&&(l=!1,c=s?sr(r):r),c);let f;if(o){var p=ne in e||ie in e;f=a(e,t)?.set??(p&&t in e?n=>e[t]=n:void 0)}var m,h=!1;o?[m,h]=yi(()=>e[t]):m=e[t],m===void 0&&r!==void 0&&(m=d(),f&&(i&&je(t),f(m)));var g=i?()=>{var n=e[t];return n===void 0?d():(l=!0,n)}:()=>{var n=e[t];return n!==void 0&&(c=void 0),n===void 0?c:n};if(i&&!(n&4))return g;if(f){var _=e.$$legacy;return(function(e,t){return arguments.length>0?((!i||!t||_||h)&&f(t?g():e),e):g()})}var v=!1,y=(n&1?at:ct)(()=>(v=!1,g()));o&&U(y);var b=H;return(function(e,t){if(arguments.length>0){let n=t?U(y):i&&o?Kt(e):e;return Rt(y,n),v=!0,c!==void 0&&(c=n),e}return Fn&&v||b.f&16384?y.v:U(y)})}typeof window<`u`&&((window.__svelte??={}).v??=new Set).add(`5`);var xi=/^-?\d{4,}(-\d\d(-\d\d)?)?$/,Si=()=>({initial:``,read:e=>Ii(e),write:Fi,wants:`a text`}),Ci=()=>({initial:``,read:e=>Ii(e)?.match(/^[A-Za-z]+:.+$|^[0-9a-f-]{36}$/)?Ii(e):void 0,write:Fi,wants:`a node such as State:PAK`}),wi=e=>({initial:[],read:t=>{let n=t.split(`,`).map(e=>Ci().read(e));return n.length<=e&&n.every(e=>e!==void 0)?n:void 0},write:e=>e.map(Fi).join(`,`),wants:`up to ${String(e)} nodes such as State:PAK`}),Ti=()=>({initial:``,read:e=>xi.test(e)?e:void 0,write:Fi,wants:`a date such as 2025-11-08, 2025-11 or 2025`}),Ei=(e,t,n)=>({initial:n,read:n=>/^\d{1,6}$/.test(n)&&Number(n)>=e&&Number(n)<=t?Number(n):void 0,write:String,wants:`a number from ${String(e)} to ${String(t)}`}),Di=(...e)=>({initial:e[0],read:t=>e.find(e=>e===t),write:e=>e,wants:`one of ${e.join(`, `)}`}),Oi={overview:{at:Ti(),scale:Di(`GOLDSTEIN`,`PLOVER`),half:Ei(1,365,30),pairs:Ei(1,80,8),rows:Ei(1,100,6)},search:{q:Si(),in:Di(`ALL`,`ACTOR`,`STATEMENT`,`TALKS`,`MEDIATION_OFFER`,`PROCESS`,`EVENT`,`PLACE`,`ARTICLE`,`EVIDENCE`),rows:Ei(1,200,25)},node:{of:Ci(),rows:Ei(1,200,10)},tension:{between:wi(2),from:Ti(),to:Ti(),by:Di(`WEEK`,`DAY`,`MONTH`,`QUARTER`,`YEAR`),scale:Di(`GOLDSTEIN`,`PLOVER`),half:Ei(1,365,30),point:Ti()},talks:{process:Ci(),rows:Ei(1,100,25)},timeline:{of:wi(4),from:Ti(),to:Ti(),rows:Ei(1,500,50)}},ki={as:Di(`figure`,`table`),sel:Ci(),keys:Di(`on`,`off`)};function Ai(e){return{...Oi[e],...ki}}function ji(e){return Object.hasOwn(Oi,e)}function Mi(e){let[t=``,n=``]=Pi(e.replace(/^#/,``),`?`),r=t.replace(/^\//,``)||`overview`,i=n.split(`&`).filter(e=>e!==``).map(e=>Pi(e,`=`)),a=i.find(([e])=>e===`v`)?.[1];if(a!==void 0&&a!==`1`)return{kind:`other version`,version:a,hash:e,current:`#/${r}?`+[[`v`,`1`],...i.filter(([e])=>e!==`v`)].map(([e,t])=>`${e}=${t}`).join(`&`)};if(!ji(r))return{kind:`unknown view`,name:r,hash:e};let o=Ai(r),s=Object.fromEntries(Object.entries(o).map(([e,t])=>[e,t.initial])),c=[],l=[];for(let[e,t]of i){if(e===`v`)continue;let n=Object.hasOwn(o,e)?o[e]:void 0,r=n?.read(t);r===void 0?(c.push([e,t]),n&&l.push({name:e,text:Ii(t)??t,wants:n.wants})):s[e]=r}let{as:u,sel:d,keys:f,...p}=s;return{kind:`view`,view:r,values:p,common:{as:u,sel:d,keys:f},rest:c,faults:l}}function Ni(e,t,n=[]){let r=[`v=1`],i=new Set;for(let[n,a]of Object.entries(Ai(e))){let e=t[n];e!==void 0&&a.write(e)!==a.write(a.initial)&&(r.push(`${n}=${a.write(e)}`),i.add(n))}for(let[e,t]of n)i.has(e)||r.push(`${e}=${t}`);return`#/${e}?${r.join(`&`)}`}function Pi(e,t){let n=e.indexOf(t);return n<0?[e,``]:[e.slice(0,n),e.slice(n+t.length)]}function Fi(e){return encodeURIComponent(e).replace(/%3A/g,`:`).replace(/%2F/g,`/`).replace(/%20/g,`+`)}function Ii(e){try{return decodeURIComponent(e.replace(/\+/g,` `))}catch{return}}var X=new class{#e=It(Mi(location.hash));get address(){return U(this.#e)}set address(e){Rt(this.#e,e)}constructor(){let e=()=>{location.hash!==this.#t&&this.#n(location.hash)};addEventListener(`popstate`,e),addEventListener(`hashchange`,e)}#t=location.hash;#n(e){this.#t=e,this.address=Mi(e)}get common(){return this.address.kind===`view`?this.address.common:{as:`figure`,sel:``,keys:`on`}}values(e){return(this.address.kind===`view`&&this.address.view===e?this.address:Mi(`#/${e}`)).values}to(e,t={}){let{as:n,keys:r}=this.common;return Ni(e,{as:n,keys:r,...t})}with(e){if(this.address.kind!==`view`)return this.to(`overview`);let{view:t,values:n,common:r,rest:i}=this.address;return Ni(t,{...n,...r,...e},i.filter(([t])=>!Object.hasOwn(e,t)))}go(e){e!==this.#t&&(history.pushState(null,``,e),this.#n(e))}slide(e){history.replaceState(null,``,e),this.#n(e)}},Li=W(`<div class="svelte-1pr4dew"><dt><kbd class="svelte-1pr4dew"> </kbd></dt> <dd class="svelte-1pr4dew"> </dd></div>`),Ri=W(`<dialog aria-labelledby="keys" class="svelte-1pr4dew"><h2 id="keys">Keys</h2> <dl class="svelte-1pr4dew"></dl> <p><label><input type="checkbox"/> Single keys do something</label></p> <p><button type="button">Close</button></p></dialog>`);function zi(e,t){Re(t,!0);let n;hn(()=>{n.showModal()});let r=P(()=>X.common.keys===`on`);var i=Ri(),a=z(I(i),2);J(a,21,()=>t.keys,([e,t])=>e,(e,t)=>{var n=P(()=>m(U(t),2));let r=()=>U(n)[0],i=()=>U(n)[1];var a=Li(),o=I(a),s=R(I(o),!0);j(o);var c=R(z(o,2),!0);j(a),B(()=>{K(s,r()),K(c,i())}),G(e,a)}),j(a);var o=z(a,2),s=I(o),c=I(s);ui(c),xe(),j(s),j(o);var l=R(z(o,2));j(i),_i(i,e=>n=e,()=>n),B(()=>fi(c,U(r))),mr(`close`,i,function(...e){t.close?.apply(this,e)}),hr(`change`,c,()=>X.slide(X.with({keys:U(r)?`off`:`on`}))),hr(`click`,l,()=>n.close()),G(e,i),ze()}gr([`change`,`click`]);var Bi=class extends Error{kind;constructor(e,t){super(t),this.kind=e}};async function Vi(e,t,n){let r,i;try{r=await fetch(`/graphql`,{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/graphql-response+json, application/json`},body:JSON.stringify({query:e.toString().trim(),variables:t}),signal:n})}catch(e){throw n.aborted?e:new Bi(`gone`,`The server does not answer.`)}try{i=await r.json()}catch(e){throw n.aborted?e:new Bi(`gone`,`What answers is not Parley: status ${String(r.status)}.`)}if(i.data)return i.data;let a=i.errors?.[0];throw new Bi((a?.extensions?.code??``).startsWith(`limit_`)?`refused`:r.status===503?`busy`:`wrong`,a?.message??`The answer has no data: status ${String(r.status)}.`)}var Hi=64,Ui=new Map;function Wi(e,t){let n=e.toString()+JSON.stringify(t),r=Ui.get(n);if(r)Ui.delete(n);else{let i=new AbortController,a={answer:Vi(e,t,i.signal),abort:i,users:0};a.answer.then(e=>a.value=e,()=>Ui.get(n)===a&&Ui.delete(n)),r=a}Ui.set(n,r);for(let[e,{users:t}]of Ui){if(Ui.size<=Hi)break;t===0&&Ui.delete(e)}r.users++;let{answer:i,value:a}=r;return{answer:i,value:a,leave:()=>{r.users--,r.users>0||r.value!==void 0||(r.abort.abort(),Ui.get(n)===r&&Ui.delete(n))}}}function Gi(e,t){let n=e.toString().trim().replaceAll(/\n {4}(?=\S|$)/g,`
`).replaceAll(/\n\s*\n+/g,`

`);return`/graphiql?`+new URLSearchParams({query:n,variables:JSON.stringify(t,null,2)}).toString()}var Ki=class{name;document;#e=It();get data(){return U(this.#e)}set data(e){Rt(this.#e,e)}#t=It();get failure(){return U(this.#t)}set failure(e){Rt(this.#t,e)}#n=It(!1);get asking(){return U(this.#n)}set asking(e){Rt(this.#n,e,!0)}#r=It(0);#i=It();constructor(e,t,n){this.name=e,this.document=t;let r=P(()=>JSON.stringify(n()));hn(()=>{if(U(this.#r),U(r)===void 0){this.data=void 0,Rt(this.#i,void 0);return}let e=JSON.parse(U(r));Rt(this.#i,Gi(t,e));let{answer:n,value:i,leave:a}=Wi(t,e),o=!1;return this.failure=void 0,i===void 0?(this.asking=!0,n.then(e=>{o||(this.data=e,this.asking=!1)},e=>{o||(this.failure=e instanceof Bi?e:new Bi(`wrong`,String(e)),this.data=void 0,this.asking=!1)})):(this.data=i,this.asking=!1),()=>{o=!0,a()}})}get ready(){return this.data!==void 0}get link(){return U(this.#i)}again(){Ut(this.#r)}},qi=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new qi(`
    fragment Who on Actor {
  __typename
  key
  name
}
    `,{fragmentName:`Who`}),new qi(`
    fragment Said on Statement {
  __typename
  key
  name
  act
  modality
  polarity
  text
  quote
  spokenAt
  spokenAtWords
  reportedAt
  review
  speakers(first: 6) {
    nodes {
      ...Who
    }
  }
  onBehalfOf(first: 6) {
    nodes {
      ...Who
    }
  }
  addressees(first: 6) {
    nodes {
      ...Who
    }
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}`,{fragmentName:`Said`}),new qi(`
    fragment Round on Talks {
  __typename
  key
  name
  ordinal
  format
  status
  outcome
  startedOn
  endedOn
  reportedAt
  review
  agreementOfAccounts
  place {
    key
    name
  }
  process {
    key
    name
  }
  parties(first: 10) {
    nodes {
      ...Who
    }
  }
  mediators(first: 10) {
    nodes {
      ...Who
    }
  }
  hosts(first: 10) {
    nodes {
      ...Who
    }
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}`,{fragmentName:`Round`}),new qi(`
    fragment Offer on MediationOffer {
  __typename
  key
  name
  modality
  condition
  offerStatus: status
  reportedAt
  review
  by(first: 6) {
    nodes {
      ...Who
    }
  }
  offeredTo: to(first: 6) {
    nodes {
      ...Who
    }
  }
  for {
    key
    name
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}`,{fragmentName:`Offer`}),new qi(`
    fragment Spark on Tension {
  points {
    from
    to
    value
    change(over: 4) {
      percent
      level
    }
  }
}
    `,{fragmentName:`Spark`});var Ji=new qi(`
    query FactAndEvidence($id: ID!, $first: Int!) {
  node(id: $id) {
    __typename
    key
    ... on Topic {
      name
    }
    ... on Statement {
      ...Said
      spokenAtBasis
      channel
      cameo
      about(first: 8) {
        nodes {
          __typename
          key
          name
        }
      }
      respondsTo(first: 5) {
        nodes {
          ...Said
        }
      }
      responses(first: 5) {
        nodes {
          ...Said
        }
      }
    }
    ... on Talks {
      ...Round
      datesBasis
    }
    ... on MediationOffer {
      ...Offer
      history(first: 10, orderBy: [{at: ASC}, {key: ASC}]) {
        nodes {
          __typename
          key
          state
          at
          atWords
        }
      }
    }
    ... on OfferStatus {
      state
      at
      atWords
      atBasis
      of {
        ...Offer
      }
    }
    ... on Account {
      words
      accountOutcome: outcome
      party {
        ...Who
      }
      of {
        __typename
        key
        name
      }
      statement {
        ...Said
      }
    }
    ... on Position {
      title
      from
      to
      holder {
        ...Who
      }
      of {
        ...Who
      }
    }
    ... on Recognition {
      recognitionKind: kind
      from
      to
      exclusive
      by {
        ...Who
      }
      of {
        ...Who
      }
    }
    ... on Governance {
      governanceKind: kind
      from
      to
      by {
        ...Who
      }
      of {
        ...Who
      }
    }
    ... on Event {
      eventCameo: cameo
      quadClass
      goldstein
      modality
      polarity
      occurredOn
      occurredOnWords
      occurredOnBasis
      sources(first: 6) {
        nodes {
          ...Who
        }
      }
      targets(first: 6) {
        nodes {
          ...Who
        }
      }
    }
    ... on Process {
      processKind: kind
      parties(first: 10) {
        nodes {
          ...Who
        }
      }
    }
    ... on Fact {
      review
      reportedAt
      evidence(first: $first, orderBy: [{start: ASC}, {key: ASC}]) {
        totalCount
        nodes {
          key
          words
          start
          end
          sentence
          sentenceNumber
          coder
          coderVersion
          rule
          confidence
          article {
            key
            title
            url
            published
            publishedBasis
            text
            partial
            outlet {
              ...Who
            }
          }
        }
      }
    }
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}
fragment Said on Statement {
  __typename
  key
  name
  act
  modality
  polarity
  text
  quote
  spokenAt
  spokenAtWords
  reportedAt
  review
  speakers(first: 6) {
    nodes {
      ...Who
    }
  }
  onBehalfOf(first: 6) {
    nodes {
      ...Who
    }
  }
  addressees(first: 6) {
    nodes {
      ...Who
    }
  }
}
fragment Round on Talks {
  __typename
  key
  name
  ordinal
  format
  status
  outcome
  startedOn
  endedOn
  reportedAt
  review
  agreementOfAccounts
  place {
    key
    name
  }
  process {
    key
    name
  }
  parties(first: 10) {
    nodes {
      ...Who
    }
  }
  mediators(first: 10) {
    nodes {
      ...Who
    }
  }
  hosts(first: 10) {
    nodes {
      ...Who
    }
  }
}
fragment Offer on MediationOffer {
  __typename
  key
  name
  modality
  condition
  offerStatus: status
  reportedAt
  review
  by(first: 6) {
    nodes {
      ...Who
    }
  }
  offeredTo: to(first: 6) {
    nodes {
      ...Who
    }
  }
  for {
    key
    name
  }
}`),Yi=new qi(`
    query Newest($first: Int!) {
  occurrences(first: 1) {
    totalCount
    aggregate {
      when {
        max
      }
      reportedAt {
        max
      }
    }
  }
  talks(
    orderBy: [{reportedAt: DESC}, {startedOn: DESC}, {key: ASC}]
    first: $first
  ) {
    totalCount
    nodes {
      ...Round
    }
  }
  mediationOffers(orderBy: [{reportedAt: DESC}, {key: ASC}], first: $first) {
    totalCount
    nodes {
      ...Offer
    }
  }
  statements(
    orderBy: [{reportedAt: DESC}, {spokenAt: DESC}, {key: ASC}]
    first: $first
  ) {
    totalCount
    nodes {
      ...Said
    }
  }
  appeals: statements(
    where: {act: {eq: APPEAL}, responses: {count: {eq: 0}}}
    orderBy: [{reportedAt: DESC}, {spokenAt: DESC}, {key: ASC}]
    first: $first
  ) {
    totalCount
    nodes {
      ...Said
    }
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}
fragment Said on Statement {
  __typename
  key
  name
  act
  modality
  polarity
  text
  quote
  spokenAt
  spokenAtWords
  reportedAt
  review
  speakers(first: 6) {
    nodes {
      ...Who
    }
  }
  onBehalfOf(first: 6) {
    nodes {
      ...Who
    }
  }
  addressees(first: 6) {
    nodes {
      ...Who
    }
  }
}
fragment Round on Talks {
  __typename
  key
  name
  ordinal
  format
  status
  outcome
  startedOn
  endedOn
  reportedAt
  review
  agreementOfAccounts
  place {
    key
    name
  }
  process {
    key
    name
  }
  parties(first: 10) {
    nodes {
      ...Who
    }
  }
  mediators(first: 10) {
    nodes {
      ...Who
    }
  }
  hosts(first: 10) {
    nodes {
      ...Who
    }
  }
}
fragment Offer on MediationOffer {
  __typename
  key
  name
  modality
  condition
  offerStatus: status
  reportedAt
  review
  by(first: 6) {
    nodes {
      ...Who
    }
  }
  offeredTo: to(first: 6) {
    nodes {
      ...Who
    }
  }
  for {
    key
    name
  }
}`),Xi=new qi(`
    query NodePage($id: ID!, $first: Int!) {
  node(id: $id) {
    __typename
    key
    ... on Topic {
      name
      statementsAbout(
        orderBy: [{reportedAt: DESC}, {spokenAt: DESC}, {key: ASC}]
        first: $first
      ) {
        totalCount
        nodes {
          ...Said
        }
      }
    }
    ... on Actor {
      aliases
      statements(
        orderBy: [{reportedAt: DESC}, {spokenAt: DESC}, {key: ASC}]
        first: $first
      ) {
        totalCount
        nodes {
          ...Said
        }
      }
      statementsOnBehalf(
        orderBy: [{reportedAt: DESC}, {spokenAt: DESC}, {key: ASC}]
        first: $first
      ) {
        totalCount
        nodes {
          ...Said
        }
      }
      statementsReceived(
        orderBy: [{reportedAt: DESC}, {spokenAt: DESC}, {key: ASC}]
        first: $first
      ) {
        totalCount
        nodes {
          ...Said
        }
      }
      talks(
        orderBy: [{reportedAt: DESC}, {startedOn: DESC}, {key: ASC}]
        first: $first
      ) {
        totalCount
        nodes {
          ...Round
        }
      }
      mediationOffers(orderBy: [{reportedAt: DESC}, {key: ASC}], first: $first) {
        totalCount
        nodes {
          ...Offer
        }
      }
      mediationOffersReceived(
        orderBy: [{reportedAt: DESC}, {key: ASC}]
        first: $first
      ) {
        totalCount
        nodes {
          ...Offer
        }
      }
      offices(orderBy: [{from: DESC}, {key: ASC}], first: $first) {
        totalCount
        nodes {
          __typename
          key
          title
          from
          to
          holder {
            ...Who
          }
        }
      }
    }
    ... on Organization {
      organizationKind: kind
      acronym
      partOf {
        ...Who
      }
    }
    ... on Official {
      positions(orderBy: [{from: DESC}, {key: ASC}], first: $first) {
        totalCount
        nodes {
          __typename
          key
          title
          from
          to
          of {
            ...Who
          }
        }
      }
    }
    ... on State {
      iso3
      capital {
        key
        name
      }
    }
    ... on UnnamedSource {
      article {
        key
        title
        url
      }
    }
    ... on Issue {
      description
    }
    ... on Place {
      placeKind: kind
      country {
        ...Who
      }
    }
    ... on Article {
      title
      url
      published
      publishedBasis
      outlet {
        ...Who
      }
      evidence(first: $first, orderBy: [{start: ASC}, {key: ASC}]) {
        totalCount
        nodes {
          key
          words
          sentenceNumber
          fact {
            __typename
            key
            ... on Topic {
              name
            }
          }
        }
      }
    }
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}
fragment Said on Statement {
  __typename
  key
  name
  act
  modality
  polarity
  text
  quote
  spokenAt
  spokenAtWords
  reportedAt
  review
  speakers(first: 6) {
    nodes {
      ...Who
    }
  }
  onBehalfOf(first: 6) {
    nodes {
      ...Who
    }
  }
  addressees(first: 6) {
    nodes {
      ...Who
    }
  }
}
fragment Round on Talks {
  __typename
  key
  name
  ordinal
  format
  status
  outcome
  startedOn
  endedOn
  reportedAt
  review
  agreementOfAccounts
  place {
    key
    name
  }
  process {
    key
    name
  }
  parties(first: 10) {
    nodes {
      ...Who
    }
  }
  mediators(first: 10) {
    nodes {
      ...Who
    }
  }
  hosts(first: 10) {
    nodes {
      ...Who
    }
  }
}
fragment Offer on MediationOffer {
  __typename
  key
  name
  modality
  condition
  offerStatus: status
  reportedAt
  review
  by(first: 6) {
    nodes {
      ...Who
    }
  }
  offeredTo: to(first: 6) {
    nodes {
      ...Who
    }
  }
  for {
    key
    name
  }
}`),Zi=new qi(`
    query Search($text: String!, $types: [SearchType!], $first: Int!, $after: String) {
  search(text: $text, types: $types, first: $first, after: $after) {
    totalCount
    edges {
      score
      snippets {
        property
        segments {
          text
          match
        }
      }
      node {
        __typename
        key
        ... on Topic {
          name
        }
        ... on Position {
          office: title
          holder {
            ...Who
          }
        }
        ... on Statement {
          act
          polarity
          spokenAt
          spokenAtWords
          reportedAt
          speakers(first: 3) {
            nodes {
              ...Who
            }
          }
        }
        ... on Account {
          party {
            ...Who
          }
          of {
            key
            name
          }
        }
        ... on Article {
          title
          url
          published
          outlet {
            ...Who
          }
        }
        ... on Evidence {
          fact {
            __typename
            key
            ... on Topic {
              name
            }
          }
          article {
            title
            published
            outlet {
              ...Who
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}`),Qi=new qi(`
    query FindActors($text: String!, $first: Int!) {
  search(text: $text, types: [ACTOR], first: $first) {
    edges {
      node {
        ... on Actor {
          ...Who
        }
      }
    }
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}`),$i=new qi(`
    query Sparks($from: PartialDate!, $to: PartialDate!, $scale: TensionScale!, $halfLife: Int!, $pair0: [ID!]! = [], $with0: Boolean! = false, $pair1: [ID!]! = [], $with1: Boolean! = false, $pair2: [ID!]! = [], $with2: Boolean! = false, $pair3: [ID!]! = [], $with3: Boolean! = false, $pair4: [ID!]! = [], $with4: Boolean! = false, $pair5: [ID!]! = [], $with5: Boolean! = false, $pair6: [ID!]! = [], $with6: Boolean! = false, $pair7: [ID!]! = [], $with7: Boolean! = false) {
  spark0: tension(
    between: $pair0
    from: $from
    to: $to
    by: WEEK
    scale: $scale
    halfLife: $halfLife
  ) @include(if: $with0) {
    ...Spark
  }
  spark1: tension(
    between: $pair1
    from: $from
    to: $to
    by: WEEK
    scale: $scale
    halfLife: $halfLife
  ) @include(if: $with1) {
    ...Spark
  }
  spark2: tension(
    between: $pair2
    from: $from
    to: $to
    by: WEEK
    scale: $scale
    halfLife: $halfLife
  ) @include(if: $with2) {
    ...Spark
  }
  spark3: tension(
    between: $pair3
    from: $from
    to: $to
    by: WEEK
    scale: $scale
    halfLife: $halfLife
  ) @include(if: $with3) {
    ...Spark
  }
  spark4: tension(
    between: $pair4
    from: $from
    to: $to
    by: WEEK
    scale: $scale
    halfLife: $halfLife
  ) @include(if: $with4) {
    ...Spark
  }
  spark5: tension(
    between: $pair5
    from: $from
    to: $to
    by: WEEK
    scale: $scale
    halfLife: $halfLife
  ) @include(if: $with5) {
    ...Spark
  }
  spark6: tension(
    between: $pair6
    from: $from
    to: $to
    by: WEEK
    scale: $scale
    halfLife: $halfLife
  ) @include(if: $with6) {
    ...Spark
  }
  spark7: tension(
    between: $pair7
    from: $from
    to: $to
    by: WEEK
    scale: $scale
    halfLife: $halfLife
  ) @include(if: $with7) {
    ...Spark
  }
}
    fragment Spark on Tension {
  points {
    from
    to
    value
    change(over: 4) {
      percent
      level
    }
  }
}`),ea=new qi(`
    query Processes($first: Int!) {
  processes(
    where: {talks: {count: {gte: 1}}}
    orderBy: [{reportedAt: DESC}, {key: ASC}]
    first: $first
  ) {
    totalCount
    nodes {
      key
      name
      talks(first: 1) {
        totalCount
      }
    }
  }
}
    `),ta=new qi(`
    query Rounds($process: ID!, $first: Int!, $after: String) {
  node(id: $process) {
    __typename
    key
    ... on Process {
      name
      kind
      parties(first: 10) {
        nodes {
          ...Who
        }
      }
      talks(
        orderBy: [{ordinal: ASC}, {startedOn: ASC}, {key: ASC}]
        first: $first
        after: $after
      ) {
        totalCount
        nodes {
          ...Round
          datesBasis
          accounts(first: 10) {
            nodes {
              __typename
              key
              words
              outcome
              party {
                ...Who
              }
              statement {
                ...Said
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}
fragment Said on Statement {
  __typename
  key
  name
  act
  modality
  polarity
  text
  quote
  spokenAt
  spokenAtWords
  reportedAt
  review
  speakers(first: 6) {
    nodes {
      ...Who
    }
  }
  onBehalfOf(first: 6) {
    nodes {
      ...Who
    }
  }
  addressees(first: 6) {
    nodes {
      ...Who
    }
  }
}
fragment Round on Talks {
  __typename
  key
  name
  ordinal
  format
  status
  outcome
  startedOn
  endedOn
  reportedAt
  review
  agreementOfAccounts
  place {
    key
    name
  }
  process {
    key
    name
  }
  parties(first: 10) {
    nodes {
      ...Who
    }
  }
  mediators(first: 10) {
    nodes {
      ...Who
    }
  }
  hosts(first: 10) {
    nodes {
      ...Who
    }
  }
}`),na=new qi(`
    query PairTension($between: [ID!]!, $from: PartialDate!, $to: PartialDate!, $by: CalendarUnit!, $scale: TensionScale!, $halfLife: Int!, $contributions: Int!) {
  tension(
    between: $between
    from: $from
    to: $to
    by: $by
    scale: $scale
    halfLife: $halfLife
  ) {
    version
    formula
    points {
      period
      from
      to
      value
      count
      contributionCount
      change(over: 4) {
        mean
        percent
        level
      }
      contributions(first: $contributions) {
        value
        weight
        decay
        code
        plover
        date
        source {
          ...Who
        }
        target {
          ...Who
        }
        fact {
          __typename
          key
          ... on Topic {
            name
          }
        }
      }
    }
    undated
    uncoded
    imprecise
    leaveOneOut {
      outlet {
        ...Who
      }
      value
      difference
    }
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}`),ra=new qi(`
    query Names($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    key
    ... on Topic {
      name
    }
  }
  occurrences(first: 1) {
    aggregate {
      when {
        max
      }
      reportedAt {
        max
      }
    }
  }
}
    `),ia=new qi(`
    query Tensions($at: PartialDate!, $scale: TensionScale!, $halfLife: Int!, $first: Int!) {
  tensions(at: $at, scale: $scale, halfLife: $halfLife, first: $first) {
    version
    formula
    at
    pairs {
      value
      contributionCount
      between {
        ...Who
      }
    }
    hasMore
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}`),aa=new qi(`
    query Timeline($of: [ID!]!, $from: PartialDate, $to: PartialDate, $first: Int!, $after: String) {
  timeline(of: $of, from: $from, to: $to, first: $first, after: $after) {
    totalCount
    nodes {
      __typename
      key
      when
      reportedAt
      review
      ... on Topic {
        name
      }
      ... on Statement {
        ...Said
        respondsTo(first: 3) {
          nodes {
            ...Said
          }
        }
      }
      ... on Talks {
        ...Round
      }
      ... on OfferStatus {
        state
        at
        atWords
        of {
          ...Offer
        }
      }
      ... on Recognition {
        recognitionKind: kind
        by {
          ...Who
        }
        of {
          ...Who
        }
      }
      ... on Event {
        eventCameo: cameo
        goldstein
        occurredOn
        occurredOnWords
        sources(first: 6) {
          nodes {
            ...Who
          }
        }
        targets(first: 6) {
          nodes {
            ...Who
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}
fragment Said on Statement {
  __typename
  key
  name
  act
  modality
  polarity
  text
  quote
  spokenAt
  spokenAtWords
  reportedAt
  review
  speakers(first: 6) {
    nodes {
      ...Who
    }
  }
  onBehalfOf(first: 6) {
    nodes {
      ...Who
    }
  }
  addressees(first: 6) {
    nodes {
      ...Who
    }
  }
}
fragment Round on Talks {
  __typename
  key
  name
  ordinal
  format
  status
  outcome
  startedOn
  endedOn
  reportedAt
  review
  agreementOfAccounts
  place {
    key
    name
  }
  process {
    key
    name
  }
  parties(first: 10) {
    nodes {
      ...Who
    }
  }
  mediators(first: 10) {
    nodes {
      ...Who
    }
  }
  hosts(first: 10) {
    nodes {
      ...Who
    }
  }
}
fragment Offer on MediationOffer {
  __typename
  key
  name
  modality
  condition
  offerStatus: status
  reportedAt
  review
  by(first: 6) {
    nodes {
      ...Who
    }
  }
  offeredTo: to(first: 6) {
    nodes {
      ...Who
    }
  }
  for {
    key
    name
  }
}`),oa={ACCEPT:`accepts`,ACCUSE:`accuses`,ACKNOWLEDGE:`acknowledges`,ANNOUNCE:`announces`,APPEAL:`appeals`,ASSERT:`says`,CONDEMN:`condemns`,DEMAND:`demands`,DENY:`denies`,EXPRESS_CONCERN:`is concerned`,OFFER:`offers`,PRAISE:`praises`,PROMISE:`promises`,REJECT:`rejects`,THANK:`thanks`,THREATEN:`threatens`,WARN:`warns`},sa={ASSERTED:`said to be so`,CONDITIONAL:`on a condition`,DEMANDED:`demanded`,HYPOTHETICAL:`hypothetical`,PAST_BACKGROUND:`as background`,PLANNED:`planned`,POSSIBLE:`possible`},ca={NEGATIVE:`said not to be so`,POSITIVE:`affirmative`},la={ADJOURNED:`adjourned`,AGREEMENT:`agreement`,COLLAPSED:`collapsed`,NO_RESULT:`no result`,PARTIAL_AGREEMENT:`partial agreement`,PROGRESS:`progress`,UNKNOWN:`outcome not known`},ua={CALLED_FOR:`called for`,CANCELLED:`cancelled`,HELD:`held`,PLANNED:`planned`,POSTPONED:`postponed`,UNDER_WAY:`under way`},da={AGREE:`The parties describe the outcome alike.`,DIFFER:`The parties describe the outcome differently.`,NONE:`No party’s account is known.`,ONE_SIDED:`Only one party’s account is known.`,UNCLEAR:`The accounts do not say enough to compare them.`},fa={ACCEPTED:`accepted`,ACTIVE:`active`,DECLINED:`declined`,ENDED:`ended`,IGNORED:`ignored`,OFFERED:`offered`,SUSPENDED:`suspended`},pa={CONFIRMED:`found by a coder, confirmed by a person`,CURATED:`taken from the article by a person`,REJECTED:`found by a coder, rejected by a person`,UNREVIEWED:`found by a coder, not reviewed`},ma={LARGE_INCREASE:{arrow:`↑`,words:`large increase`},MODERATE_INCREASE:{arrow:`↗`,words:`moderate increase`},LIMITED_CHANGE:{arrow:`→`,words:`limited change`},LARGE_DECREASE:{arrow:`↓`,words:`large decrease`}},ha={DAY:`days`,WEEK:`weeks`,MONTH:`months`,QUARTER:`quarters`,YEAR:`years`},ga={MediationOffer:`offer of mediation`,OfferStatus:`step of an offer`,UnnamedSource:`unnamed source`,Talks:`talks`};function _a(e){return ga[e]??e.toLowerCase()}function va(e){return e.toLowerCase().replaceAll(`_`,` `)}function ya(e,t){return new Intl.NumberFormat(t).format(e)}function ba(e,t){let n=Math.round(e*100)/100||0;return new Intl.NumberFormat(t,{minimumFractionDigits:2,maximumFractionDigits:2}).format(n)}function xa(e,t){return new Intl.NumberFormat(t,{style:`percent`,signDisplay:`exceptZero`,maximumFractionDigits:0}).format(e/100)}function Sa(e,t){return new Intl.ListFormat(t,{type:`unit`}).format(e)}var Ca=/^(-?\d{4,})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?([~?%]?)$/;function wa(e){let t=Ca.exec(e);if(t)return{year:Number(t[1]),month:t[2]===void 0?void 0:Number(t[2]),day:t[3]===void 0?void 0:Number(t[3]),time:t[4],doubt:t[5]??``}}function Ta(e){let t=new Date(0);return t.setUTCFullYear(e.year,(e.month??1)-1,e.day??1),e.time&&t.setUTCHours(Number(e.time.slice(0,2)),Number(e.time.slice(3))),t}function Ea(e){return{timeZone:`UTC`,year:`numeric`,...e.month&&{month:e.day?`short`:`long`},...e.day&&{day:`numeric`},...e.time&&{hour:`2-digit`,minute:`2-digit`,timeZoneName:`short`}}}var Da={"":``,"~":`about `,"?":`perhaps `,"%":`perhaps about `};function Oa(e,t){let n=wa(e);return n&&(Da[n.doubt]??``)+new Intl.DateTimeFormat(t,Ea(n)).format(Ta(n))}function Z(e,t){if(!e)return``;let[n=``,r]=e.split(`/`);if(r===void 0)return Oa(n,t)??e;if(n===`..`||n===``)return`until ${Oa(r,t)??r}`;if(r===`..`||r===``)return`since ${Oa(n,t)??n}`;let i=wa(n),a=wa(r);return i&&a&&!i.doubt&&!a.doubt&&!i.month==!a.month&&!i.day==!a.day&&Ta(i)<=Ta(a)?new Intl.DateTimeFormat(t,Ea(i)).formatRange(Ta(i),Ta(a)):`${Oa(n,t)??n} – ${Oa(r,t)??r}`}function ka(e){if(!e)return`not known`;if(e.includes(`/`))return`a span of time`;let t=wa(e);if(!t)return`as given`;let n=t.time?`to the minute`:t.day?`to the day`:t.month?`to the month`:`to the year`;return t.doubt?`${n}, ${Da[t.doubt]?.trim()??``}`:n}function Aa(e){let t=wa(e?.split(`/`).pop()??``);if(!t)return;let n=Ta(t);return t.month?t.day||n.setUTCMonth(t.month,0):n.setUTCMonth(12,0),Pa(n)}function ja(e,t){let n=wa(e);if(!n)return e;let r=Ta(n);return r.setUTCDate(r.getUTCDate()+t),Pa(r)}function Ma(e){if(!e)return;let[t=``,n=t]=e.split(`/`),r=wa(t),i=wa(n);return r?.month&&i?.month===r.month&&i.year===r.year?Pa(Ta(r)).slice(0,-3):void 0}function Na(e){let t=wa(e);return t?Ta(t).getTime()/1e3:NaN}function Pa(e){let t=e.getUTCFullYear(),n=String(Math.abs(t)).padStart(4,`0`),r=e=>String(e).padStart(2,`0`);return`${t<0?`-`:``}${n}-${r(e.getUTCMonth()+1)}-${r(e.getUTCDate())}`}function Fa({words:e,start:t,end:n,article:r}){return[r.outlet?.name,r.title&&`“${r.title}”`,Z(r.published)||`no date`,r.url,`“${e}” (bytes ${String(t)}–${String(n)})`].filter(e=>e).join(`. `)+`.`}function Ia({words:e,start:t,end:n,article:r}){let[,i,a]=/^(-?\d{4,})(?:-(\d\d))?/.exec(r.published??``)??[],o=[[`title`,Ra(r.title??`Untitled article`)],[`author`,r.outlet?`{${Ra(r.outlet.name)}}`:void 0],[`year`,i],[`month`,a&&String(Number(a))],[`url`,r.url?.replace(/[{}\s\\]/g,encodeURIComponent)],[`note`,Ra(`“${e}”, bytes ${String(t)}–${String(n)}`)]];return`@misc{${r.key.replace(/^https?:\/\//,``).replace(/[^A-Za-z0-9]+/g,`-`).replace(/^-|-$/g,``)||`article`}-${String(t)},\n${o.flatMap(([e,t])=>t?[`  ${e} = {${t}}`]:[]).join(`,
`)}\n}`}var La={"\\":`\\textbackslash{}`,"~":`\\textasciitilde{}`,"^":`\\textasciicircum{}`};function Ra(e){return e.replace(/[\\~^]|[{}$&#%_]/g,e=>La[e]??`\\${e}`)}var za=160;function Ba(e,t,n,r,i){let a=new TextEncoder().encode(e),o=(e,t)=>new TextDecoder().decode(a.subarray(e,t));if(o(t,n)===r){let n=o(0,t).length,a=n+r.length,s=e.lastIndexOf(i,n);if(s>=0&&s+i.length>=a){let t=s+i.length;return{lead:Va(e.slice(0,s)),before:e.slice(s,n),words:r,after:e.slice(a,t),trail:Ha(e.slice(t))}}}let s=i.indexOf(r);return s<0?{lead:``,before:``,words:i,after:``,trail:``}:{lead:``,before:i.slice(0,s),words:r,after:i.slice(s+r.length),trail:``}}function Va(e){return e.length<=za?e:`… `+e.slice(-160).replace(/^\S*\s+/,``)}function Ha(e){return e.length<=za?e:e.slice(0,za).replace(/\s+\S*$/,``)+` …`}function Q(e){return`${e.__typename}:${e.key}`}function Ua(e){return Sa(e.nodes.map(e=>e.name))}function Wa(e){return e.spokenAt?Z(e.spokenAt):e.spokenAtWords?`“${e.spokenAtWords}”`:``}function Ga(e){return!e.startedOn||!e.endedOn||e.startedOn===e.endedOn?Z(e.startedOn??e.endedOn):e.startedOn.includes(`/`)||e.endedOn.includes(`/`)?`${Z(e.startedOn)} – ${Z(e.endedOn)}`:Z(`${e.startedOn}/${e.endedOn}`)}function Ka(e){return e.status===`HELD`?la[e.outcome]:ua[e.status]}function qa(e,t){return{caption:e,columns:[`Statement`,`Speakers`,`For`,`Act`,`To`,`Said`,`Reported`].map(e=>({name:e})),rows:t.map(e=>({fact:Q(e),cells:[e.quote?`“${e.quote}”`:e.text,Ua(e.speakers),Ua(e.onBehalfOf),oa[e.act],Ua(e.addressees),Wa(e),Z(e.reportedAt)]}))}}function Ja(e,t){return{caption:e,columns:[`Talks`,`Parties`,`Mediators`,`Place`,`Outcome`,`Held`,`Reported`].map(e=>({name:e})),rows:t.map(e=>({fact:Q(e),cells:[e.name,Ua(e.parties),Ua(e.mediators),e.place?.name??``,Ka(e),Ga(e),Z(e.reportedAt)]}))}}function Ya(e,t){return{caption:e,columns:[`Offer`,`By`,`To`,`Condition`,`Status`,`Reported`].map(e=>({name:e})),rows:t.map(e=>({fact:Q(e),cells:[e.name,Ua(e.by),Ua(e.offeredTo),e.condition??``,e.offerStatus?fa[e.offerStatus]:``,Z(e.reportedAt)]}))}}var Xa=new Set([`Account`,`Event`,`Governance`,`MediationOffer`,`OfferStatus`,`Position`,`Process`,`Recognition`,`Statement`,`Talks`]);function Za(e){return Xa.has(e)}function Qa(e){return $a(e).filter(e=>e.text||(e.nodes?.length??0)>0)}function $a(e){switch(e.__typename){case`Statement`:return[{name:`Says`,text:e.text},{name:`In its words`,text:e.quote?`“${e.quote}”`:``},{name:`Speakers`,nodes:e.speakers.nodes},{name:`In the name of`,nodes:e.onBehalfOf.nodes},{name:`To`,nodes:e.addressees.nodes},{name:`About`,nodes:e.about.nodes},{name:`Act`,text:`${oa[e.act]}; ${sa[e.modality]}, ${ca[e.polarity]}`},{name:`CAMEO code`,text:e.cameo??``},{name:`Said`,text:Wa(e)||`at no date that is known`},{name:`In the source`,text:e.spokenAt&&e.spokenAtWords?`“${e.spokenAtWords}”`:``},{name:`Date’s basis`,text:e.spokenAtBasis??``},{name:`Channel`,text:e.channel??``},{name:`Answers`,nodes:e.respondsTo.nodes},{name:`Answered by`,nodes:e.responses.nodes}];case`Talks`:return[{name:`Parties`,nodes:e.parties.nodes},{name:`Mediators`,nodes:e.mediators.nodes},{name:`Hosts`,nodes:e.hosts.nodes},{name:`Place`,text:e.place?.name??``},{name:`Outcome`,text:Ka(e)},{name:`Accounts`,text:da[e.agreementOfAccounts]},{name:`Held`,text:Ga(e)||`at no date that is known`},{name:`Dates’ basis`,text:e.datesBasis??``},{name:`Process`,nodes:e.process?[{__typename:`Process`,...e.process}]:[]}];case`MediationOffer`:return[{name:`By`,nodes:e.by.nodes},{name:`To`,nodes:e.offeredTo.nodes},{name:`For`,nodes:e.for?[{__typename:`Process`,...e.for}]:[]},{name:`Condition`,text:e.condition?`“${e.condition}”`:`none that the source names`},{name:`Status`,text:e.offerStatus?fa[e.offerStatus]:`not known`},{name:`Steps`,text:e.history.nodes.map(e=>`${fa[e.state]} ${eo(e)}`.trim()).join(`; `)}];case`OfferStatus`:return[{name:`Offer`,nodes:[e.of]},{name:`State`,text:fa[e.state]},{name:`When`,text:eo(e)||`not known`},{name:`Date’s basis`,text:e.atBasis??``}];case`Account`:return[{name:`Party`,nodes:[e.party]},{name:`Of`,nodes:[e.of]},{name:`In its words`,text:`“${e.words}”`},{name:`Outcome`,text:e.accountOutcome?la[e.accountOutcome]:`not said`},{name:`Statement`,nodes:[e.statement]}];case`Position`:return[{name:`Office`,text:e.title},{name:`Holder`,nodes:[e.holder]},{name:`Of`,nodes:[e.of]},{name:`Time`,text:to(e)}];case`Recognition`:return[{name:`By`,nodes:[e.by]},{name:`Of`,nodes:[e.of]},{name:`Kind`,text:va(e.recognitionKind)},{name:`Alone`,text:e.exclusive?`yes: nobody else does, the source says`:``},{name:`Time`,text:to(e)}];case`Governance`:return[{name:`By`,nodes:[e.by]},{name:`Of`,nodes:[e.of]},{name:`Kind`,text:va(e.governanceKind)},{name:`Time`,text:to(e)}];case`Event`:return[{name:`Sources`,nodes:e.sources.nodes},{name:`Targets`,nodes:e.targets.nodes},{name:`CAMEO code`,text:e.eventCameo},{name:`Goldstein`,text:e.goldstein===null?``:ba(e.goldstein)},{name:`Modality`,text:`${sa[e.modality]}, ${ca[e.polarity]}`},{name:`Happened`,text:Z(e.occurredOn)||(e.occurredOnWords?`“${e.occurredOnWords}”`:`at no date that is known`)},{name:`Date’s basis`,text:e.occurredOnBasis??``}];case`Process`:return[{name:`Kind`,text:va(e.processKind)},{name:`Parties`,nodes:e.parties.nodes}];default:return[]}}function eo(e){return e.at?Z(e.at):e.atWords?`“${e.atWords}”`:``}function to({from:e,to:t}){return e&&t?`${Z(e)} to ${Z(t)}`:e?`since ${Z(e)}`:t?`until ${Z(t)}`:`not said`}function no(e){return e.name??e.title??`${_a(e.__typename)} ${e.key}`}function ro(e){switch(e.__typename){case`Position`:return`${e.holder.name}, ${e.title}`;case`Account`:return`${e.party.name} on ${e.of.name}`;case`OfferStatus`:return`${e.of.name}: ${fa[e.state]}`;case`Recognition`:return`${e.by.name} recognises ${e.of.name}`;case`Governance`:return`${e.by.name} governs ${e.of.name}`;default:return no(e)}}var io=W(`<!><a> </a>`,1),ao=W(`<div><dt> </dt> <dd><!> <!></dd></div>`),oo=W(`<div><dt>Review</dt> <dd> </dd></div> <div><dt>First reported</dt> <dd> </dd></div>`,1),so=W(`, <a> </a>`,1),co=W(`<div><dt>Date’s basis</dt> <dd> </dd></div>`),lo=W(`<div><dt>Confidence</dt> <dd> </dd></div>`),uo=W(`<div><dt>Source</dt> <dd class="url svelte-1s0dfg1"> </dd></div>`),fo=W(`<button type="button"> </button>`),po=W(`<div class="proof svelte-1s0dfg1"><blockquote class="svelte-1s0dfg1"><span class="around svelte-1s0dfg1"> </span> <mark> </mark> <span class="around svelte-1s0dfg1"> </span></blockquote> <div class="source svelte-1s0dfg1"><a> </a><!></div> <dl class="facets"><div><dt>Published</dt> <dd> <!></dd></div> <!> <div><dt>Found by</dt> <dd> <!><!></dd></div> <!> <div><dt>Place</dt> <dd> </dd></div> <!></dl> <p class="copy svelte-1s0dfg1"></p></div>`),mo=W(`<p class="quiet"> </p>`),ho=W(`<textarea readonly="" rows="6" aria-label="To copy" class="svelte-1s0dfg1"></textarea>`),go=W(`<h2 class="small"> </h2> <!> <!> <p role="status" class="told svelte-1s0dfg1"> </p> <!>`,1),_o=W(`<dl class="facets"><!> <!></dl> <!>`,1);function vo(e,t){Re(t,!0);let n=P(()=>t.query.data?.node),r=P(()=>U(n)&&`evidence`in U(n)?U(n).evidence:void 0),i=It(``),a=It(``);async function o(e,t){Rt(a,``);try{await navigator.clipboard.writeText(e),Rt(i,`${t} copied.`)}catch{Rt(i,`The browser does not let the page copy; here it is to copy by hand.`),Rt(a,e,!0)}}let s=[[`Citation`,Fa],[`BibTeX`,Ia]];var c=Dr(),l=L(c),u=e=>{var t=_o(),c=L(t),l=I(c);J(l,17,()=>Qa(U(n)),e=>e.name,(e,t)=>{var n=ao(),r=I(n),i=R(r,!0),a=z(r,2),o=I(a),s=e=>{var n=Er();B(()=>K(n,U(t).text)),G(e,n)};q(o,e=>{U(t).text&&e(s)}),J(z(o,2),19,()=>U(t).nodes??[],e=>Q(e),(e,t,n)=>{var r=io(),i=L(r),a=e=>{G(e,Er(`;`))};q(i,e=>{U(n)>0&&e(a)});var o=z(i),s=R(o,!0);B(e=>{Y(o,`href`,e),K(s,U(t).name)},[()=>Za(U(t).__typename)?X.with({sel:Q(U(t))}):X.to(`node`,{of:Q(U(t))})]),G(e,r)}),j(a),j(n),B(()=>K(i,U(t).name)),G(e,n)});var u=z(l,2),d=e=>{var t=oo(),r=L(t),i=R(z(I(r),2),!0);j(r);var a=z(r,2),o=R(z(I(a),2),!0);j(a),B(e=>{K(i,pa[U(n).review]),K(o,e)},[()=>Z(U(n).reportedAt)||`not known`]),G(e,t)};q(u,e=>{`review`in U(n)&&e(d)}),j(c);var f=z(c,2),p=e=>{var t=go(),n=L(t),c=R(n,!0),l=z(n,2);J(l,17,()=>U(r).nodes,e=>e.key,(e,t)=>{let n=P(()=>Ba(U(t).article.text,U(t).start,U(t).end,U(t).words,U(t).sentence));var r=po(),i=I(r),a=I(i),c=R(a,!0),l=z(a,1,!0),u=z(l),d=R(u,!0),f=z(u,1,!0),p=R(z(f),!0);j(i);var h=z(i,2),g=I(h),_=R(g,!0),v=z(g),y=e=>{var n=so(),r=z(L(n)),i=R(r,!0);B(e=>{Y(r,`href`,e),K(i,U(t).article.outlet.name)},[()=>X.to(`node`,{of:Q(U(t).article.outlet)})]),G(e,n)};q(v,e=>{U(t).article.outlet&&e(y)}),j(h);var b=z(h,2),x=I(b),S=z(I(x),2),C=I(S,!0),w=z(C),ee=e=>{var n=Er();B(e=>K(n,`, ${e??``}`),[()=>ka(U(t).article.published)]),G(e,n)};q(w,e=>{U(t).article.published&&e(ee)}),j(S),j(x);var T=z(x,2),E=e=>{var n=co(),r=R(z(I(n),2),!0);j(n),B(()=>K(r,U(t).article.publishedBasis)),G(e,n)};q(T,e=>{U(t).article.publishedBasis&&e(E)});var te=z(T,2),ne=z(I(te),2),re=I(ne,!0),ie=z(re),ae=e=>{var n=Er();B(()=>K(n,U(t).coderVersion)),G(e,n)};q(ie,e=>{U(t).coderVersion&&e(ae)});var oe=z(ie),se=e=>{var n=Er();B(()=>K(n,`, rule ${U(t).rule??``}`)),G(e,n)};q(oe,e=>{U(t).rule&&e(se)}),j(ne),j(te);var ce=z(te,2),le=e=>{var n=lo(),r=R(z(I(n),2),!0);j(n),B(e=>K(r,e),[()=>ba(U(t).confidence)]),G(e,n)};q(ce,e=>{U(t).confidence!==null&&e(le)});var ue=z(ce,2),de=R(z(I(ue),2));j(ue);var D=z(ue,2),fe=e=>{var n=uo(),r=R(z(I(n),2),!0);j(n),B(()=>K(r,U(t).article.url)),G(e,n)};q(D,e=>{U(t).article.url&&e(fe)}),j(b);var O=z(b,2);J(O,21,()=>s,([e,t])=>e,(e,n)=>{var r=P(()=>m(U(n),2));let i=()=>U(r)[0],a=()=>U(r)[1];var s=fo(),c=R(s);B(()=>K(c,`Copy ${(i()===`BibTeX`?i():`citation`)??``}`)),hr(`click`,s,()=>o(a()(U(t)),i())),G(e,s)}),j(O),j(r),B((e,r,i,a,o)=>{K(c,U(n).lead),K(l,U(n).before),K(d,U(n).words),K(f,U(n).after),K(p,U(n).trail),Y(g,`href`,e),K(_,U(t).article.title??`Article without a title`),K(C,r),K(re,U(t).coder),K(de,`sentence ${i??``}, bytes ${a??``}–${o??``}`)},[()=>X.to(`node`,{of:`Article:${U(t).article.key}`}),()=>Z(U(t).article.published)||`not known`,()=>ya(U(t).sentenceNumber),()=>ya(U(t).start),()=>ya(U(t).end)]),G(e,r)});var u=z(l,2),d=e=>{var t=mo(),n=R(t);B((e,t)=>K(n,`The first ${e??``} of ${t??``}.`),[()=>ya(U(r).nodes.length),()=>ya(U(r).totalCount)]),G(e,t)};q(u,e=>{U(r).totalCount>U(r).nodes.length&&e(d)});var f=z(u,2),p=R(f,!0),h=z(f,2),g=e=>{var t=ho();Ze(t),Xe(t,!0),B(()=>di(t,U(a))),mr(`focus`,t,e=>e.currentTarget.select()),G(e,t)};q(h,e=>{U(a)&&e(g)}),B(e=>{K(c,e),K(p,U(i))},[()=>U(r).totalCount===1?`One passage says so`:`${ya(U(r).totalCount)} passages say so`]),G(e,t)};q(f,e=>{U(r)&&e(p)}),G(e,t)};q(l,e=>{U(n)&&e(u)}),G(e,c),ze()}gr([`click`]);var yo=W(`<div class="failed" role="alert"><h2> </h2> <p> </p> <p> </p> <p><button type="button">Try again</button></p></div>`);function bo(e,t){Re(t,!0);let n={gone:`The server is not there`,busy:`The server is busy, or its store is away`,refused:`This asks for more than the server allows`,wrong:`The server cannot answer this`},r={gone:`See whether it runs, as with “parley serve”, and try again. The address keeps what you looked at.`,busy:`Try again in a moment. The address keeps what you looked at.`,refused:`Ask for less: fewer rows, or a shorter time.`,wrong:`Go back, or change what the message names.`};var i=yo(),a=I(i),o=R(a,!0),s=z(a,2),c=R(s,!0),l=z(s,2),u=R(l,!0),d=R(z(l,2));j(i),B(()=>{Y(i,`data-failure`,t.failure.kind),K(o,n[t.failure.kind]),K(c,t.failure.message),K(u,r[t.failure.kind])}),hr(`click`,d,function(...e){t.again?.apply(this,e)}),G(e,i),ze()}gr([`click`]);var xo=W(`<a target="_blank" rel="noopener" class="svelte-tf8cbu">As GraphQL</a>`),So=W(`<a class="svelte-tf8cbu">Page</a>`),Co=W(`<h2>Nothing here has this id</h2> <p>The address names <code> </code>, which this Parley does not have. It may be in another one, or not loaded yet.</p>`,1),wo=W(`<h2><a> </a></h2> <p>This is no fact that rests on words of an article: see its page.</p>`,1),To=W(`<h2> </h2> <!>`,1),Eo=W(`<p role="status" class="loading">Loading…</p>`),Do=W(`<aside class="panel svelte-tf8cbu" aria-label="Evidence"><p class="bar svelte-tf8cbu"><span class="quiet svelte-tf8cbu"> </span> <!> <!> <a class="close svelte-tf8cbu">Close</a></p> <!></aside>`);function Oo(e,t){Re(t,!0);let n=new Ki(`Evidence`,Ji,()=>({id:t.fact,first:20})),r=P(()=>n.data?.node),i,a;hn(()=>(a=t.fact,i.focus({preventScroll:!0}),()=>{let e=a;ir().then(()=>{document.activeElement===document.body&&e&&document.querySelector(`[data-fact="${CSS.escape(e)}"]`)?.focus()})}));var o=Do(),s=I(o),c=I(s),l=R(c,!0),u=z(c,2),d=e=>{var t=xo();B(()=>Y(t,`href`,n.link)),G(e,t)};q(u,e=>{n.link&&e(d)});var f=z(u,2),p=e=>{var n=So();B(e=>Y(n,`href`,e),[()=>X.to(`node`,{of:t.fact})]),G(e,n)};q(f,e=>{U(r)&&e(p)});var m=z(f,2);_i(m,e=>i=e,()=>i),j(s);var h=z(s,2),g=e=>{bo(e,{get failure(){return n.failure},again:()=>{n.again()}})},_=e=>{var n=Co(),r=z(L(n),2),i=R(z(I(r)),!0);xe(),j(r),B(()=>K(i,t.fact)),G(e,n)},v=e=>{var n=wo(),i=L(n),a=I(i),o=R(a,!0);j(i),xe(2),B((e,t)=>{Y(a,`href`,e),K(o,t)},[()=>X.to(`node`,{of:t.fact}),()=>ro(U(r))]),G(e,n)},y=P(()=>U(r)&&!Za(U(r).__typename)),b=e=>{var t=To(),i=L(t),a=R(i,!0);vo(z(i,2),{get query(){return n}}),B(e=>K(a,e),[()=>ro(U(r))]),G(e,t)},x=e=>{G(e,Eo())};q(h,e=>{n.failure?e(g):n.data&&!U(r)?e(_,1):U(y)?e(v,2):U(r)?e(b,3):e(x,-1)}),j(o),B((e,t)=>{K(l,e),Y(m,`href`,t)},[()=>U(r)?_a(U(r).__typename):`Evidence`,()=>X.with({sel:``})]),G(e,o),ze()}var ko=W(`<a><!></a>`);function Ao(e,t){Re(t,!0);let n=P(()=>X.common.sel===t.fact);var r=ko();let i;Yr(I(r),()=>t.children),j(r),B(e=>{i=$r(r,1,`open svelte-7r6n1o`,null,i,{selected:U(n)}),Y(r,`href`,e),Y(r,`aria-current`,U(n)?`true`:void 0),Y(r,`data-fact`,t.fact)},[()=>X.with({sel:t.fact})]),G(e,r),ze()}var jo=W(`<th scope="col"> </th>`),Mo=W(`<a> </a>`),No=W(`<th scope="row" class="svelte-1u19xuq"><!></th>`),Po=W(`<td> </td>`),Fo=W(`<tr class="svelte-1u19xuq"></tr>`),Io=W(`<tr><td class="quiet svelte-1u19xuq">None.</td></tr>`),Lo=W(`<div class="scroll svelte-1u19xuq" role="region" tabindex="0"><table class="svelte-1u19xuq"><caption class="svelte-1u19xuq"> <span class="quiet"> </span></caption><thead class="svelte-1u19xuq"><tr></tr></thead><tbody class="svelte-1u19xuq"></tbody></table></div>`);function Ro(e,t){Re(t,!0);var n=Dr();J(L(n),17,()=>t.tables,e=>e.caption,(e,t)=>{var n=Lo(),r=I(n),i=I(r),a=I(i),o=R(z(a));j(i);var s=z(i),c=I(s);J(c,21,()=>U(t).columns,e=>e.name,(e,t)=>{var n=jo();let r;var i=R(n,!0);B(()=>{r=$r(n,1,`svelte-1u19xuq`,null,r,{number:U(t).number}),K(i,U(t).name)}),G(e,n)}),j(c),j(s);var l=z(s);J(l,21,()=>U(t).rows,Br,(e,n)=>{var r=Fo();J(r,21,()=>U(n).cells,Br,(e,r,i)=>{var a=Dr(),o=L(a),s=e=>{var t=No(),i=I(t),a=e=>{Ao(e,{get fact(){return U(n).fact},children:(e,t)=>{xe();var n=Er();B(()=>K(n,U(r))),G(e,n)},$$slots:{default:!0}})},o=e=>{var t=Mo(),i=R(t,!0);B(()=>{Y(t,`href`,U(n).href),K(i,U(r))}),G(e,t)},s=e=>{var t=Er();B(()=>K(t,U(r))),G(e,t)};q(i,e=>{U(n).fact?e(a):U(n).href?e(o,1):e(s,-1)}),j(t),G(e,t)},c=e=>{var n=Po();let a;var o=R(n,!0);B(()=>{a=$r(n,1,`svelte-1u19xuq`,null,a,{number:U(t).columns[i]?.number}),K(o,U(r))}),G(e,n)};q(o,e=>{i===0?e(s):e(c,-1)}),G(e,a)}),j(r),B(()=>Y(r,`aria-current`,U(n).selected||U(n).fact&&U(n).fact===X.common.sel?`true`:void 0)),G(e,r)},e=>{var n=Io(),r=R(n);B(()=>Y(r,`colspan`,U(t).columns.length)),G(e,n)}),j(l),j(r),j(n),B(()=>{Y(n,`aria-label`,U(t).caption),K(a,`${U(t).caption??``} `),K(o,`(${U(t).rows.length??``})`)}),G(e,n)}),G(e,n),ze()}var zo=W(`<p class="quiet svelte-1ozty93"> </p>`),Bo=W(`<a target="_blank" rel="noopener" class="svelte-1ozty93"> </a>`),Vo=W(`<div class="controls svelte-1ozty93"><!></div>`),Ho=W(`<p class="loading" role="status">Loading…</p>`),Uo=W(`<div><!></div>`),Wo=W(`<header class="frame svelte-1ozty93"><div class="titles svelte-1ozty93"><h1 tabindex="-1" class="svelte-1ozty93"> </h1> <!></div> <p class="tools svelte-1ozty93"><a data-twin="" class="svelte-1ozty93"> </a> <!></p> <!></header> <!>`,1);function Go(e,t){Re(t,!0);let n=P(()=>t.queries.find(e=>e.failure)?.failure),r=P(()=>t.queries.some(e=>e.asking)),i=P(()=>t.queries.every(e=>e.ready||!e.asking&&!e.failure)),a=P(()=>X.common.as===`table`),o=P(()=>t.queries.filter(e=>e.link!==void 0)),s;hn(()=>{document.title=`${t.title} – Parley`,(document.activeElement===document.body||document.activeElement?.closest(`nav`))&&sr(()=>s.focus({preventScroll:!0}))});var c=Wo(),l=L(c),u=I(l),d=I(u),f=R(d,!0);_i(d,e=>s=e,()=>s);var p=z(d,2),m=e=>{var n=zo(),r=R(n,!0);B(()=>K(r,t.lead)),G(e,n)};q(p,e=>{t.lead&&e(m)}),j(u);var h=z(u,2),g=I(h),_=R(g,!0);J(z(g,2),17,()=>U(o),e=>e.name,(e,t)=>{var n=Bo(),r=R(n,!0);B(()=>{Y(n,`href`,U(t).link),K(r,U(o).length>1?`${U(t).name} as GraphQL`:`As GraphQL`)}),G(e,n)}),j(h);var v=z(h,2),y=e=>{var n=Vo();Yr(I(n),()=>t.controls),j(n),G(e,n)};q(v,e=>{t.controls&&e(y)}),j(l);var b=z(l,2),x=e=>{bo(e,{get failure(){return U(n)},again:()=>{for(let e of t.queries)e.failure&&e.again()}})},S=e=>{G(e,Ho())},C=e=>{var n=Uo();let i;var o=I(n),s=e=>{Ro(e,{get tables(){return t.tables}})},c=e=>{var n=Dr();Yr(L(n),()=>t.children),G(e,n)};q(o,e=>{U(a)?e(s):e(c,-1)}),j(n),B(()=>{i=$r(n,1,`body svelte-1ozty93`,null,i,{asking:U(r)}),Y(n,`aria-busy`,U(r)),Y(n,`data-ready`,!U(r))}),G(e,n)};q(b,e=>{U(n)?e(x):U(i)?e(C,-1):e(S,1)}),B(e=>{K(f,t.title),Y(g,`href`,e),K(_,U(a)?`As a figure`:`As a table`)},[()=>X.with({as:U(a)?`figure`:`table`})]),G(e,c),ze()}var Ko=W(`<!><a class="who"> </a>`,1),qo=W(`<span class="quiet"> </span>`),Jo=W(`<!> <!>`,1);function Yo(e,t){Re(t,!0);let n=bi(t,`most`,3,4);var r=Jo(),i=L(r);J(i,19,()=>t.nodes.slice(0,n()),e=>Q(e),(e,t,n)=>{var r=Ko(),i=L(r),a=e=>{var t=Er();t.nodeValue=`, `,G(e,t)};q(i,e=>{U(n)>0&&e(a)});var o=z(i),s=R(o,!0);B(e=>{Y(o,`href`,e),K(s,U(t).name)},[()=>X.to(`node`,{of:Q(U(t))})]),G(e,r)});var a=z(i,2),o=e=>{var r=qo(),i=R(r,!0);B(e=>K(i,e),[()=>` and ${String(t.nodes.length-n())} more`]),G(e,r)};q(a,e=>{t.nodes.length>n()&&e(o)}),G(e,r),ze()}var Xo=W(` <span class="state"> </span>`,1),Zo=W(`<p class="line quiet">On the condition: <q> </q></p>`),Qo=W(`<article class="item"><p class="line"><span class="when"> </span> <!><span class="quiet"></span><!> <!></p> <p class="title"><!></p> <!></article>`);function $o(e,t){Re(t,!0);var n=Qo(),r=I(n),i=I(r),a=R(i),o=z(i,2);Yo(o,{get nodes(){return t.offer.by.nodes}});var s=z(o);s.textContent=` to `;var c=z(s);Yo(c,{get nodes(){return t.offer.offeredTo.nodes}});var l=z(c,2),u=e=>{var n=Xo(),r=L(n,!0);r.nodeValue=` `;var i=R(z(r),!0);B(()=>K(i,fa[t.offer.offerStatus])),G(e,n)};q(l,e=>{t.offer.offerStatus&&e(u)}),j(r);var d=z(r,2),f=I(d);{let e=P(()=>Q(t.offer));Ao(f,{get fact(){return U(e)},children:(e,n)=>{xe();var r=Er();B(()=>K(r,t.offer.name)),G(e,r)},$$slots:{default:!0}})}j(d);var p=z(d,2),m=e=>{var n=Zo(),r=R(z(I(n)),!0);j(n),B(()=>K(r,t.offer.condition)),G(e,n)};q(p,e=>{t.offer.condition&&e(m)}),j(n),B(e=>K(a,`reported ${e??``}`),[()=>Z(t.offer.reportedAt)||`at no known date`]),G(e,n),ze()}var es=W(` <!>.`,1),ts=W(` <a>All rounds</a>`,1),ns=W(`<article class="item"><p class="line"><span class="when"> </span> <!> <span class="state"> </span></p> <p class="title"><!></p> <p class="line quiet"><!> <!> <!></p></article>`);function rs(e,t){Re(t,!0);let n=P(()=>Ga(t.round));var r=ns(),i=I(r),a=I(i),o=R(a,!0),s=z(a,2);Yo(s,{get nodes(){return t.round.parties.nodes}});var c=z(s);c.nodeValue=`  `;var l=R(z(c),!0);j(i);var u=z(i,2),d=I(u);{let e=P(()=>Q(t.round));Ao(d,{get fact(){return U(e)},children:(e,n)=>{xe();var r=Er();B(()=>K(r,t.round.name)),G(e,r)},$$slots:{default:!0}})}j(u);var f=z(u,2),p=I(f),m=e=>{var n=Er();B(()=>K(n,`${t.round.place.name??``}.`)),G(e,n)};q(p,e=>{t.round.place&&e(m)});var h=z(p,2),g=e=>{var n=es(),r=L(n,!0);r.nodeValue=` Mediated by `,Yo(z(r),{get nodes(){return t.round.mediators.nodes}}),xe(),G(e,n)};q(h,e=>{t.round.mediators.nodes.length>0&&e(g)});var _=z(h,2),v=e=>{var n=ts(),r=L(n,!0);r.nodeValue=` `;var i=z(r);B(e=>Y(i,`href`,e),[()=>X.to(`talks`,{process:`Process:${t.round.process.key}`})]),G(e,n)};q(_,e=>{t.round.process&&e(v)}),j(f),j(r),B(e=>{K(o,U(n)||`no date known`),K(l,e)},[()=>Ka(t.round)]),G(e,r),ze()}var is=W(`<span class="quiet"></span><!>`,1),as=W(`<span class="mark">that it is not so</span>`),os=W(`<article class="item"><p class="line"><span class="when"> </span> <!><!> <span class="act"> </span> <!> <!></p> <p class="words"><!></p></article>`);function ss(e,t){Re(t,!0);var n=os(),r=I(n),i=I(r),a=R(i,!0),o=z(i,2);Yo(o,{get nodes(){return t.said.speakers.nodes}});var s=z(o),c=e=>{var n=is(),r=L(n);r.textContent=` for `,Yo(z(r),{get nodes(){return t.said.onBehalfOf.nodes}}),G(e,n)};q(s,e=>{t.said.onBehalfOf.nodes.length>0&&e(c)});var l=z(s);l.nodeValue=`  `;var u=z(l),d=R(u,!0),f=z(u,2),p=e=>{G(e,as())};q(f,e=>{t.said.polarity===`NEGATIVE`&&e(p)});var m=z(f,2),h=e=>{var n=is(),r=L(n);r.textContent=` to `,Yo(z(r),{get nodes(){return t.said.addressees.nodes}}),G(e,n)};q(m,e=>{t.said.addressees.nodes.length>0&&e(h)}),j(r);var g=z(r,2),_=I(g);{let e=P(()=>Q(t.said));Ao(_,{get fact(){return U(e)},children:(e,n)=>{xe();var r=Er();B(()=>K(r,t.said.quote?`“${t.said.quote}”`:t.said.text)),G(e,r)},$$slots:{default:!0}})}j(g),j(n),B(e=>{K(a,e),K(d,oa[t.said.act])},[()=>Wa(t.said)||`reported ${Z(t.said.reportedAt)}`]),G(e,n),ze()}var cs=W(`<a>Timeline</a>`),ls=W(`<a>Tension with…</a>`),us=W(`<a>Rounds of talks</a>`),ds=W(`<!> <!> <!>`,1),fs=W(`<div class="empty"><h2>Nothing here has this id</h2> <p> <kbd>/</kbd>.</p></div>`),ps=W(`<div class="evidence svelte-bwscbg"><!></div>`),ms=W(`<section><h2> <span class="count"> </span></h2> <!></section>`),hs=W(`<article class="item"><p class="title"><!> <span class="quiet"> </span></p></article>`),gs=W(`<section aria-label="Offices"><h2>Offices <span class="count"> </span></h2> <!></section>`),_s=W(`<article class="item"><p class="words"><!></p> <p class="line quiet"> </p></article>`),vs=W(`<section aria-label="Facts that rest on it" class="wide"><h2>Facts that rest on it <span class="count"> </span></h2> <!></section>`),ys=W(`<div class="empty"><h2>Nothing is recorded around it yet</h2> <p>No statement, round of talks or offer names it.</p></div>`),bs=W(`<p><a>Show more of each</a></p>`),xs=W(`<!> <div class="columns"><!> <!> <!> <!> <!></div> <!> <!>`,1);function Ss(e,t){Re(t,!0);let n=P(()=>X.values(`node`)),r=new Ki(`Node`,Xi,()=>U(n).of?{id:U(n).of,first:U(n).rows}:void 0),i=P(()=>r.data?.node),a=new Ki(`Evidence`,Ji,()=>U(i)&&Za(U(i).__typename)?{id:U(n).of,first:20}:void 0),o=P(()=>a.data?.node?ro(a.data.node):U(i)?no(U(i)):U(n).of||`No node`),s=P(()=>{if(!U(i))return;let e=[_a(U(i).__typename)];return U(i).__typename===`Organization`&&(e[0]=va(U(i).organizationKind)),`aliases`in U(i)&&U(i).aliases.length>0&&e.push(`also ${Sa(U(i).aliases)}`),U(i).__typename===`State`&&U(i).capital&&e.push(`capital ${U(i).capital.name}`),U(i).__typename===`Place`&&U(i).country&&e.push(`in ${U(i).country.name}`),U(i).__typename===`Article`&&e.push(Sa([U(i).outlet?.name??``,Z(U(i).published)].filter(e=>e!==``))),e.filter(e=>e!==``).join(` · `)}),c=P(()=>U(i)?[...`statements`in U(i)?[{title:`Said`,page:U(i).statements},{title:`Said in its name`,page:U(i).statementsOnBehalf},{title:`Said to it`,page:U(i).statementsReceived}]:[],...`statementsAbout`in U(i)?[{title:`Said about it`,page:U(i).statementsAbout}]:[]].filter(({page:e})=>e.totalCount>0):[]),l=P(()=>U(i)&&`talks`in U(i)&&U(i).talks.totalCount>0?[{title:`Talks`,page:U(i).talks}]:[]),u=P(()=>!U(i)||!(`mediationOffers`in U(i))?[]:[{title:`Offered to mediate`,page:U(i).mediationOffers},{title:`Was offered mediation`,page:U(i).mediationOffersReceived}].filter(({page:e})=>e.totalCount>0)),d=P(()=>U(i)?U(i).__typename===`Official`?U(i).positions.nodes.map(e=>({fact:Q(e),cells:[e.title,e.of.name,Z(e.from),Z(e.to)]})):`offices`in U(i)?U(i).offices.nodes.map(e=>({fact:Q(e),cells:[e.title,e.holder.name,Z(e.from),Z(e.to)]})):[]:[]),f=P(()=>U(i)?.__typename===`Article`?U(i).evidence:void 0),p=P(()=>U(i)!==void 0&&U(i)!==null&&`statements`in U(i)),m=P(()=>U(p)||U(i)?.__typename===`Process`||U(i)?.__typename===`Issue`),h=P(()=>[...U(c).map(({title:e,page:t})=>qa(e,t.nodes)),...U(l).map(({title:e,page:t})=>Ja(e,t.nodes)),...U(u).map(({title:e,page:t})=>Ya(e,t.nodes)),...U(d).length>0?[{caption:`Offices`,columns:[`Office`,`Who`,`From`,`To`].map(e=>({name:e})),rows:U(d)}]:[],...U(f)?[{caption:`Facts that rest on it`,columns:[{name:`Words`},{name:`Fact`},{name:`Sentence`,number:!0}],rows:U(f).nodes.map(e=>({fact:Q(e.fact),cells:[e.words,`name`in e.fact?e.fact.name:_a(e.fact.__typename),ya(e.sentenceNumber)]}))}]:[]]),g=P(()=>Math.max(0,...[...U(c),...U(l),...U(u)].map(({page:e})=>e.totalCount),U(f)?.totalCount??0));{let t=e=>{var t=ds(),r=L(t),a=e=>{var t=cs();B(e=>Y(t,`href`,e),[()=>X.to(`timeline`,{of:[U(n).of]})]),G(e,t)};q(r,e=>{U(i)&&U(m)&&e(a)});var o=z(r,2),s=e=>{var t=ls();B(e=>Y(t,`href`,e),[()=>X.to(`tension`,{between:[U(n).of]})]),G(e,t)};q(o,e=>{U(i)&&U(p)&&e(s)});var c=z(o,2),l=e=>{var t=us();B(e=>Y(t,`href`,e),[()=>X.to(`talks`,{process:U(n).of})]),G(e,t)};q(c,e=>{U(i)?.__typename===`Process`&&e(l)}),G(e,t)},_=P(()=>[r,a]);Go(e,{get title(){return U(o)},get lead(){return U(s)},get queries(){return U(_)},get tables(){return U(h)},controls:t,children:(e,t)=>{var r=Dr(),o=L(r),s=e=>{var t=fs(),r=z(I(t),2),i=I(r);xe(2),j(r),j(t),B(()=>K(i,`${U(n).of?`The address names a node that this Parley does not have. It may be in another one, or not loaded yet.`:`The address names no node.`} Search for it with `)),G(e,t)},p=e=>{var t=xs(),r=L(t),i=e=>{var t=ps();vo(I(t),{get query(){return a}}),j(t),G(e,t)};q(r,e=>{a.data&&e(i)});var o=z(r,2),s=I(o);J(s,17,()=>U(c),({title:e,page:t})=>e,(e,t)=>{let n=()=>U(t).title,r=()=>U(t).page;var i=ms(),a=I(i),o=I(a),s=R(z(o),!0);j(a),J(z(a,2),17,()=>r().nodes,e=>e.key,(e,t)=>{ss(e,{get said(){return U(t)}})}),j(i),B(e=>{Y(i,`aria-label`,n()),K(o,`${n()??``} `),K(s,e)},[()=>ya(r().totalCount)]),G(e,i)});var p=z(s,2);J(p,17,()=>U(l),({title:e,page:t})=>e,(e,t)=>{let n=()=>U(t).title,r=()=>U(t).page;var i=ms(),a=I(i),o=I(a),s=R(z(o),!0);j(a),J(z(a,2),17,()=>r().nodes,e=>e.key,(e,t)=>{rs(e,{get round(){return U(t)}})}),j(i),B(e=>{Y(i,`aria-label`,n()),K(o,`${n()??``} `),K(s,e)},[()=>ya(r().totalCount)]),G(e,i)});var m=z(p,2);J(m,17,()=>U(u),({title:e,page:t})=>e,(e,t)=>{let n=()=>U(t).title,r=()=>U(t).page;var i=ms(),a=I(i),o=I(a),s=R(z(o),!0);j(a),J(z(a,2),17,()=>r().nodes,e=>e.key,(e,t)=>{$o(e,{get offer(){return U(t)}})}),j(i),B(e=>{Y(i,`aria-label`,n()),K(o,`${n()??``} `),K(s,e)},[()=>ya(r().totalCount)]),G(e,i)});var _=z(m,2),v=e=>{var t=gs(),n=I(t),r=R(z(I(n)),!0);j(n),J(z(n,2),17,()=>U(d),e=>e.fact,(e,t)=>{var n=hs(),r=I(n),i=I(r);Ao(i,{get fact(){return U(t).fact},children:(e,n)=>{xe();var r=Er();B(()=>K(r,U(t).cells[0])),G(e,r)},$$slots:{default:!0}});var a=R(z(i,2),!0);j(r),j(n),B(()=>K(a,U(t).cells[1])),G(e,n)}),j(t),B(e=>K(r,e),[()=>ya(U(d).length)]),G(e,t)};q(_,e=>{U(d).length>0&&e(v)});var y=z(_,2),b=e=>{var t=vs(),n=I(t),r=R(z(I(n)),!0);j(n),J(z(n,2),17,()=>U(f).nodes,e=>e.key,(e,t)=>{var n=_s(),r=I(n),i=I(r);{let e=P(()=>Q(U(t).fact));Ao(i,{get fact(){return U(e)},children:(e,n)=>{xe();var r=Er();B(()=>K(r,`“${U(t).words??``}”`)),G(e,r)},$$slots:{default:!0}})}j(r);var a=R(z(r,2));j(n),B((e,t)=>K(a,`${e??``}, sentence ${t??``}`),[()=>`name`in U(t).fact?U(t).fact.name:_a(U(t).fact.__typename),()=>ya(U(t).sentenceNumber)]),G(e,n)}),j(t),B(e=>K(r,e),[()=>ya(U(f).totalCount)]),G(e,t)};q(y,e=>{U(f)&&e(b)}),j(o);var x=z(o,2),S=e=>{G(e,ys())};q(x,e=>{U(h).length===0&&!a.data&&e(S)});var C=z(x,2),w=e=>{var t=bs(),r=R(t);B(e=>Y(r,`href`,e),[()=>X.with({rows:Math.min(200,U(n).rows+25)})]),G(e,t)};q(C,e=>{U(g)>U(n).rows&&e(w)}),G(e,t)};q(o,e=>{U(i)?e(p,-1):e(s)}),G(e,r)},$$slots:{controls:!0,default:!0}})}ze()}var Cs=W(`<option> </option>`),ws=W(`<label class="field"><span> </span> <select></select></label>`);function Ts(e,t){Re(t,!0);var n=ws(),r=I(n),i=R(r,!0),a=z(r,2);J(a,21,()=>t.options,([e,t])=>e,(e,t)=>{var n=P(()=>m(U(t),2));let r=()=>U(n)[0],i=()=>U(n)[1];var a=Cs(),o=R(a,!0),s={};B(()=>{K(o,i()),s!==(s=r())&&(a.value=(a.__value=s)??``)}),G(e,a)}),j(a);var o;ri(a),j(n),B(()=>{K(i,t.label),o!==(o=t.value)&&(a.value=(a.__value=o)??``,ni(a,o))}),hr(`change`,a,e=>t.choose(t.options[e.currentTarget.selectedIndex]?.[0]??t.value)),G(e,n),ze()}gr([`change`]);var Es=W(`<label class="field"><span> </span> <input type="text" inputmode="numeric" size="11" autocomplete="off" title="2025, 2025-11 or 2025-11-08"/></label>`);function Ds(e,t){Re(t,!0);var n=Es(),r=I(n),i=R(r,!0),a=z(r,2);ui(a),Y(a,`pattern`,`\\d{4}(-\\d\\d(-\\d\\d)?)?`),j(n),B(()=>{K(i,t.label),di(a,t.value),Y(a,`placeholder`,t.placeholder)}),hr(`change`,a,e=>{e.currentTarget.reportValidity()&&t.choose(e.currentTarget.value)}),G(e,n),ze()}gr([`change`]);var Os=[[`GOLDSTEIN`,`Goldstein`],[`PLOVER`,`PLOVER`]];function ks(e){let t=[7,14,30,60,90,180,365];return t.includes(e)||t.push(e),t.sort((e,t)=>e-t).map(e=>[e,`${String(e)} days`])}function As(e){return[Aa(e?.when.max),Aa(e?.reportedAt.max)].filter(e=>e!==void 0).sort().at(-1)}var js=Tr(`<svg role="img"><line x1="0" stroke="var(--line)" stroke-dasharray="2 2"></line><polyline fill="none" stroke="var(--accent)" stroke-width="1.5" stroke-linejoin="round"></polyline><circle r="2" fill="var(--accent)"></circle></svg>`);function Ms(e,t){Re(t,!0);let n=P(()=>Math.min(0,...t.values)),r=P(()=>Math.max(0,...t.values)),i=P(()=>e=>U(r)===U(n)?11:20-(e-U(n))/(U(r)-U(n))*18),a=P(()=>e=>t.values.length<2?48:2+e/(t.values.length-1)*92),o=P(()=>t.values.map((e,t)=>`${U(a)(t).toFixed(1)},${U(i)(e).toFixed(1)}`).join(` `));var s=js();Y(s,`viewBox`,`0 0 96 22`),Y(s,`width`,96),Y(s,`height`,22);var c=I(s);Y(c,`x2`,96);var l=z(c),u=z(l);j(s),B((e,n,r,i,a,d)=>{Y(s,`aria-label`,`${t.label??``}: from ${e??``} to ${n??``}`),Y(c,`y1`,r),Y(c,`y2`,i),Y(l,`points`,U(o)),Y(u,`cx`,a),Y(u,`cy`,d)},[()=>ba(t.values[0]??0),()=>ba(t.values.at(-1)??0),()=>U(i)(0),()=>U(i)(0),()=>U(a)(t.values.length-1),()=>U(i)(t.values.at(-1)??0)]),G(e,s),ze()}var Ns=W(`<!> <!> <!>`,1),Ps=W(`<div class="empty"><h2>There is nothing in this Parley yet</h2> <p>Load articles with the facts curated from them: <code>parley load PATH</code>, or <code>parley load --seeds</code> for those that come
        with it. Then load this page again.</p></div>`),Fs=W(`<span class="arrow svelte-h8c2d3" aria-hidden="true"> </span> <span class="sr"> </span> `,1),Is=W(`<li class="svelte-h8c2d3"><a class="pair svelte-h8c2d3"> </a> <span class="spark svelte-h8c2d3"><!></span> <span class="value svelte-h8c2d3"> </span> <span class="change svelte-h8c2d3"><!></span> <span class="facts quiet svelte-h8c2d3"> </span></li>`),Ls=W(`<p><a>More pairs</a></p>`),Rs=W(`<ol class="pairs svelte-h8c2d3"></ol> <!> <p class="note"> </p>`,1),zs=W(`<p class="quiet">Nothing that two actors did or said to each other has both a code of the scale and a day, so that no pair can be ranked.
            Statements without a day are listed below all the same.</p>`),Bs=W(`<p class="quiet">Every appeal has one.</p>`),Vs=W(`<p class="quiet">None is recorded.</p>`),Hs=W(`<div class="columns"><section aria-labelledby="pairs" class="wide"><h2 id="pairs">Pairs under most tension</h2> <!></section> <section aria-labelledby="appeals"><h2 id="appeals">Appeals without an answer <span class="count"> </span></h2> <!></section> <section aria-labelledby="offers"><h2 id="offers">Offers of mediation <span class="count"> </span></h2> <!></section> <section aria-labelledby="statements"><h2 id="statements">Newest statements <span class="count"> </span></h2> <!></section> <section aria-labelledby="talks"><h2 id="talks">Newest talks <span class="count"> </span></h2> <!></section></div>`),Us=W(`<p><a>Show more of each</a></p>`),Ws=W(`<!> <!>`,1);function Gs(e,t){Re(t,!0);let n=P(()=>X.values(`overview`)),r=new Ki(`Newest`,Yi,()=>({first:U(n).rows})),i=P(()=>U(n).at?Aa(U(n).at):As(r.data?.occurrences.aggregate)),a=new Ki(`Ranking`,ia,()=>U(i)===void 0?void 0:{at:U(i),scale:U(n).scale,halfLife:U(n).half,first:U(n).pairs}),o=P(()=>a.data?.tensions.pairs??[]),s=new Ki(`Sparklines`,$i,()=>{if(!U(i)||U(o).length===0)return;let e={from:ja(U(i),-84),to:U(i),scale:U(n).scale,halfLife:U(n).half};for(let[t,n]of U(o).slice(0,8).entries())e[`pair${String(t)}`]=n.between.map(Q),e[`with${String(t)}`]=!0;return e}),c=P(()=>U(o).map((e,t)=>{let n=t<8?s.data?.[`spark${String(t)}`]:void 0,r=s.asking?void 0:n?.points;return{pair:e,points:r,change:r?.at(-1)?.change}})),l=P(()=>r.data&&r.data.occurrences.totalCount===0&&r.data.statements.totalCount===0),u=e=>X.to(`tension`,{between:e.map(Q),to:U(n).at,scale:U(n).scale,half:U(n).half}),d=P(()=>r.data?[{caption:`Tension at the end of ${Z(U(i))}`,columns:[{name:`Pair`},{name:`Tension`,number:!0},{name:`Change`},{name:`Facts`,number:!0}],rows:U(c).map(({pair:e,change:t})=>({href:u(e.between),cells:[Sa(e.between.map(e=>e.name)),ba(e.value),t?`${xa(t.percent)}, ${ma[t.level].words}`:``,ya(e.contributionCount)]}))},qa(`Appeals without an answer`,r.data.appeals.nodes),qa(`Newest statements`,r.data.statements.nodes),Ja(`Newest talks`,r.data.talks.nodes),Ya(`Newest offers of mediation`,r.data.mediationOffers.nodes)]:[]),f=P(()=>r.data&&Math.max(r.data.appeals.totalCount,r.data.statements.totalCount,r.data.talks.totalCount,r.data.mediationOffers.totalCount)>U(n).rows);{let t=e=>{var t=Ns(),r=L(t);{let e=P(()=>U(i)??``);Ds(r,{label:`Day`,get value(){return U(n).at},get placeholder(){return U(e)},choose:e=>X.go(X.with({at:e}))})}var a=z(r,2);Ts(a,{label:`Scale`,get value(){return U(n).scale},get options(){return Os},choose:e=>X.go(X.with({scale:e}))});var o=z(a,2);{let e=P(()=>ks(U(n).half));Ts(o,{label:`Half-life`,get value(){return U(n).half},get options(){return U(e)},choose:e=>X.go(X.with({half:e}))})}G(e,t)},o=P(()=>U(i)?`Tension at the end of ${Z(U(i))}, and what was reported last.`:void 0),p=P(()=>[r,a,s]);Go(e,{title:`Overview`,get lead(){return U(o)},get queries(){return U(p)},get tables(){return U(d)},controls:t,children:(e,t)=>{var i=Ws(),o=L(i),s=e=>{G(e,Ps())},d=e=>{var t=Hs(),i=I(t),o=z(I(i),2),s=e=>{var t=Rs(),r=L(t);J(r,21,()=>U(c),({pair:e,points:t,change:n})=>e.between.map(Q).join(),(e,t)=>{let n=()=>U(t).pair,r=()=>U(t).points,i=()=>U(t).change;var a=Is(),o=I(a),s=R(o,!0),c=z(o,2),l=I(c),d=e=>{{let t=P(()=>r().map(e=>e.value));Ms(e,{get values(){return U(t)},label:`The last twelve weeks`})}};q(l,e=>{r()&&e(d)}),j(c);var f=z(c,2),p=R(f,!0),m=z(f,2),h=I(m),g=e=>{var t=Fs(),n=L(t),r=R(n,!0),a=z(n,2),o=R(a),s=z(a);B(e=>{K(r,ma[i().level].arrow),K(o,`${ma[i().level].words??``},`),K(s,` ${e??``}`)},[()=>xa(i().percent)]),G(e,t)};q(h,e=>{i()&&e(g)}),j(m);var _=R(z(m,2));j(a),B((e,t,r,i)=>{Y(o,`href`,e),K(s,t),K(p,r),K(_,`${i??``} ${n().contributionCount===1?`fact`:`facts`}`)},[()=>u(n().between),()=>Sa(n().between.map(e=>e.name)),()=>ba(n().value),()=>ya(n().contributionCount)]),G(e,a)}),j(r);var i=z(r,2),o=e=>{var t=Ls(),r=R(t);B(e=>Y(r,`href`,e),[()=>X.with({pairs:Math.min(80,U(n).pairs+8)})]),G(e,t)};q(i,e=>{a.data?.tensions.hasMore&&e(o)});var s=R(z(i,2));B(()=>K(s,`Above 0: conflict; below: cooperation. ${a.data?.tensions.version??``}. The arrow compares the last week with the mean of the
            four before: ↑ more than 25 % above it, ↗ from 10 to 25 % above, ↓ more than 25 % below, → in between.`)),G(e,t)},l=e=>{G(e,zs())};q(o,e=>{U(c).length>0?e(s):e(l,-1)}),j(i);var d=z(i,2),f=I(d),p=R(z(I(f)),!0);j(f),J(z(f,2),17,()=>r.data.appeals.nodes,e=>e.key,(e,t)=>{ss(e,{get said(){return U(t)}})},e=>{G(e,Bs())}),j(d);var m=z(d,2),h=I(m),g=R(z(I(h)),!0);j(h),J(z(h,2),17,()=>r.data.mediationOffers.nodes,e=>e.key,(e,t)=>{$o(e,{get offer(){return U(t)}})},e=>{G(e,Vs())}),j(m);var _=z(m,2),v=I(_),y=R(z(I(v)),!0);j(v),J(z(v,2),17,()=>r.data.statements.nodes,e=>e.key,(e,t)=>{ss(e,{get said(){return U(t)}})},e=>{G(e,Vs())}),j(_);var b=z(_,2),x=I(b),S=R(z(I(x)),!0);j(x),J(z(x,2),17,()=>r.data.talks.nodes,e=>e.key,(e,t)=>{rs(e,{get round(){return U(t)}})},e=>{G(e,Vs())}),j(b),j(t),B((e,t,n,r)=>{K(p,e),K(g,t),K(y,n),K(S,r)},[()=>ya(r.data.appeals.totalCount),()=>ya(r.data.mediationOffers.totalCount),()=>ya(r.data.statements.totalCount),()=>ya(r.data.talks.totalCount)]),G(e,t)};q(o,e=>{U(l)?e(s):r.data&&e(d,1)});var p=z(o,2),m=e=>{var t=Us(),r=R(t);B(e=>Y(r,`href`,e),[()=>X.with({rows:Math.min(100,U(n).rows+12)})]),G(e,t)};q(p,e=>{U(f)&&e(m)}),G(e,i)},$$slots:{controls:!0,default:!0}})}ze()}function Ks(e){return(e.split(`"`).length-1)%2==0&&e.length>1&&/[\p{L}\p{N}]$/u.test(e)?`${e}*`:e}var qs=W(`<div class="empty"><h2>Type a name or words above</h2> <p>Names, statements, quotes and sentences of articles are searched. Every word must be there; <kbd>"total deadlock"</kbd> is a phrase, <kbd>negotiat*</kbd> the beginning of a word.</p></div>`),Js=W(`<a> </a>`),Ys=W(`<mark> </mark>`),Xs=W(`<p class="words"></p>`),Zs=W(`<li class="svelte-1kklj14"><p class="title svelte-1kklj14"><!> <span class="kind"> </span> <span class="when"> </span></p> <!></li>`),Qs=W(`<li class="empty svelte-1kklj14"><h2>Nothing has all of these words</h2> <p>Leave one out, write only the beginning of a word with a star after it, or search among everything.</p></li>`),$s=W(`<p><a>Show more</a></p>`),ec=W(`<ol class="results svelte-1kklj14"></ol> <!>`,1);function tc(e,t){Re(t,!0);let n=P(()=>X.values(`search`)),r=new Ki(`Search`,Zi,()=>{let e=U(n).q.trim();if(e===``)return;let t=U(n).in===`ALL`?null:[U(n).in];return{text:Ks(e),types:t,first:U(n).rows}}),i=P(()=>r.data?.search);function a(e){return e.__typename===`Evidence`?Q(e.fact):Za(e.__typename)?Q(e):void 0}function o(e){switch(e.__typename){case`Evidence`:return`name`in e.fact?e.fact.name:_a(e.fact.__typename);case`Position`:return`${e.holder.name}, ${e.office}`;case`Account`:return`${e.party.name} on ${e.of.name}`;default:return no(e)}}function s(e){switch(e.__typename){case`Statement`:return Sa([`${Ua(e.speakers)} ${oa[e.act]}`,Wa(e)||`reported ${Z(e.reportedAt)}`]);case`Evidence`:return Sa([e.article.outlet?.name??e.article.title??``,Z(e.article.published)].filter(e=>e!==``));case`Article`:return Sa([e.outlet?.name??``,Z(e.published)].filter(e=>e!==``));default:return``}}let c=[[`ALL`,`everything`],[`ACTOR`,`actors`],[`STATEMENT`,`statements`],[`TALKS`,`talks`],[`MEDIATION_OFFER`,`offers`],[`PROCESS`,`processes`],[`EVENT`,`events`],[`PLACE`,`places`],[`ARTICLE`,`articles`],[`EVIDENCE`,`sentences`]],l=P(()=>[{caption:`Results`,columns:[`Result`,`Kind`,`Who and when`,`Words`].map(e=>({name:e})),rows:(U(i)?.edges??[]).map(({node:e,snippets:t})=>({fact:a(e),href:X.to(`node`,{of:Q(e)}),cells:[o(e),_a(e.__typename),s(e),t.map(e=>e.segments.map(e=>e.text).join(``)).join(` … `)]}))}]);{let t=e=>{Ts(e,{label:`Among`,get value(){return U(n).in},get options(){return c},choose:e=>X.go(X.with({in:e}))})},u=P(()=>U(n).q?`Search: ${U(n).q}`:`Search`),d=P(()=>U(i)?`${ya(U(i).totalCount)} found.`:void 0),f=P(()=>[r]);Go(e,{get title(){return U(u)},get lead(){return U(d)},get queries(){return U(f)},get tables(){return U(l)},controls:t,children:(e,t)=>{var r=Dr(),c=L(r),l=e=>{G(e,qs())},u=P(()=>U(n).q.trim()===``),d=e=>{var t=ec(),r=L(t);J(r,21,()=>U(i).edges,({node:e,snippets:t})=>Q(e),(e,t)=>{let n=()=>U(t).node,r=()=>U(t).snippets,i=P(()=>a(n()));var c=Zs(),l=I(c),u=I(l),d=e=>{Ao(e,{get fact(){return U(i)},children:(e,t)=>{xe();var r=Er();B(e=>K(r,e),[()=>o(n())]),G(e,r)},$$slots:{default:!0}})},f=e=>{var t=Js(),r=R(t,!0);B((e,n)=>{Y(t,`href`,e),K(r,n)},[()=>X.to(`node`,{of:Q(n())}),()=>o(n())]),G(e,t)};q(u,e=>{U(i)?e(d):e(f,-1)});var p=z(u,2),m=R(p,!0),h=R(z(p,2),!0);j(l),J(z(l,2),17,()=>r().filter(e=>e.property!==`name`).slice(0,1),e=>e.property,(e,t)=>{var n=Xs();J(n,21,()=>U(t).segments,Br,(e,t)=>{var n=Dr(),r=L(n),i=e=>{var n=Ys(),r=R(n,!0);B(()=>K(r,U(t).text)),G(e,n)},a=e=>{var n=Er();B(()=>K(n,U(t).text)),G(e,n)};q(r,e=>{U(t).match?e(i):e(a,-1)}),G(e,n)}),j(n),G(e,n)}),j(c),B((e,t)=>{K(m,e),K(h,t)},[()=>n().__typename===`Evidence`?`sentence`:_a(n().__typename),()=>s(n())]),G(e,c)},e=>{G(e,Qs())}),j(r);var c=z(r,2),l=e=>{var t=$s(),r=R(t);B(e=>Y(r,`href`,e),[()=>X.with({rows:Math.min(200,U(n).rows+25)})]),G(e,t)};q(c,e=>{U(i).pageInfo.hasNextPage&&e(l)}),G(e,t)};q(c,e=>{U(u)?e(l):U(i)&&e(d,1)}),G(e,r)},$$slots:{controls:!0,default:!0}})}ze()}var nc=W(`<!> <a>Timeline</a>`,1),rc=W(`<div class="empty"><h2 class="svelte-1pj49qh">No talks are recorded</h2> <p>Talks come in with the articles that report them: <code>parley load PATH</code>.</p></div>`),ic=W(`<div class="empty"><h2 class="svelte-1pj49qh">No process here has this id</h2> <p> </p></div>`),ac=W(`<span class="quiet"> </span>`),oc=W(` <!>`,1),sc=W(`<span class="state"> </span>`),cc=W(`<section class="svelte-1pj49qh"><h3><!> <!></h3> <blockquote class="svelte-1pj49qh"><!></blockquote> <p class="line quiet"><!><!></p></section>`),lc=W(`<p class="agreement quiet svelte-1pj49qh"> </p> <div class="accounts svelte-1pj49qh"></div>`,1),uc=W(`<p class="agreement quiet svelte-1pj49qh"> </p>`),dc=W(`<li class="svelte-1pj49qh"><div class="round svelte-1pj49qh"><p class="ordinal svelte-1pj49qh" aria-hidden="true"> </p> <div><h2 class="svelte-1pj49qh"><!></h2> <p class="line"><span class="state"> </span> <!><!></p> <p class="line quiet"><!> <!> <!></p></div></div> <!></li>`),fc=W(`<li class="empty svelte-1pj49qh"><h2 class="svelte-1pj49qh">No round of this process is recorded</h2></li>`),pc=W(`<p><a>Show more rounds</a></p>`),mc=W(`<ol class="rounds svelte-1pj49qh"></ol> <!>`,1);function hc(e,t){Re(t,!0);let n=P(()=>X.values(`talks`)),r=new Ki(`Processes`,ea,()=>({first:100})),i=P(()=>r.data?.processes.nodes??[]),a=P(()=>U(n).process||(U(i)[0]?`Process:${U(i)[0].key}`:``)),o=new Ki(`Rounds`,ta,()=>U(a)?{process:U(a),first:U(n).rows}:void 0),s=P(()=>o.data?.node?.__typename===`Process`?o.data.node:void 0),c=P(()=>U(s)?.talks.nodes??[]),l=P(()=>{let e=U(i).map(e=>[`Process:${e.key}`,`${e.name} (${ya(e.talks.totalCount)})`]);return e.some(([e])=>e===U(a))?e:[[U(a),U(s)?.name??U(a)],...e]}),u=P(()=>[{caption:`Rounds`,columns:[`Round`,`Held`,`Place`,`Parties`,`Mediators`,`Outcome`,`Accounts`].map(e=>({name:e})),rows:U(c).map(e=>({fact:Q(e),cells:[e.name,Ga(e),e.place?.name??``,Ua(e.parties),Ua(e.mediators),Ka(e),da[e.agreementOfAccounts]]}))},{caption:`Accounts of the parties`,columns:[`In its words`,`Party`,`Round`,`Outcome by it`,`Said by`,`Said`].map(e=>({name:e})),rows:U(c).flatMap(e=>e.accounts.nodes.map(t=>({fact:Q(t),cells:[`“${t.words}”`,t.party.name,e.name,t.outcome?la[t.outcome]:``,Ua(t.statement.speakers),Wa(t.statement)]})))}]);{let t=e=>{var t=Dr(),n=L(t),r=e=>{var t=nc(),n=L(t);Ts(n,{label:`Process`,get value(){return U(a)},get options(){return U(l)},choose:e=>X.go(X.with({process:e,sel:``}))});var r=z(n,2);B(e=>Y(r,`href`,e),[()=>X.to(`timeline`,{of:[U(a)]})]),G(e,t)};q(n,e=>{U(l).length>0&&U(a)&&e(r)}),G(e,t)},i=P(()=>U(s)?U(s).name:`Talks`),d=P(()=>U(s)?`${va(U(s).kind)} of ${Sa(U(s).parties.nodes.map(e=>e.name))}`:void 0),f=P(()=>[r,o]);Go(e,{get title(){return U(i)},get lead(){return U(d)},get queries(){return U(f)},get tables(){return U(u)},controls:t,children:(e,t)=>{var r=Dr(),i=L(r),o=e=>{G(e,rc())},l=e=>{var t=ic(),n=R(z(I(t),2));j(t),B(()=>K(n,`The address names ${U(a)??``}. Choose another process above.`)),G(e,t)},u=e=>{var t=mc(),r=L(t);J(r,21,()=>U(c),e=>e.key,(e,t)=>{var n=dc(),r=I(n),i=I(r),a=R(i,!0),o=z(i,2),s=I(o),c=I(s);{let e=P(()=>Q(U(t)));Ao(c,{get fact(){return U(e)},children:(e,n)=>{xe();var r=Er();B(()=>K(r,U(t).name)),G(e,r)},$$slots:{default:!0}})}j(s);var l=z(s,2),u=I(l),d=R(u,!0),f=z(u),p=z(f),m=e=>{var n=ac(),r=R(n);B(()=>K(r,`, ${U(t).place.name??``}`)),G(e,n)};q(p,e=>{U(t).place&&e(m)});var h=z(p),g=e=>{var n=ac(),r=R(n);B(()=>K(r,`, ${U(t).format??``}`)),G(e,n)};q(h,e=>{U(t).format&&e(g)}),j(l);var _=z(l,2),v=I(_);Yo(v,{get nodes(){return U(t).parties.nodes},most:8});var y=z(v,2),b=e=>{var n=oc(),r=L(n,!0);r.nodeValue=`; mediated by `,Yo(z(r),{get nodes(){return U(t).mediators.nodes}}),G(e,n)};q(y,e=>{U(t).mediators.nodes.length>0&&e(b)});var x=z(y,2),S=e=>{var n=oc(),r=L(n,!0);r.nodeValue=`; hosted by `,Yo(z(r),{get nodes(){return U(t).hosts.nodes}}),G(e,n)};q(x,e=>{U(t).hosts.nodes.length>0&&e(S)}),j(_),j(o),j(r);var C=z(r,2),w=e=>{var n=lc(),r=L(n),i=R(r,!0),a=z(r,2);J(a,21,()=>U(t).accounts.nodes,e=>e.key,(e,t)=>{var n=cc(),r=I(n),i=I(r);{let e=P(()=>[U(t).party]);Yo(i,{get nodes(){return U(e)}})}var a=z(i,2),o=e=>{var n=sc(),r=R(n,!0);B(()=>K(r,la[U(t).outcome])),G(e,n)};q(a,e=>{U(t).outcome&&e(o)}),j(r);var s=z(r,2),c=I(s);{let e=P(()=>Q(U(t)));Ao(c,{get fact(){return U(e)},children:(e,n)=>{xe();var r=Er();B(()=>K(r,`“${U(t).words??``}”`)),G(e,r)},$$slots:{default:!0}})}j(s);var l=z(s,2),u=I(l);Yo(u,{get nodes(){return U(t).statement.speakers.nodes}});var d=z(u),f=e=>{var n=Er();B(e=>K(n,`, ${e??``}`),[()=>Wa(U(t).statement)]),G(e,n)},p=P(()=>Wa(U(t).statement));q(d,e=>{U(p)&&e(f)}),j(l),j(n),B(()=>Y(n,`aria-label`,`${U(t).party.name??``} on this round`)),G(e,n)}),j(a),B(()=>K(i,da[U(t).agreementOfAccounts])),G(e,n)},ee=e=>{var n=uc(),r=R(n,!0);B(()=>K(r,da[U(t).agreementOfAccounts])),G(e,n)};q(C,e=>{U(t).accounts.nodes.length>0?e(w):e(ee,-1)}),j(n),B((e,n)=>{K(a,U(t).ordinal??`·`),K(d,e),K(f,` ${n??``}`)},[()=>Ka(U(t)),()=>Ga(U(t))||`no date known`]),G(e,n)},e=>{G(e,fc())}),j(r);var i=z(r,2),a=e=>{var t=pc(),r=R(t);B(e=>Y(r,`href`,e),[()=>X.with({rows:Math.min(100,U(n).rows+25)})]),G(e,t)};q(i,e=>{U(s).talks.pageInfo.hasNextPage&&e(a)}),G(e,t)};q(i,e=>{U(a)?U(s)?e(u,-1):e(l,1):e(o)}),G(e,r)},$$slots:{controls:!0,default:!0}})}ze()}var gc=!0,_c=`uplot`,vc=`u-hz`,yc=`u-vt`,bc=`u-title`,xc=`u-wrap`,Sc=`u-under`,Cc=`u-over`,wc=`u-axis`,Tc=`u-off`,Ec=`u-select`,Dc=`u-cursor-x`,Oc=`u-cursor-y`,kc=`u-cursor-pt`,Ac=`u-legend`,jc=`u-live`,Mc=`u-inline`,Nc=`u-series`,Pc=`u-marker`,Fc=`u-label`,Ic=`u-value`,Lc=`width`,Rc=`height`,zc=`top`,Bc=`bottom`,Vc=`left`,Hc=`right`,Uc=`#000`,Wc=`#0000`,Gc=`mousemove`,Kc=`mousedown`,qc=`mouseup`,Jc=`mouseenter`,Yc=`mouseleave`,Xc=`dblclick`,Zc=`resize`,Qc=`scroll`,$c=`change`,el=`dppxchange`,tl=`--`,nl=typeof window<`u`,rl=nl?document:null,il=nl?window:null,al=nl?navigator:null,ol,sl;function cl(){let e=devicePixelRatio;ol!=e&&(ol=e,sl&&Cl($c,sl,cl),sl=matchMedia(`(min-resolution: ${ol-.001}dppx) and (max-resolution: ${ol+.001}dppx)`),Sl($c,sl,cl),il.dispatchEvent(new CustomEvent(el)))}function ll(e,t){if(t!=null){let n=e.classList;!n.contains(t)&&n.add(t)}}function ul(e,t){let n=e.classList;n.contains(t)&&n.remove(t)}function dl(e,t,n){e.style[t]=n+`px`}function fl(e,t,n,r){let i=rl.createElement(e);return t!=null&&ll(i,t),n?.insertBefore(i,r),i}function pl(e,t){return fl(`div`,e,t)}var ml=new WeakMap;function hl(e,t,n,r,i){let a=`translate(`+t+`px,`+n+`px)`;a!=ml.get(e)&&(e.style.transform=a,ml.set(e,a),t<0||n<0||t>r||n>i?ll(e,Tc):ul(e,Tc))}var gl=new WeakMap;function _l(e,t,n){let r=t+n;r!=gl.get(e)&&(gl.set(e,r),e.style.background=t,e.style.borderColor=n)}var vl=new WeakMap;function yl(e,t,n,r){let i=t+``+n;i!=vl.get(e)&&(vl.set(e,i),e.style.height=n+`px`,e.style.width=t+`px`,e.style.marginLeft=r?-t/2+`px`:0,e.style.marginTop=r?-n/2+`px`:0)}var bl={passive:!0},xl={...bl,capture:!0};function Sl(e,t,n,r){t.addEventListener(e,n,r?xl:bl)}function Cl(e,t,n,r){t.removeEventListener(e,n,bl)}nl&&cl();function wl(e,t,n,r){let i;n||=0,r||=t.length-1;let a=r<=2147483647;for(;r-n>1;)i=a?n+r>>1:Kl((n+r)/2),t[i]<e?n=i:r=i;return e-t[n]<=t[r]-e?n:r}function Tl(e){return(t,n,r)=>{let i=-1,a=-1;for(let a=n;a<=r;a++)if(e(t[a])){i=a;break}for(let i=r;i>=n;i--)if(e(t[i])){a=i;break}return[i,a]}}var El=e=>e!=null,Dl=e=>e!=null&&e>0,Ol=Tl(El),kl=Tl(Dl);function Al(e,t,n,r=0,i=!1){let a=i?kl:Ol,o=i?Dl:El;[t,n]=a(e,t,n);let s=e[t],c=e[t];if(t>-1){if(r==1)s=e[t],c=e[n];else if(r==-1)s=e[n],c=e[t];else for(let r=t;r<=n;r++){let t=e[r];o(t)&&(t<s?s=t:t>c&&(c=t))}}return[s??ru,c??-ru]}function jl(e,t,n,r){let i=Ql(e),a=Ql(t);e==t&&(i==-1?(e*=n,t/=n):(e/=n,t*=n));let o=n==10?$l:eu,s=i==1?Kl:Jl,c=a==1?Jl:Kl,l=s(o(Gl(e))),u=c(o(Gl(t))),d=Zl(n,l),f=Zl(n,u);return n==10&&(l<0&&(d=vu(d,-l)),u<0&&(f=vu(f,-u))),r||n==2?(e=d*i,t=f*a):(e=_u(e,d),t=gu(t,f)),[e,t]}function Ml(e,t,n,r){let i=jl(e,t,n,r);return e==0&&(i[0]=0),t==0&&(i[1]=0),i}var Nl=.1,Pl={mode:3,pad:Nl},Fl={pad:0,soft:null,mode:0},Il={min:Fl,max:Fl};function Ll(e,t,n,r){return ku(n)?Bl(e,t,n):(Fl.pad=n,Fl.soft=r?0:null,Fl.mode=r?3:0,Bl(e,t,Il))}function Rl(e,t){return e??t}function zl(e,t,n){for(t=Rl(t,0),n=Rl(n,e.length-1);t<=n;){if(e[t]!=null)return!0;t++}return!1}function Bl(e,t,n){let r=n.min,i=n.max,a=Rl(r.pad,0),o=Rl(i.pad,0),s=Rl(r.hard,-ru),c=Rl(i.hard,ru),l=Rl(r.soft,ru),u=Rl(i.soft,-ru),d=Rl(r.mode,0),f=Rl(i.mode,0),p=t-e,m=$l(p),h=Xl(Gl(e),Gl(t)),g=Gl($l(h)-m);(p<1e-24||g>10)&&(p=0,(e==0||t==0)&&(p=1e-24,d==2&&l!=ru&&(a=0),f==2&&u!=-ru&&(o=0)));let _=p||h||1e3,v=Zl(10,Kl($l(_))),y=vu(_u(e-_*(p==0?e==0?.1:1:a),v/10),24),b=e>=l&&(d==1||d==3&&y<=l||d==2&&y>=l)?l:ru,x=Xl(s,y<b&&e>=b?b:Yl(b,y)),S=vu(gu(t+_*(p==0?t==0?.1:1:o),v/10),24),C=t<=u&&(f==1||f==3&&S>=u||f==2&&S<=u)?u:-ru,w=Yl(c,S>C&&t<=C?C:Xl(C,S));return x==w&&x==0&&(w=100),[x,w]}var Vl=new Intl.NumberFormat(nl?al.language:`en-US`),Hl=e=>Vl.format(e),Ul=Math,Wl=Ul.PI,Gl=Ul.abs,Kl=Ul.floor,ql=Ul.round,Jl=Ul.ceil,Yl=Ul.min,Xl=Ul.max,Zl=Ul.pow,Ql=Ul.sign,$l=Ul.log10,eu=Ul.log2,tu=(e,t=1)=>Ul.sinh(e)*t,nu=(e,t=1)=>Ul.asinh(e/t),ru=1/0;function iu(e){return($l((e^e>>31)-(e>>31))|0)+1}function au(e,t,n){return Yl(Xl(e,t),n)}function ou(e){return typeof e==`function`}function $(e){return ou(e)?e:()=>e}var su=()=>{},cu=e=>e,lu=(e,t)=>t,uu=e=>null,du=e=>!0,fu=(e,t)=>e==t,pu=/\.\d*?(?=9{6,}|0{6,})/gm,mu=e=>{if(Eu(e)||yu.has(e))return e;let t=`${e}`,n=t.match(pu);if(n==null)return e;let r=n[0].length-1;if(t.indexOf(`e-`)!=-1){let[e,n]=t.split(`e`);return+`${mu(e)}e${n}`}return vu(e,r)};function hu(e,t){return mu(vu(mu(e/t))*t)}function gu(e,t){return mu(Jl(mu(e/t))*t)}function _u(e,t){return mu(Kl(mu(e/t))*t)}function vu(e,t=0){if(Eu(e))return e;let n=10**t;return ql(e*n*(1+2**-52))/n}var yu=new Map;function bu(e){return((``+e).split(`.`)[1]||``).length}function xu(e,t,n,r){let i=[],a=r.map(bu);for(let o=t;o<n;o++){let t=Gl(o),n=vu(Zl(e,o),t);for(let s=0;s<r.length;s++){let c=e==10?+`${r[s]}e${o}`:r[s]*n,l=(o>=0?0:t)+(o>=a[s]?0:a[s]),u=e==10?c:vu(c,l);i.push(u),yu.set(u,l)}}return i}var Su={},Cu=[],wu=[null,null],Tu=Array.isArray,Eu=Number.isInteger,Du=e=>e===void 0;function Ou(e){return typeof e==`string`}function ku(e){let t=!1;if(e!=null){let n=e.constructor;t=n==null||n==Object}return t}function Au(e){return typeof e==`object`&&!!e}var ju=Object.getPrototypeOf(Uint8Array),Mu=`__proto__`;function Nu(e,t=ku){let n;if(Tu(e)){let r=e.find(e=>e!=null);if(Tu(r)||t(r)){n=Array(e.length);for(let r=0;r<e.length;r++)n[r]=Nu(e[r],t)}else n=e.slice()}else if(e instanceof ju)n=e.slice();else if(t(e)){n={};for(let r in e)r!=Mu&&(n[r]=Nu(e[r],t))}else n=e;return n}function Pu(e){let t=arguments;for(let n=1;n<t.length;n++){let r=t[n];for(let t in r)t!=Mu&&(ku(e[t])?Pu(e[t],Nu(r[t])):e[t]=Nu(r[t]))}return e}var Fu=0,Iu=1,Lu=2;function Ru(e,t,n){for(let r=0,i,a=-1;r<t.length;r++){let o=t[r];if(o>a){for(i=o-1;i>=0&&e[i]==null;)e[i--]=null;for(i=o+1;i<n&&e[i]==null;)e[a=i++]=null}}}function zu(e,t){if(Hu(e)){let t=e[0].slice();for(let n=1;n<e.length;n++)t.push(...e[n].slice(1));return Uu(t[0])||(t=Vu(t)),t}let n=new Set;for(let t=0;t<e.length;t++){let r=e[t][0],i=r.length;for(let e=0;e<i;e++)n.add(r[e])}let r=[Array.from(n).sort((e,t)=>e-t)],i=r[0].length,a=new Map;for(let e=0;e<i;e++)a.set(r[0][e],e);for(let n=0;n<e.length;n++){let o=e[n],s=o[0];for(let e=1;e<o.length;e++){let c=o[e],l=Array(i).fill(void 0),u=t?t[n][e]:Iu,d=[];for(let e=0;e<c.length;e++){let t=c[e],n=a.get(s[e]);t===null?u!=Fu&&(l[n]=t,u==Lu&&d.push(n)):l[n]=t}Ru(l,d,i),r.push(l)}}return r}var Bu=typeof queueMicrotask>`u`?e=>Promise.resolve().then(e):queueMicrotask;function Vu(e){let t=e[0],n=t.length,r=Array(n);for(let e=0;e<r.length;e++)r[e]=e;r.sort((e,n)=>t[e]-t[n]);let i=[];for(let t=0;t<e.length;t++){let a=e[t],o=Array(n);for(let e=0;e<n;e++)o[e]=a[r[e]];i.push(o)}return i}function Hu(e){let t=e[0][0],n=t.length;for(let r=1;r<e.length;r++){let i=e[r][0];if(i.length!=n)return!1;if(i!=t){for(let e=0;e<n;e++)if(i[e]!=t[e])return!1}}return!0}function Uu(e,t=100){let n=e.length;if(n<=1)return!0;let r=0,i=n-1;for(;r<=i&&e[r]==null;)r++;for(;i>=r&&e[i]==null;)i--;if(i<=r)return!0;let a=Xl(1,Kl((i-r+1)/t));for(let t=e[r],n=r+a;n<=i;n+=a){let r=e[n];if(r!=null){if(r<=t)return!1;t=r}}return!0}var Wu=[`January`,`February`,`March`,`April`,`May`,`June`,`July`,`August`,`September`,`October`,`November`,`December`],Gu=[`Sunday`,`Monday`,`Tuesday`,`Wednesday`,`Thursday`,`Friday`,`Saturday`];function Ku(e){return e.slice(0,3)}var qu=Gu.map(Ku),Ju={MMMM:Wu,MMM:Wu.map(Ku),WWWW:Gu,WWW:qu};function Yu(e){return(e<10?`0`:``)+e}function Xu(e){return(e<10?`00`:e<100?`0`:``)+e}var Zu={YYYY:e=>e.getFullYear(),YY:e=>(e.getFullYear()+``).slice(2),MMMM:(e,t)=>t.MMMM[e.getMonth()],MMM:(e,t)=>t.MMM[e.getMonth()],MM:e=>Yu(e.getMonth()+1),M:e=>e.getMonth()+1,DD:e=>Yu(e.getDate()),D:e=>e.getDate(),WWWW:(e,t)=>t.WWWW[e.getDay()],WWW:(e,t)=>t.WWW[e.getDay()],HH:e=>Yu(e.getHours()),H:e=>e.getHours(),h:e=>{let t=e.getHours();return t==0?12:t>12?t-12:t},AA:e=>e.getHours()>=12?`PM`:`AM`,aa:e=>e.getHours()>=12?`pm`:`am`,a:e=>e.getHours()>=12?`p`:`a`,mm:e=>Yu(e.getMinutes()),m:e=>e.getMinutes(),ss:e=>Yu(e.getSeconds()),s:e=>e.getSeconds(),fff:e=>Xu(e.getMilliseconds())};function Qu(e,t){t||=Ju;let n=[],r=/\{([a-z]+)\}|[^{]+/gi,i;for(;i=r.exec(e);)n.push(i[0][0]==`{`?Zu[i[1]]:i[0]);return e=>{let r=``;for(let i=0;i<n.length;i++)r+=typeof n[i]==`string`?n[i]:n[i](e,t);return r}}var $u=new Intl.DateTimeFormat().resolvedOptions().timeZone;function ed(e,t){let n;return t==`UTC`||t==`Etc/UTC`?n=new Date(+e+e.getTimezoneOffset()*6e4):t==$u?n=e:(n=new Date(e.toLocaleString(`en-US`,{timeZone:t})),n.setMilliseconds(e.getMilliseconds())),n}var td=e=>e%1==0,nd=[1,2,2.5,5],rd=xu(10,-32,0,nd),id=xu(10,0,32,nd),ad=id.filter(td),od=rd.concat(id),sd=`
`,cd=`{YYYY}`,ld=sd+cd,ud=`{M}/{D}`,dd=sd+ud,fd=dd+`/{YY}`,pd=`{aa}`,md=`{h}:{mm}`+pd,hd=sd+md,gd=`:{ss}`,_d=null;function vd(e){let t=e*1e3,n=t*60,r=n*60,i=r*24,a=i*30,o=i*365,s=(e==1?xu(10,0,3,nd).filter(td):xu(10,-3,0,nd)).concat([t,t*5,t*10,t*15,t*30,n,n*5,n*10,n*15,n*30,r,r*2,r*3,r*4,r*6,r*8,r*12,i,i*2,i*3,i*4,i*5,i*6,i*7,i*8,i*9,i*10,i*15,a,a*2,a*3,a*4,a*6,o,o*2,o*5,o*10,o*25,o*50,o*100]),c=[[o,cd,_d,_d,_d,_d,_d,_d,1],[i*28,`{MMM}`,ld,_d,_d,_d,_d,_d,1],[i,ud,ld,_d,_d,_d,_d,_d,1],[r,`{h}`+pd,fd,_d,dd,_d,_d,_d,1],[n,md,fd,_d,dd,_d,_d,_d,1],[t,gd,fd+` `+md,_d,dd+` `+md,_d,hd,_d,1],[e,gd+`.{fff}`,fd+` `+md,_d,dd+` `+md,_d,hd,_d,1]];function l(t){return(s,c,l,u,d,f)=>{let p=[],m=d>=o,h=d>=a&&d<o,g=t(l),_=vu(g*e,3),v=Od(g.getFullYear(),m?0:g.getMonth(),h||m?1:g.getDate()),y=vu(v*e,3);if(h||m){let n=h?d/a:0,r=m?d/o:0,i=_==y?_:vu(Od(v.getFullYear()+r,v.getMonth()+n,1)*e,3),s=new Date(ql(i/e)),c=s.getFullYear(),l=s.getMonth();for(let a=0;i<=u;a++){let o=Od(c+r*a,l+n*a,1),s=o-t(vu(o*e,3));i=vu((+o+s)*e,3),i<=u&&p.push(i)}}else{let a=d>=i?i:d,o=y+(Kl(l)-Kl(_))+gu(_-y,a);p.push(o);let m=t(o),h=m.getHours()+m.getMinutes()/n+m.getSeconds()/r,g=d/r,v=f/s.axes[c]._space;for(;o=vu(o+d,e==1?0:3),!(o>u);)if(g>1){let e=Kl(vu(h+g,6))%24,n=t(o).getHours()-e;n>1&&(n=-1),o-=n*r,h=(h+g)%24;let i=p[p.length-1];vu((o-i)/d,3)*v>=.7&&p.push(o)}else p.push(o)}return p}}return[s,c,l]}var[yd,bd,xd]=vd(1),[Sd,Cd,wd]=vd(.001);xu(2,-53,53,[1]);function Td(e,t){return e.map(e=>e.map((n,r)=>r==0||r==8||n==null?n:t(r==1||e[8]==0?n:e[1]+n)))}function Ed(e,t){return(n,r,i,a,o)=>{let s=t.find(e=>o>=e[0])||t[t.length-1],c,l,u,d,f,p;return r.map(t=>{let n=e(t),r=n.getFullYear(),i=n.getMonth(),a=n.getDate(),o=n.getHours(),m=n.getMinutes(),h=n.getSeconds(),g=r!=c&&s[2]||i!=l&&s[3]||a!=u&&s[4]||o!=d&&s[5]||m!=f&&s[6]||h!=p&&s[7]||s[1];return c=r,l=i,u=a,d=o,f=m,p=h,g(n)})}}function Dd(e,t){let n=Qu(t);return(t,r,i,a,o)=>r.map(t=>n(e(t)))}function Od(e,t,n){return new Date(e,t,n)}function kd(e,t){return t(e)}var Ad=`{YYYY}-{MM}-{DD} {h}:{mm}{aa}`;function jd(e,t){return(n,r,i,a)=>a==null?tl:t(e(r))}function Md(e,t){let n=e.series[t];return n.width?n.stroke(e,t):n.points.width?n.points.stroke(e,t):null}function Nd(e,t){return e.series[t].fill(e,t)}var Pd={show:!0,live:!0,isolate:!1,mount:su,markers:{show:!0,width:2,stroke:Md,fill:Nd,dash:`solid`},idx:null,idxs:null,values:[]};function Fd(e,t){let n=e.cursor.points,r=pl(),i=n.size(e,t);dl(r,Lc,i),dl(r,Rc,i);let a=i/-2;dl(r,`marginLeft`,a),dl(r,`marginTop`,a);let o=n.width(e,t,i);return o&&dl(r,`borderWidth`,o),r}function Id(e,t){let n=e.series[t].points;return n._fill||n._stroke}function Ld(e,t){let n=e.series[t].points;return n._stroke||n._fill}function Rd(e,t){return e.series[t].points.size}var zd=[0,0];function Bd(e,t,n){return zd[0]=t,zd[1]=n,zd}function Vd(e,t,n,r=!0){return e=>{e.button!=0||r&&e.target!=t||n(e)}}function Hd(e,t,n,r=!0){return e=>{r&&e.target!=t||n(e)}}var Ud={show:!0,x:!0,y:!0,lock:!1,move:Bd,points:{one:!1,show:Fd,size:Rd,width:0,stroke:Ld,fill:Id},bind:{mousedown:Vd,mouseup:Vd,click:Vd,dblclick:Vd,mousemove:Hd,mouseleave:Hd,mouseenter:Hd},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(e,t)=>{t.stopPropagation(),t.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(e,t,n,r,i)=>r-i,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},Wd={show:!0,stroke:`rgba(0,0,0,0.07)`,width:2},Gd=Pu({},Wd,{filter:lu}),Kd=Pu({},Gd,{size:10}),qd=Pu({},Wd,{show:!1}),Jd=`12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji"`,Yd=`bold `+Jd,Xd=1.5,Zd={show:!0,scale:`x`,stroke:Uc,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:Yd,side:2,grid:Gd,ticks:Kd,border:qd,font:Jd,lineGap:Xd,rotate:0},Qd=`Value`,$d=`Time`,ef={show:!0,scale:`x`,auto:!1,sorted:1,min:ru,max:-1/0,idxs:[]};function tf(e,t,n,r,i){return t.map(e=>e==null?``:Hl(e))}function nf(e,t,n,r,i,a,o){let s=[],c=yu.get(i)||0;n=o?n:vu(gu(n,i),c);for(let e=n;e<=r;e=vu(e+i,c))s.push(Object.is(e,-0)?0:e);return s}function rf(e,t,n,r,i,a,o){let s=[],c=e.scales[e.axes[t].scale].log;i=Zl(c,Kl((c==10?$l:eu)(n))),c==10&&(i=od[wl(i,od)]);let l=n,u=i*c;c==10&&(u=od[wl(u,od)]);do s.push(l),l+=i,c==10&&!yu.has(l)&&(l=vu(l,yu.get(i))),l>=u&&(i=l,u=i*c,c==10&&(u=od[wl(u,od)]));while(l<=r);return s}function af(e,t,n,r,i,a,o){let s=e.scales[e.axes[t].scale].asinh,c=r>s?rf(e,t,Xl(s,n),r,i):[s],l=r>=0&&n<=0?[0]:[];return(n<-s?rf(e,t,Xl(s,-r),-n,i):[s]).reverse().map(e=>-e).concat(l,c)}var of=/./,sf=/[12357]/,cf=/[125]/,lf=/1/,uf=(e,t,n,r)=>e.map((e,i)=>t==4&&e==0||i%r==0&&n.test(e.toExponential()[+(e<0)])?e:null);function df(e,t,n,r,i){let a=e.axes[n],o=a.scale,s=e.scales[o],c=e.valToPos,l=a._space,u=c(10,o),d=c(9,o)-u>=l?of:c(7,o)-u>=l?sf:c(5,o)-u>=l?cf:lf;if(d==lf){let e=Gl(c(1,o)-u);if(e<l)return uf(t.slice().reverse(),s.distr,d,Jl(l/e)).reverse()}return uf(t,s.distr,d,1)}function ff(e,t,n,r,i){let a=e.axes[n],o=a.scale,s=a._space,c=e.valToPos,l=Gl(c(1,o)-c(2,o));return l<s?uf(t.slice().reverse(),3,of,Jl(s/l)).reverse():t}function pf(e,t,n,r){return r==null?tl:t==null?``:Hl(t)}var mf={show:!0,scale:`y`,stroke:Uc,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:Yd,side:3,grid:Gd,ticks:Kd,border:qd,font:Jd,lineGap:Xd,rotate:0};function hf(e,t){return vu((3+(e||1)*2)*t,3)}function gf(e,t){let{scale:n,idxs:r}=e.series[0],i=e._data[0],a=e.valToPos(i[r[0]],n,!0),o=Gl(e.valToPos(i[r[1]],n,!0)-a)/(e.series[t].points.space*ol);return r[1]-r[0]<=o}var _f={scale:null,auto:!0,sorted:0,min:ru,max:-1/0},vf=(e,t,n,r,i)=>i,yf={show:!0,auto:!0,sorted:0,gaps:vf,alpha:1,facets:[Pu({},_f,{scale:`x`}),Pu({},_f,{scale:`y`})]},bf={scale:`y`,auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:vf,alpha:1,points:{show:gf,filter:null},values:null,min:ru,max:-1/0,idxs:[],path:null,clip:null};function xf(e,t,n,r,i){return n/10}var Sf={time:gc,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},Cf=Pu({},Sf,{time:!1,ori:1}),wf={};function Tf(e,t){let n=wf[e];return n||(n={key:e,plots:[],sub(e){n.plots.push(e)},unsub(e){n.plots=n.plots.filter(t=>t!=e)},pub(e,t,r,i,a,o,s){for(let c=0;c<n.plots.length;c++)n.plots[c]!=t&&n.plots[c].pub(e,t,r,i,a,o,s)}},e!=null&&(wf[e]=n)),n}var Ef=1,Df=2;function Of(e,t,n){let r=e.mode,i=e.series[t],a=r==2?e._data[t]:e._data,o=e.scales,s=e.bbox,c=a[0],l=r==2?a[1]:a[t],u=r==2?o[i.facets[0].scale]:o[e.series[0].scale],d=r==2?o[i.facets[1].scale]:o[i.scale],f=s.left,p=s.top,m=s.width,h=s.height,g=e.valToPosH,_=e.valToPosV;return u.ori==0?n(i,c,l,u,d,g,_,f,p,m,h,Lf,zf,Vf,Uf,Gf):n(i,c,l,u,d,_,g,p,f,h,m,Rf,Bf,Hf,Wf,Kf)}function kf(e,t){let n=0,r=0,i=Rl(e.bands,Cu);for(let e=0;e<i.length;e++){let a=i[e];a.series[0]==t?n=a.dir:a.series[1]==t&&(a.dir==1?r|=1:r|=2)}return[n,r==1?-1:r==2?1:r==3?2:0]}function Af(e,t,n,r,i){let a=e.mode,o=e.series[t],s=a==2?o.facets[1].scale:o.scale,c=e.scales[s];return i==-1?c.min:i==1?c.max:c.distr==3?c.dir==1?c.min:c.max:0}function jf(e,t,n,r,i,a){return Of(e,t,(e,t,o,s,c,l,u,d,f,p,m)=>{let h=e.pxRound,g=s.dir*(s.ori==0?1:-1),_=s.ori==0?zf:Bf,v,y;g==1?(v=n,y=r):(v=r,y=n);let b=h(l(t[v],s,p,d)),x=h(u(o[v],c,m,f)),S=h(l(t[y],s,p,d)),C=h(u(a==1?c.max:c.min,c,m,f)),w=new Path2D(i);return _(w,S,C),_(w,b,C),_(w,b,x),w})}function Mf(e,t,n,r,i,a){let o=null;if(e.length>0){o=new Path2D;let s=t==0?Vf:Hf,c=n;for(let t=0;t<e.length;t++){let n=e[t];if(n[1]>n[0]){let e=n[0]-c;e>0&&s(o,c,r,e,r+a),c=n[1]}}let l=n+i-c;l>0&&s(o,c,r-5,l,r+a+10)}return o}function Nf(e,t,n){let r=e[e.length-1];r&&r[0]==t?r[1]=n:e.push([t,n])}function Pf(e,t,n,r,i,a,o){let s=[],c=e.length;for(let l=i==1?n:r;l>=n&&l<=r;l+=i)if(t[l]===null){let u=l,d=l;if(i==1)for(;++l<=r&&t[l]===null;)d=l;else for(;--l>=n&&t[l]===null;)d=l;let f=a(e[u]),p=d==u?f:a(e[d]),m=u-i;f=o<=0&&m>=0&&m<c?a(e[m]):f;let h=d+i;p=o>=0&&h>=0&&h<c?a(e[h]):p,p>=f&&s.push([f,p])}return s}function Ff(e){return e==0?cu:e==1?ql:t=>hu(t,e)}function If(e){let t=e==0?Lf:Rf,n=e==0?(e,t,n,r,i,a)=>{e.arcTo(t,n,r,i,a)}:(e,t,n,r,i,a)=>{e.arcTo(n,t,i,r,a)},r=e==0?(e,t,n,r,i)=>{e.rect(t,n,r,i)}:(e,t,n,r,i)=>{e.rect(n,t,i,r)};return(e,i,a,o,s,c=0,l=0)=>{c==0&&l==0?r(e,i,a,o,s):(c=Yl(c,o/2,s/2),l=Yl(l,o/2,s/2),t(e,i+c,a),n(e,i+o,a,i+o,a+s,c),n(e,i+o,a+s,i,a+s,l),n(e,i,a+s,i,a,l),n(e,i,a,i+o,a,c),e.closePath())}}var Lf=(e,t,n)=>{e.moveTo(t,n)},Rf=(e,t,n)=>{e.moveTo(n,t)},zf=(e,t,n)=>{e.lineTo(t,n)},Bf=(e,t,n)=>{e.lineTo(n,t)},Vf=If(0),Hf=If(1),Uf=(e,t,n,r,i,a)=>{e.arc(t,n,r,i,a)},Wf=(e,t,n,r,i,a)=>{e.arc(n,t,r,i,a)},Gf=(e,t,n,r,i,a,o)=>{e.bezierCurveTo(t,n,r,i,a,o)},Kf=(e,t,n,r,i,a,o)=>{e.bezierCurveTo(n,t,i,r,o,a)};function qf(e){return(e,t,n,r,i)=>Of(e,t,(t,a,o,s,c,l,u,d,f,p,m)=>{let{pxRound:h,points:g}=t,_,v;s.ori==0?(_=Lf,v=Uf):(_=Rf,v=Wf);let y=vu(g.width*ol,3),b=(g.size-g.width)/2*ol,x=vu(b*2,3),S=new Path2D,C=new Path2D,{left:w,top:ee,width:T,height:E}=e.bbox;Vf(C,w-x,ee-x,T+x*2,E+x*2);let te=e=>{if(o[e]!=null){let t=h(l(a[e],s,p,d)),n=h(u(o[e],c,m,f));_(S,t+b,n),v(S,t,n,b,0,Wl*2)}};if(i)i.forEach(te);else for(let e=n;e<=r;e++)te(e);return{stroke:y>0?S:null,fill:S,clip:C,flags:3}})}function Jf(e){return(t,n,r,i,a,o)=>{r!=i&&(a!=r&&o!=r&&e(t,n,r),a!=i&&o!=i&&e(t,n,i),e(t,n,o))}}var Yf=Jf(zf),Xf=Jf(Bf);function Zf(e){let t=Rl(e?.alignGaps,0);return(e,n,r,i)=>Of(e,n,(a,o,s,c,l,u,d,f,p,m,h)=>{[r,i]=Ol(s,r,i);let g=a.pxRound,_=e=>g(u(e,c,m,f)),v=e=>g(d(e,l,h,p)),y,b;c.ori==0?(y=zf,b=Yf):(y=Bf,b=Xf);let x=c.dir*(c.ori==0?1:-1),S={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:Ef},C=S.stroke,w=!1;if(i-r>=m*4){let t=t=>e.posToVal(t,c.key,!0),n=null,a=null,l,u,d,f=_(o[x==1?r:i]),p=_(o[r]),m=_(o[i]),h=t(x==1?p+1:m-1);for(let e=x==1?r:i;e>=r&&e<=i;e+=x){let r=o[e],i=(x==1?r<h:r>h)?f:_(r),c=s[e];i==f?c==null?c===null&&(w=!0):(u=c,n==null?(y(C,i,v(u)),l=n=a=u):u<n?n=u:u>a&&(a=u)):(n!=null&&b(C,f,v(n),v(a),v(l),v(u)),c==null?(n=a=null,c===null&&(w=!0)):(u=c,y(C,i,v(u)),n=a=l=u),f=i,h=t(f+x))}n!=null&&n!=a&&d!=f&&b(C,f,v(n),v(a),v(l),v(u))}else for(let e=x==1?r:i;e>=r&&e<=i;e+=x){let t=s[e];t===null?w=!0:t!=null&&y(C,_(o[e]),v(t))}let[ee,T]=kf(e,n);if(a.fill!=null||ee!=0){let t=S.fill=new Path2D(C),s=v(a.fillTo(e,n,a.min,a.max,ee)),c=_(o[r]),l=_(o[i]);x==-1&&([l,c]=[c,l]),y(t,l,s),y(t,c,s)}if(!a.spanGaps){let l=[];w&&l.push(...Pf(o,s,r,i,x,_,t)),S.gaps=l=a.gaps(e,n,r,i,l),S.clip=Mf(l,c.ori,f,p,m,h)}return T!=0&&(S.band=T==2?[jf(e,n,r,i,C,-1),jf(e,n,r,i,C,1)]:jf(e,n,r,i,C,T)),S})}function Qf(e){let t=Rl(e.align,1),n=Rl(e.ascDesc,!1),r=Rl(e.alignGaps,0),i=Rl(e.extend,!1);return(e,a,o,s)=>Of(e,a,(c,l,u,d,f,p,m,h,g,_,v)=>{[o,s]=Ol(u,o,s);let y=c.pxRound,{left:b,width:x}=e.bbox,S=e=>y(p(e,d,_,h)),C=e=>y(m(e,f,v,g)),w=d.ori==0?zf:Bf,ee={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:Ef},T=ee.stroke,E=d.dir*(d.ori==0?1:-1),te=C(u[E==1?o:s]),ne=S(l[E==1?o:s]),re=ne,ie=ne;i&&t==-1&&(ie=b,w(T,ie,te)),w(T,ne,te);for(let e=E==1?o:s;e>=o&&e<=s;e+=E){let n=u[e];if(n==null)continue;let r=S(l[e]),i=C(n);t==1?w(T,r,te):w(T,re,i),w(T,r,i),te=i,re=r}let ae=re;i&&t==1&&(ae=b+x,w(T,ae,te));let[oe,se]=kf(e,a);if(c.fill!=null||oe!=0){let t=ee.fill=new Path2D(T),n=C(c.fillTo(e,a,c.min,c.max,oe));w(t,ae,n),w(t,ie,n)}if(!c.spanGaps){let i=[];i.push(...Pf(l,u,o,s,E,S,r));let f=c.width*ol/2,p=n||t==1?f:-f,m=n||t==-1?-f:f;i.forEach(e=>{e[0]+=p,e[1]+=m}),ee.gaps=i=c.gaps(e,a,o,s,i),ee.clip=Mf(i,d.ori,h,g,_,v)}return se!=0&&(ee.band=se==2?[jf(e,a,o,s,T,-1),jf(e,a,o,s,T,1)]:jf(e,a,o,s,T,se)),ee})}function $f(e,t,n,r,i,a,o=ru){if(e.length>1){let s=null;for(let c=0,l=1/0;c<e.length;c++)if(t[c]!==void 0){if(s!=null){let t=Gl(e[c]-e[s]);t<l&&(l=t,o=Gl(n(e[c],r,i,a)-n(e[s],r,i,a)))}s=c}}return o}function ep(e){e||=Su;let t=Rl(e.size,[.6,ru,1]),n=e.align||0,r=e.gap||0,i=e.radius;i=i==null?[0,0]:typeof i==`number`?[i,0]:i;let a=$(i),o=1-t[0],s=Rl(t[1],ru),c=Rl(t[2],1),l=Rl(e.disp,Su),u=Rl(e.each,e=>{}),{fill:d,stroke:f}=l;return(e,t,i,p)=>Of(e,t,(m,h,g,_,v,y,b,x,S,C,w)=>{let ee=m.pxRound,T=n,E=r*ol,te=s*ol,ne=c*ol,re,ie;_.ori==0?[re,ie]=a(e,t):[ie,re]=a(e,t);let ae=_.dir*(_.ori==0?1:-1),oe=_.ori==0?Vf:Hf,se=_.ori==0?u:(e,t,n,r,i,a,o)=>{u(e,t,n,i,r,o,a)},ce=Rl(e.bands,Cu).find(e=>e.series[0]==t),le=ce==null?0:ce.dir,ue=m.fillTo(e,t,m.min,m.max,le),de=ee(b(ue,v,w,S)),D,fe,O,pe=C,me=ee(m.width*ol),he=!1,ge=null,_e=null,k=null,ve=null;d!=null&&(me==0||f!=null)&&(he=!0,ge=d.values(e,t,i,p),_e=new Map,new Set(ge).forEach(e=>{e!=null&&_e.set(e,new Path2D)}),me>0&&(k=f.values(e,t,i,p),ve=new Map,new Set(k).forEach(e=>{e!=null&&ve.set(e,new Path2D)})));let{x0:A,size:ye}=l;if(A!=null&&ye!=null){T=1,h=A.values(e,t,i,p),A.unit==2&&(h=h.map(t=>e.posToVal(x+t*C,_.key,!0)));let n=ye.values(e,t,i,p);fe=ye.unit==2?n[0]*C:y(n[0],_,C,x)-y(0,_,C,x),pe=$f(h,g,y,_,C,x,pe),O=pe-fe+E}else pe=$f(h,g,y,_,C,x,pe),O=pe*o+E,fe=pe-O;O<1&&(O=0),me>=fe/2&&(me=0),O<5&&(ee=cu);let be=O>0,j=pe-O-(be?me:0);fe=ee(au(j,ne,te)),D=(T==0?fe/2:T==ae?0:fe)-T*ae*((T==0?E/2:0)+(be?me/2:0));let xe={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},Se=he?null:new Path2D,Ce=null;if(ce!=null)Ce=e.data[ce.series[1]];else{let{y0:n,y1:r}=l;n!=null&&r!=null&&(g=r.values(e,t,i,p),Ce=n.values(e,t,i,p))}let we=re*fe,Te=ie*fe;for(let n=ae==1?i:p;n>=i&&n<=p;n+=ae){let r=g[n];if(r==null)continue;if(Ce!=null){let e=Ce[n]??0;if(r-e==0)continue;de=b(e,v,w,S)}let i=y(_.distr!=2||l!=null?h[n]:n,_,C,x),a=b(Rl(r,ue),v,w,S),o=ee(i-D),s=ee(Xl(a,de)),c=ee(Yl(a,de)),u=s-c;if(r!=null){let i=r<0?Te:we,a=r<0?we:Te;he?(me>0&&k[n]!=null&&oe(ve.get(k[n]),o,c+Kl(me/2),fe,Xl(0,u-me),i,a),ge[n]!=null&&oe(_e.get(ge[n]),o,c+Kl(me/2),fe,Xl(0,u-me),i,a)):oe(Se,o,c+Kl(me/2),fe,Xl(0,u-me),i,a),se(e,t,n,o-me/2,c,fe+me,u)}}return me>0?xe.stroke=he?ve:Se:he||(xe._fill=m.width==0?m._fill:m._stroke??m._fill,xe.width=0),xe.fill=he?_e:Se,xe})}function tp(e,t){let n=Rl(t?.alignGaps,0);return(t,r,i,a)=>Of(t,r,(o,s,c,l,u,d,f,p,m,h,g)=>{[i,a]=Ol(c,i,a);let _=o.pxRound,v=e=>_(d(e,l,h,p)),y=e=>_(f(e,u,g,m)),b,x,S;l.ori==0?(b=Lf,S=zf,x=Gf):(b=Rf,S=Bf,x=Kf);let C=l.dir*(l.ori==0?1:-1),w=v(s[C==1?i:a]),ee=w,T=[],E=[];for(let e=C==1?i:a;e>=i&&e<=a;e+=C)if(c[e]!=null){let t=s[e],n=v(t);T.push(ee=n),E.push(y(c[e]))}let te={stroke:e(T,E,b,S,x,_),fill:null,clip:null,band:null,gaps:null,flags:Ef},ne=te.stroke,[re,ie]=kf(t,r);if(o.fill!=null||re!=0){let e=te.fill=new Path2D(ne),n=y(o.fillTo(t,r,o.min,o.max,re));S(e,ee,n),S(e,w,n)}if(!o.spanGaps){let e=[];e.push(...Pf(s,c,i,a,C,v,n)),te.gaps=e=o.gaps(t,r,i,a,e),te.clip=Mf(e,l.ori,p,m,h,g)}return ie!=0&&(te.band=ie==2?[jf(t,r,i,a,ne,-1),jf(t,r,i,a,ne,1)]:jf(t,r,i,a,ne,ie)),te})}function np(e){return tp(rp,e)}function rp(e,t,n,r,i,a){let o=e.length;if(o<2)return null;let s=new Path2D;if(n(s,e[0],t[0]),o==2)r(s,e[1],t[1]);else{let n=Array(o),r=Array(o-1),a=Array(o-1),c=Array(o-1);for(let n=0;n<o-1;n++)a[n]=t[n+1]-t[n],c[n]=e[n+1]-e[n],r[n]=a[n]/c[n];n[0]=r[0];for(let e=1;e<o-1;e++)r[e]===0||r[e-1]===0||r[e-1]>0!=r[e]>0?n[e]=0:(n[e]=3*(c[e-1]+c[e])/((2*c[e]+c[e-1])/r[e-1]+(c[e]+2*c[e-1])/r[e]),isFinite(n[e])||(n[e]=0));n[o-1]=r[o-2];for(let r=0;r<o-1;r++)i(s,e[r]+c[r]/3,t[r]+n[r]*c[r]/3,e[r+1]-c[r]/3,t[r+1]-n[r+1]*c[r]/3,e[r+1],t[r+1])}return s}var ip=new Set;function ap(){for(let e of ip)e.syncRect(!0)}nl&&(Sl(Zc,il,ap),Sl(Qc,il,ap,!0),Sl(el,il,()=>{xp.pxRatio=ol}));var op=Zf(),sp=qf();function cp(e,t,n,r){return(r?[e[0],e[1]].concat(e.slice(2)):[e[0]].concat(e.slice(1))).map((e,r)=>up(e,r,t,n))}function lp(e,t){return e.map((e,n)=>n==0?{}:Pu({},t,e))}function up(e,t,n,r){return Pu({},t==0?n:r,e)}function dp(e,t,n){return t==null?wu:[t,n]}var fp=dp;function pp(e,t,n){return t==null?wu:Ll(t,n,Nl,!0)}function mp(e,t,n,r){return t==null?wu:jl(t,n,e.scales[r].log,!1)}var hp=mp;function gp(e,t,n,r){return t==null?wu:Ml(t,n,e.scales[r].log,!1)}var _p=gp;function vp(e,t,n,r,i){let a=Xl(iu(e),iu(t)),o=t-e,s=wl(i/r*o,n);do{let e=n[s],t=r*e/o;if(t>=i&&a+(e<5?yu.get(e):0)<=17)return[e,t]}while(++s<n.length);return[0,0]}function yp(e){let t,n;return e=e.replace(/(\d+)px/,(e,r)=>(t=ql((n=+r)*ol))+`px`),[e,t,n]}function bp(e){e.show&&[e.font,e.labelFont].forEach(e=>{let t=vu(e[2]*ol,1);e[0]=e[0].replace(/[0-9.]+px/,t+`px`),e[1]=t})}function xp(e,t,n){let r={mode:Rl(e.mode,1)},i=r.mode;function a(e,t,n,r){let i=t.valToPct(e);return r+n*(t.dir==-1?1-i:i)}function o(e,t,n,r){let i=t.valToPct(e);return r+n*(t.dir==-1?i:1-i)}function s(e,t,n,r){return t.ori==0?a(e,t,n,r):o(e,t,n,r)}r.valToPosH=a,r.valToPosV=o;let c=!1;r.status=0;let l=r.root=pl(_c);if(e.id!=null&&(l.id=e.id),ll(l,e.class),e.title){let t=pl(bc,l);t.textContent=e.title}let u=fl(`canvas`),d=r.ctx=u.getContext(`2d`),f=pl(xc,l);Sl(`click`,f,e=>{e.target===m&&(ln!=an||un!=on)&&fn.click(r,e)},!0);let p=r.under=pl(Sc,f);f.appendChild(u);let m=r.over=pl(Cc,f);e=Nu(e);let h=+Rl(e.pxAlign,1),g=Ff(h);(e.plugins||[]).forEach(t=>{t.opts&&(e=t.opts(r,e)||e)});let _=e.ms||.001,v=r.series=i==1?cp(e.series||[],ef,bf,!1):lp(e.series||[null],yf),y=r.axes=cp(e.axes||[],Zd,mf,!0),b=r.scales={},x=r.bands=e.bands||[];x.forEach(e=>{e.fill=$(e.fill||null),e.dir=Rl(e.dir,-1)});let S=i==2?v[1].facets[0].scale:v[0].scale,C={axes:Kt,series:Ft},w=(e.drawOrder||[`axes`,`series`]).map(e=>C[e]);function ee(e){let t=e.distr==3?t=>$l(t>0?t:e.clamp(r,t,e.min,e.max,e.key)):e.distr==4?t=>nu(t,e.asinh):e.distr==100?t=>e.fwd(t):e=>e;return n=>{let r=t(n),{_min:i,_max:a}=e,o=a-i;return(r-i)/o}}function T(t){let n=b[t];if(n==null){let r=(e.scales||Su)[t]||Su;if(r.from!=null){T(r.from);let e=Pu({},b[r.from],r,{key:t});e.valToPct=ee(e),b[t]=e}else{n=b[t]=Pu({},t==S?Sf:Cf,r),n.key=t;let e=n.time,a=n.range,o=Tu(a);if((t!=S||i==2&&!e)&&(o&&(a[0]==null||a[1]==null)&&(a={min:a[0]==null?Pl:{mode:1,hard:a[0],soft:a[0]},max:a[1]==null?Pl:{mode:1,hard:a[1],soft:a[1]}},o=!1),!o&&ku(a))){let e=a;a=(t,n,r)=>n==null?wu:Ll(n,r,e)}n.range=$(a||(e?fp:t==S?n.distr==3?hp:n.distr==4?_p:dp:n.distr==3?mp:n.distr==4?gp:pp)),n.auto=$(!o&&n.auto),n.clamp=$(n.clamp||xf),n._min=n._max=null,n.valToPct=ee(n)}}}T(`x`),T(`y`),i==1&&v.forEach(e=>{T(e.scale)}),y.forEach(e=>{T(e.scale)});for(let t in e.scales)T(t);let E=b[S],te=E.distr,ne,re;E.ori==0?(ll(l,vc),ne=a,re=o):(ll(l,yc),ne=o,re=a);let ie={};for(let e in b){let t=b[e];(t.min!=null||t.max!=null)&&(ie[e]={min:t.min,max:t.max},t.min=t.max=null)}let ae=e.tzDate||(e=>new Date(ql(e/_))),oe=e.fmtDate||Qu,se=_==1?xd(ae):wd(ae),ce=Ed(ae,Td(_==1?bd:Cd,oe)),le=jd(ae,kd(Ad,oe)),ue=[],de=r.legend=Pu({},Pd,e.legend),D=r.cursor=Pu({},Ud,{drag:{y:i==2}},e.cursor),fe=de.show,O=D.show,pe=de.markers;de.idxs=ue,pe.width=$(pe.width),pe.dash=$(pe.dash),pe.stroke=$(pe.stroke),pe.fill=$(pe.fill);let me,he,ge,_e=[],k=[],ve,A=!1,ye={};if(de.live){let e=v[1]?v[1].values:null;A=e!=null,ve=A?e(r,1,0):{_:0};for(let e in ve)ye[e]=tl}if(fe){if(me=fl(`table`,Ac,l),ge=fl(`tbody`,null,me),de.mount(r,me),A){he=fl(`thead`,null,me,ge);let e=fl(`tr`,null,he);for(var be in fl(`th`,null,e),ve)fl(`th`,Fc,e).textContent=be}else ll(me,Mc),de.live&&ll(me,jc)}let j={show:!0},xe={show:!1};function Se(e,t){if(t==0&&(A||!de.live||i==2))return wu;let n=[],a=fl(`tr`,Nc,ge,ge.childNodes[t]);ll(a,e.class),e.show||ll(a,Tc);let o=fl(`th`,null,a);if(pe.show){let e=pl(Pc,o);if(t>0){let n=pe.width(r,t);n&&(e.style.border=n+`px `+pe.dash(r,t)+` `+pe.stroke(r,t)),e.style.background=pe.fill(r,t)}}let s=pl(Fc,o);for(var c in e.label instanceof HTMLElement?s.appendChild(e.label):s.textContent=e.label,t>0&&(pe.show||(s.style.color=e.width>0?pe.stroke(r,t):pe.fill(r,t)),we(`click`,o,t=>{if(D._lock)return;Xe(t);let n=v.indexOf(e);if((t.ctrlKey||t.metaKey)!=de.isolate){let e=v.some((e,t)=>t>0&&t!=n&&e.show);v.forEach((t,r)=>{r>0&&bn(r,e?r==n?j:xe:j,!0,nr.setSeries)})}else bn(n,{show:!e.show},!0,nr.setSeries)},!1),$e&&we(Jc,o,t=>{D._lock||(Xe(t),bn(v.indexOf(e),Dn,!0,nr.setSeries))},!1)),ve){let e=fl(`td`,Ic,a);e.textContent=`--`,n.push(e)}return[a,n]}let Ce=new Map;function we(e,t,n,i=!0){let a=Ce.get(t)||{},o=D.bind[e](r,t,n,i);o&&(Sl(e,t,a[e]=o),Ce.set(t,a))}function Te(e,t,n){let r=Ce.get(t)||{};for(let n in r)(e==null||n==e)&&(Cl(n,t,r[n]),delete r[n]);e??Ce.delete(t)}let Ee=0,De=0,M=0,N=0,Oe=0,ke=0,Ae=Oe,je=ke,Me=M,Ne=N,Pe=0,Fe=0,Ie=0,Le=0;r.bbox={};let Re=!1,ze=!1,Be=!1,Ve=!1,He=!1,Ue=!1;function We(e,t,n){(n||e!=r.width||t!=r.height)&&Ge(e,t),qt(!1),Be=!0,ze=!0,Qt()}function Ge(e,t){r.width=Ee=M=e,r.height=De=N=t,Oe=ke=0,Je(),Ye();let n=r.bbox;Pe=n.left=hu(Oe*ol,.5),Fe=n.top=hu(ke*ol,.5),Ie=n.width=hu(M*ol,.5),Le=n.height=hu(N*ol,.5)}function Ke(){let e=!1,t=0;for(;!e;){t++;let n=Wt(t),i=Gt(t);e=t==3||n&&i,e||(Ge(r.width,r.height),ze=!0)}}function qe({width:e,height:t}){We(e,t)}r.setSize=qe;function Je(){let e=!1,t=!1,n=!1,r=!1;y.forEach((i,a)=>{if(i.show&&i._show){let{side:a,_size:o}=i,s=a%2,c=o+(i.label==null?0:i.labelSize);c>0&&(s?(M-=c,a==3?(Oe+=c,r=!0):n=!0):(N-=c,a==0?(ke+=c,e=!0):t=!0))}}),P[0]=e,P[1]=n,P[2]=t,P[3]=r,M-=dt[1]+dt[3],Oe+=dt[3],N-=dt[2]+dt[0],ke+=dt[0]}function Ye(){let e=Oe+M,t=ke+N,n=Oe,r=ke;function i(i,a){switch(i){case 1:return e+=a,e-a;case 2:return t+=a,t-a;case 3:return n-=a,n+a;case 0:return r-=a,r+a}}y.forEach((e,t)=>{if(e.show&&e._show){let t=e.side;e._pos=i(t,e._size),e.label!=null&&(e._lpos=i(t,e.labelSize))}})}if(D.dataIdx==null){let e=D.hover,n=e.skip=new Set(e.skip??[]);n.add(void 0);let r=e.prox=$(e.prox),i=e.bias??=0;D.dataIdx=(e,a,o,s)=>{if(a==0)return o;let c=o,l=r(e,a,o,s)??ru,u=l>=0&&l<ru,d=E.ori==0?M:N,f=D.left,p=t[0],m=t[a];if(n.has(m[o])){c=null;let e=null,t=null,r;if(i==0||i==-1)for(r=o;e==null&&r-->0;)n.has(m[r])||(e=r);if(i==0||i==1)for(r=o;t==null&&r++<m.length;)n.has(m[r])||(t=r);if(e!=null||t!=null){if(u){let n=e==null?-1/0:ne(p[e],E,d,0),r=t==null?1/0:ne(p[t],E,d,0),i=f-n,a=r-f;i<=a?i<=l&&(c=e):a<=l&&(c=t)}else c=t==null?e:e==null?t:o-e<=t-o?e:t}}else u&&Gl(f-ne(p[o],E,d,0))>l&&(c=null);return c}}let Xe=e=>{D.event=e};D.idxs=ue,D._lock=!1;let Ze=D.points;Ze.show=$(Ze.show),Ze.size=$(Ze.size),Ze.stroke=$(Ze.stroke),Ze.width=$(Ze.width),Ze.fill=$(Ze.fill);let Qe=r.focus=Pu({},e.focus||{alpha:.3},D.focus),$e=Qe.prox>=0,et=$e&&Ze.one,tt=[],nt=[],rt=[];function it(e,t){let n=Ze.show(r,t);if(n instanceof HTMLElement)return ll(n,kc),ll(n,e.class),hl(n,-10,-10,M,N),m.insertBefore(n,tt[t]),n}function at(e,t){if(i==1||t>0){let t=i==1&&b[e.scale].time,n=e.value;e.value=t?Ou(n)?jd(ae,kd(n,oe)):n||le:n||pf,e.label=e.label||(t?$d:Qd)}if(et||t>0){e.width=e.width==null?1:e.width,e.paths=e.paths||op||uu,e.fillTo=$(e.fillTo||Af),e.pxAlign=+Rl(e.pxAlign,h),e.pxRound=Ff(e.pxAlign),e.stroke=$(e.stroke||null),e.fill=$(e.fill||null),e._stroke=e._fill=e._paths=e._focus=null;let t=hf(Xl(1,e.width),1),n=e.points=Pu({},{size:t,width:Xl(1,t*.2),stroke:e.stroke,space:t*2,paths:sp,_stroke:null,_fill:null},e.points);n.show=$(n.show),n.filter=$(n.filter),n.fill=$(n.fill),n.stroke=$(n.stroke),n.paths=$(n.paths),n.pxAlign=e.pxAlign}if(fe){let n=Se(e,t);_e.splice(t,0,n[0]),k.splice(t,0,n[1]),de.values.push(null)}if(O){ue.splice(t,0,null);let n=null;et?t==0&&(n=it(e,t)):t>0&&(n=it(e,t)),tt.splice(t,0,n),nt.splice(t,0,0),rt.splice(t,0,0)}er(`addSeries`,t)}function ot(e,t){t??=v.length,e=i==1?up(e,t,ef,bf):up(e,t,{},yf),v.splice(t,0,e),at(v[t],t)}r.addSeries=ot;function st(e){if(v.splice(e,1),fe){de.values.splice(e,1),k.splice(e,1);let t=_e.splice(e,1)[0];Te(null,t.firstChild),t.remove()}O&&(ue.splice(e,1),tt.splice(e,1)[0].remove(),nt.splice(e,1),rt.splice(e,1)),er(`delSeries`,e)}r.delSeries=st;let P=[!1,!1,!1,!1];function ct(e,t){if(e._show=e.show,e.show){let n=e.side%2,i=b[e.scale];i??=(e.scale=n?v[1].scale:S,b[e.scale]);let a=i.time;e.size=$(e.size),e.space=$(e.space),e.rotate=$(e.rotate),Tu(e.incrs)&&e.incrs.forEach(e=>{!yu.has(e)&&yu.set(e,bu(e))}),e.incrs=$(e.incrs||(i.distr==2?ad:a?_==1?yd:Sd:od)),e.splits=$(e.splits||(a&&i.distr==1?se:i.distr==3?rf:i.distr==4?af:nf)),e.stroke=$(e.stroke),e.grid.stroke=$(e.grid.stroke),e.ticks.stroke=$(e.ticks.stroke),e.border.stroke=$(e.border.stroke);let o=e.values;e.values=Tu(o)&&!Tu(o[0])?$(o):a?Tu(o)?Ed(ae,Td(o,oe)):Ou(o)?Dd(ae,o):o||ce:o||tf,e.filter=$(e.filter||(i.distr>=3&&i.log==10?df:i.distr==3&&i.log==2?ff:lu)),e.font=yp(e.font),e.labelFont=yp(e.labelFont),e._size=e.size(r,null,t,0),e._space=e._rotate=e._incrs=e._found=e._splits=e._values=null,e._size>0&&(P[t]=!0,e._el=pl(wc,f))}}function lt(e,t,n,r){let[i,a,o,s]=n,c=t%2,l=0;return c==0&&(s||a)&&(l=t==0&&!i||t==2&&!o?ql(Zd.size/3):0),c==1&&(i||o)&&(l=t==1&&!a||t==3&&!s?ql(mf.size/2):0),l}let ut=r.padding=(e.padding||[lt,lt,lt,lt]).map(e=>$(Rl(e,lt))),dt=r._padding=ut.map((e,t)=>e(r,t,P,0)),ft,pt=null,mt=null,F=i==1?v[0].idxs:null,ht=null,gt=!1;function _t(e,n){if(t=e??[],r.data=r._data=t,i==2){ft=0;for(let e=1;e<v.length;e++)ft+=t[e][0].length}else{t.length==0&&(r.data=r._data=t=[[]]),ht=t[0],ft=ht.length;let e=t;if(te==2){e=t.slice();let n=e[0]=Array(ft);for(let e=0;e<ft;e++)n[e]=e}r._data=t=e}if(qt(!0),er(`setData`),te==2&&(Be=!0),n!==!1){let e=E;e.auto(r,gt)?vt():yn(S,e.min,e.max),Ve||=D.left>=0,Ue=!0,Qt()}}r.setData=_t;function vt(){gt=!0;let e,n;i==1&&(ft>0?(pt=F[0]=0,mt=F[1]=ft-1,e=t[0][pt],n=t[0][mt],te==2?(e=pt,n=mt):e==n&&(te==3?[e,n]=jl(e,e,E.log,!1):te==4?[e,n]=Ml(e,e,E.log,!1):E.time?n=e+ql(86400/_):[e,n]=Ll(e,n,Nl,!0))):(pt=F[0]=e=null,mt=F[1]=n=null)),yn(S,e,n)}let yt,bt,xt,St,Ct,wt,Tt,Et,Dt,Ot;function kt(e,t,n,r,i,a){e??=Wc,n??=Cu,r??=`butt`,i??=Wc,a??=`round`,e!=yt&&(d.strokeStyle=yt=e),i!=bt&&(d.fillStyle=bt=i),t!=xt&&(d.lineWidth=xt=t),a!=Ct&&(d.lineJoin=Ct=a),r!=wt&&(d.lineCap=wt=r),n!=St&&d.setLineDash(St=n)}function At(e,t,n,r){t!=bt&&(d.fillStyle=bt=t),e!=Tt&&(d.font=Tt=e),n!=Et&&(d.textAlign=Et=n),r!=Dt&&(d.textBaseline=Dt=r)}function jt(e,t,n,i,a=0){if(i.length>0&&e.auto(r,gt)&&(t==null||t.min==null)){let t=Rl(pt,0),r=Rl(mt,i.length-1),o=n.min==null?Al(i,t,r,a,e.distr==3):[n.min,n.max];e.min=Yl(e.min,n.min=o[0]),e.max=Xl(e.max,n.max=o[1])}}let Mt={min:null,max:null};function Nt(){for(let e in b){let t=b[e];ie[e]==null&&(t.min==null||ie[S]!=null&&t.auto(r,gt))&&(ie[e]=Mt)}for(let e in b){let t=b[e];ie[e]==null&&t.from!=null&&ie[t.from]!=null&&(ie[e]=Mt)}ie[S]!=null&&qt(!0);let e={};for(let t in ie){let n=ie[t];if(n!=null){let a=e[t]=Nu(b[t],Au);if(n.min!=null)Pu(a,n);else if(t!=S||i==2){if(ft==0&&a.from==null){let e=a.range(r,null,null,t);a.min=e[0],a.max=e[1]}else a.min=ru,a.max=-1/0}}}if(ft>0){v.forEach((n,a)=>{if(i==1){let i=n.scale,o=ie[i];if(o==null)return;let s=e[i];if(a==0){let e=s.range(r,s.min,s.max,i);s.min=e[0],s.max=e[1],pt=wl(s.min,t[0]),mt=wl(s.max,t[0]),mt-pt>1&&(t[0][pt]<s.min&&pt++,t[0][mt]>s.max&&mt--),n.min=ht[pt],n.max=ht[mt]}else n.show&&n.auto&&jt(s,o,n,t[a],n.sorted);n.idxs[0]=pt,n.idxs[1]=mt}else if(a>0&&n.show&&n.auto){let[r,i]=n.facets,o=r.scale,s=i.scale,[c,l]=t[a],u=e[o],d=e[s];u!=null&&jt(u,ie[o],r,c,r.sorted),d!=null&&jt(d,ie[s],i,l,i.sorted),n.min=i.min,n.max=i.max}});for(let t in e){let n=e[t],i=ie[t];if(n.from==null&&(i==null||i.min==null)){let e=n.range(r,n.min==ru?null:n.min,n.max==-1/0?null:n.max,t);n.min=e[0],n.max=e[1]}}}for(let t in e){let n=e[t];if(n.from!=null){let i=e[n.from];if(i.min==null)n.min=n.max=null;else{let e=n.range(r,i.min,i.max,t);n.min=e[0],n.max=e[1]}}}let n={},a=!1;for(let t in e){let r=e[t],i=b[t];if(i.min!=r.min||i.max!=r.max){i.min=r.min,i.max=r.max;let e=i.distr;i._min=e==3?$l(i.min):e==4?nu(i.min,i.asinh):e==100?i.fwd(i.min):i.min,i._max=e==3?$l(i.max):e==4?nu(i.max,i.asinh):e==100?i.fwd(i.max):i.max,n[t]=a=!0}}if(a){v.forEach((e,t)=>{i==2?t>0&&n.y&&(e._paths=null):n[e.scale]&&(e._paths=null)});for(let e in n)Be=!0,er(`setScale`,e);O&&D.left>=0&&(Ve=Ue=!0)}for(let e in ie)ie[e]=null}function Pt(e){let t=au(pt-1,0,ft-1),n=au(mt+1,0,ft-1);for(;e[t]==null&&t>0;)t--;for(;e[n]==null&&n<ft-1;)n++;return[t,n]}function Ft(){if(ft>0){let e=v.some(e=>e._focus)&&Ot!=Qe.alpha;e&&(d.globalAlpha=Ot=Qe.alpha),v.forEach((e,n)=>{if(n>0&&e.show&&(It(n,!1),It(n,!0),e._paths==null)){let a=Ot;Ot!=e.alpha&&(d.globalAlpha=Ot=e.alpha);let o=i==2?[0,t[n][0].length-1]:Pt(t[n]);e._paths=e.paths(r,n,o[0],o[1]),Ot!=a&&(d.globalAlpha=Ot=a)}}),v.forEach((e,t)=>{if(t>0&&e.show){let n=Ot;Ot!=e.alpha&&(d.globalAlpha=Ot=e.alpha),e._paths!=null&&Lt(t,!1);{let n=e._paths==null?null:e._paths.gaps,i=e.points.show(r,t,pt,mt,n),a=e.points.filter(r,t,i,n);(i||a)&&(e.points._paths=e.points.paths(r,t,pt,mt,a),Lt(t,!0))}Ot!=n&&(d.globalAlpha=Ot=n),er(`drawSeries`,t)}}),e&&(d.globalAlpha=Ot=1)}}function It(e,t){let n=t?v[e].points:v[e];n._stroke=n.stroke(r,e),n._fill=n.fill(r,e)}function Lt(e,t){let n=t?v[e].points:v[e],{stroke:r,fill:i,clip:a,flags:o,_stroke:s=n._stroke,_fill:c=n._fill,_width:l=n.width}=n._paths;l=vu(l*ol,3);let u=null,f=l%2/2;t&&c==null&&(c=l>0?`#fff`:s);let p=n.pxAlign==1&&f>0;if(p&&d.translate(f,f),!t){let e=Pe-l/2,t=Fe-l/2,n=Ie+l,r=Le+l;u=new Path2D,u.rect(e,t,n,r)}t?zt(s,l,n.dash,n.cap,c,r,i,o,a):Rt(e,s,l,n.dash,n.cap,c,r,i,o,u,a),p&&d.translate(-f,-f)}function Rt(e,n,i,a,o,s,c,l,u,d,f){let p=!1;u!=0&&x.forEach((m,h)=>{if(m.series[0]==e){let e=v[m.series[1]],g=t[m.series[1]],_=(e._paths||Su).band;Tu(_)&&(_=m.dir==1?_[0]:_[1]);let y,b=null;e.show&&_&&zl(g,pt,mt)?(b=m.fill(r,h)||s,y=e._paths.clip):_=null,zt(n,i,a,o,b,c,l,u,d,f,y,_),p=!0}}),p||zt(n,i,a,o,s,c,l,u,d,f)}function zt(e,t,n,r,i,a,o,s,c,l,u,f){kt(e,t,n,r,i),(c||l||f)&&(d.save(),c&&d.clip(c),l&&d.clip(l)),f?(s&3)==3?(d.clip(f),u&&d.clip(u),Vt(i,o),Bt(e,a,t)):s&Df?(Vt(i,o),d.clip(f),Bt(e,a,t)):s&Ef&&(d.save(),d.clip(f),u&&d.clip(u),Vt(i,o),d.restore(),Bt(e,a,t)):(Vt(i,o),Bt(e,a,t)),(c||l||f)&&d.restore()}function Bt(e,t,n){n>0&&(t instanceof Map?t.forEach((e,t)=>{d.strokeStyle=yt=t,d.stroke(e)}):t!=null&&e&&d.stroke(t))}function Vt(e,t){t instanceof Map?t.forEach((e,t)=>{d.fillStyle=bt=t,d.fill(e)}):t!=null&&e&&d.fill(t)}function Ht(e,t,n,i){let a=y[e],o;if(i<=0)o=[0,0];else{let s=a._space=a.space(r,e,t,n,i);o=vp(t,n,a._incrs=a.incrs(r,e,t,n,i,s),i,s)}return a._found=o}function Ut(e,t,n,r,i,a,o,s,c,l){let u=o%2/2;h==1&&d.translate(u,u),kt(s,o,c,l,s),d.beginPath();let f,p,m,g,_=i+(r==0||r==3?-a:a);n==0?(p=i,g=_):(f=i,m=_);for(let r=0;r<e.length;r++)t[r]!=null&&(n==0?f=m=e[r]:p=g=e[r],d.moveTo(f,p),d.lineTo(m,g));d.stroke(),h==1&&d.translate(-u,-u)}function Wt(e){let t=!0;return y.forEach((n,i)=>{if(!n.show)return;let a=b[n.scale];if(a.min==null){n._show&&(t=!1,n._show=!1,qt(!1));return}n._show||(t=!1,n._show=!0,qt(!1));let o=n.side,s=o%2,{min:c,max:l}=a,[u,d]=Ht(i,c,l,s==0?M:N);if(d==0)return;let f=a.distr==2,p=n._splits=n.splits(r,i,c,l,u,d,f),m=a.distr==2?p.map(e=>ht[e]):p,h=a.distr==2?ht[p[1]]-ht[p[0]]:u,g=n._values=n.values(r,n.filter(r,m,i,d,h),i,d,h);n._rotate=o==2?n.rotate(r,g,i,d):0;let _=n._size;n._size=Jl(n.size(r,g,i,e)),_!=null&&n._size!=_&&(t=!1)}),t}function Gt(e){let t=!0;return ut.forEach((n,i)=>{let a=n(r,i,P,e);a!=dt[i]&&(t=!1),dt[i]=a}),t}function Kt(){for(let e=0;e<y.length;e++){let t=y[e];if(!t.show||!t._show)continue;let n=t.side,i=n%2,a,o,c=t.stroke(r,e),l=n==0||n==3?-1:1,[u,f]=t._found;if(t.label!=null){let s=t.labelGap*l,p=ql((t._lpos+s)*ol);At(t.labelFont[0],c,`center`,n==2?zc:Bc),d.save(),i==1?(a=o=0,d.translate(p,ql(Fe+Le/2)),d.rotate((n==3?-Wl:Wl)/2)):(a=ql(Pe+Ie/2),o=p);let m=ou(t.label)?t.label(r,e,u,f):t.label;d.fillText(m,a,o),d.restore()}if(f==0)continue;let p=b[t.scale],m=i==0?Ie:Le,h=i==0?Pe:Fe,_=t._splits,v=p.distr==2?_.map(e=>ht[e]):_,x=p.distr==2?ht[_[1]]-ht[_[0]]:u,S=t.ticks,C=t.border,w=S.show?S.size:0,ee=ql(w*ol),T=ql((t.alignTo==2?t._size-w-t.gap:t.gap)*ol),E=t._rotate*-Wl/180,te=g(t._pos*ol),ne=te+(ee+T)*l;o=i==0?ne:0,a=i==1?ne:0;let re=t.font[0];At(re,c,t.align==1?Vc:t.align==2?Hc:E>0?Vc:E<0?Hc:i==0?`center`:n==3?Hc:Vc,E||i==1?`middle`:n==2?zc:Bc);let ie=t.font[1]*t.lineGap,ae=_.map(e=>g(s(e,p,m,h))),oe=t._values;for(let e=0;e<oe.length;e++){let t=oe[e];if(t!=null){i==0?a=ae[e]:o=ae[e],t=``+t;let n=t.indexOf(`
`)==-1?[t]:t.split(/\n/gm);for(let e=0;e<n.length;e++){let t=n[e];E?(d.save(),d.translate(a,o+e*ie),d.rotate(E),d.fillText(t,0,0),d.restore()):d.fillText(t,a,o+e*ie)}}}S.show&&Ut(ae,S.filter(r,v,e,f,x),i,n,te,ee,vu(S.width*ol,3),S.stroke(r,e),S.dash,S.cap);let se=t.grid;se.show&&Ut(ae,se.filter(r,v,e,f,x),i,i==0?2:1,i==0?Fe:Pe,i==0?Le:Ie,vu(se.width*ol,3),se.stroke(r,e),se.dash,se.cap),C.show&&Ut([te],[1],+(i==0),i==0?1:2,i==1?Fe:Pe,i==1?Le:Ie,vu(C.width*ol,3),C.stroke(r,e),C.dash,C.cap)}er(`drawAxes`)}function qt(e){v.forEach((t,n)=>{n>0&&(t._paths=null,e&&(i==1?(t.min=null,t.max=null):t.facets.forEach(e=>{e.min=null,e.max=null})))})}let Jt=!1,Yt=!1,Xt=[];function Zt(){Yt=!1;for(let e=0;e<Xt.length;e++)er(...Xt[e]);Xt.length=0}function Qt(){Jt||=(Bu(en),!0)}function $t(e,t=!1){Jt=!0,Yt=t,e(r),en(),t&&Xt.length>0&&queueMicrotask(Zt)}r.batch=$t;function en(){if(Re&&=(Nt(),!1),Be&&=(Ke(),!1),ze){if(dl(p,Vc,Oe),dl(p,zc,ke),dl(p,Lc,M),dl(p,Rc,N),dl(m,Vc,Oe),dl(m,zc,ke),dl(m,Lc,M),dl(m,Rc,N),dl(f,Lc,Ee),dl(f,Rc,De),u.width=ql(Ee*ol),u.height=ql(De*ol),y.forEach(({_el:e,_show:t,_size:n,_pos:r,side:i})=>{if(e!=null){if(t){let t=i===3||i===0?n:0,a=i%2==1;dl(e,a?`left`:`top`,r-t),dl(e,a?`width`:`height`,n),dl(e,a?`top`:`left`,a?ke:Oe),dl(e,a?`height`:`width`,a?N:M),ul(e,Tc)}else ll(e,Tc)}}),yt=bt=xt=Ct=wt=Tt=Et=Dt=St=null,Ot=1,H(!0),Oe!=Ae||ke!=je||M!=Me||N!=Ne){qt(!1);let e=M/Me,t=N/Ne;if(O&&!Ve&&D.left>=0){D.left*=e,D.top*=t,L&&hl(L,ql(D.left),0,M,N),R&&hl(R,0,ql(D.top),M,N);for(let n=0;n<tt.length;n++){let r=tt[n];r!=null&&(nt[n]*=e,rt[n]*=t,hl(r,Jl(nt[n]),Jl(rt[n]),M,N))}}if(hn.show&&!He&&hn.left>=0&&hn.width>0){hn.left*=e,hn.width*=e,hn.top*=t,hn.height*=t;for(let e in Vn)dl(gn,e,hn[e])}Ae=Oe,je=ke,Me=M,Ne=N}er(`setSize`),ze=!1}Ee>0&&De>0&&(d.clearRect(0,0,u.width,u.height),er(`drawClear`),w.forEach(e=>e()),er(`draw`)),hn.show&&He&&(_n(hn),He=!1),O&&Ve&&(Ln(null,!0,!1),Ve=!1),de.show&&de.live&&Ue&&(In(),Ue=!1),c||(c=!0,r.status=1,er(`ready`)),gt=!1,Jt=!1}r.redraw=(e,t)=>{Be=t||!1,e===!1?Qt():yn(S,E.min,E.max)};function tn(e,n){let i=b[e];if(i.from==null){if(ft==0){let t=i.range(r,n.min,n.max,e);n.min=t[0],n.max=t[1]}if(n.min>n.max){let e=n.min;n.min=n.max,n.max=e}if(ft>1&&n.min!=null&&n.max!=null&&n.max-n.min<1e-16)return;e==S&&i.distr==2&&ft>0&&(n.min=wl(n.min,t[0]),n.max=wl(n.max,t[0]),n.min==n.max&&n.max++),ie[e]=n,Re=!0,Qt()}}r.setScale=tn;let nn,I,L,R,z,rn,an,on,sn,cn,ln,un,dn=!1,fn=D.drag,pn=fn.x,mn=fn.y;O&&(D.x&&(nn=pl(Dc,m)),D.y&&(I=pl(Oc,m)),E.ori==0?(L=nn,R=I):(L=I,R=nn),ln=D.left,un=D.top);let hn=r.select=Pu({show:!0,over:!0,left:0,width:0,top:0,height:0},e.select),gn=hn.show?pl(Ec,hn.over?m:p):null;function _n(e,t){if(hn.show){for(let t in e)hn[t]=e[t],t in Vn&&dl(gn,t,e[t]);t!==!1&&er(`setSelect`)}}r.setSelect=_n;function vn(e){if(v[e].show)fe&&ul(_e[e],Tc);else if(fe&&ll(_e[e],Tc),O){let t=et?tt[0]:tt[e];t!=null&&hl(t,-10,-10,M,N)}}function yn(e,t,n){tn(e,{min:t,max:n})}function bn(e,t,n,a){t.focus!=null&&On(e),t.show!=null&&v.forEach((n,r)=>{r>0&&(e==r||e==null)&&(n.show=t.show,vn(r),i==2?(yn(n.facets[0].scale,null,null),yn(n.facets[1].scale,null,null)):yn(n.scale,null,null),Qt())}),n!==!1&&er(`setSeries`,e,t),a&&U(`setSeries`,r,e,t)}r.setSeries=bn;function B(e,t){Pu(x[e],t)}function xn(e,t){e.fill=$(e.fill||null),e.dir=Rl(e.dir,-1),t??=x.length,x.splice(t,0,e)}function Sn(e){e==null?x.length=0:x.splice(e,1)}r.addBand=xn,r.setBand=B,r.delBand=Sn;function Cn(e,t){v[e].alpha=t,O&&tt[e]!=null&&(tt[e].style.opacity=t),fe&&_e[e]&&(_e[e].style.opacity=t)}let wn,Tn,En,Dn={focus:!0};function On(e){if(e!=En){let t=e==null,n=Qe.alpha!=1;v.forEach((r,a)=>{if(i==1||a>0){let i=t||a==0||a==e;r._focus=t?null:i,n&&Cn(a,i?1:Qe.alpha)}}),En=e,n&&Qt()}}fe&&$e&&we(Yc,me,e=>{D._lock||(Xe(e),En!=null&&bn(null,Dn,!0,nr.setSeries))});function kn(e,t,n){let r=b[t];n&&(e=e/ol-(r.ori==1?ke:Oe));let i=M;r.ori==1&&(i=N,e=i-e),r.dir==-1&&(e=i-e);let a=r._min,o=r._max,s=e/i,c=a+(o-a)*s,l=r.distr;return l==3?Zl(10,c):l==4?tu(c,r.asinh):l==100?r.bwd(c):c}function An(e,n){return wl(kn(e,S,n),t[0],pt,mt)}r.valToIdx=e=>wl(e,t[0]),r.posToIdx=An,r.posToVal=kn,r.valToPos=(e,t,n)=>b[t].ori==0?a(e,b[t],n?Ie:M,n?Pe:0):o(e,b[t],n?Le:N,n?Fe:0),r.setCursor=(e,t,n)=>{ln=e.left,un=e.top,Ln(null,t,n)};function jn(e,t){dl(gn,Vc,hn.left=e),dl(gn,Lc,hn.width=t)}function Mn(e,t){dl(gn,zc,hn.top=e),dl(gn,Rc,hn.height=t)}let Nn=E.ori==0?jn:Mn,Pn=E.ori==1?jn:Mn;function Fn(){if(fe&&de.live)for(let e=+(i==2);e<v.length;e++){if(e==0&&A)continue;let t=de.values[e],n=0;for(let r in t)k[e][n++].firstChild.nodeValue=t[r]}}function In(e,t){if(e!=null&&(e.idxs?e.idxs.forEach((e,t)=>{ue[t]=e}):Du(e.idx)||ue.fill(e.idx),de.idx=ue[0]),fe&&de.live){for(let e=0;e<v.length;e++)(e>0||i==1&&!A)&&V(e,ue[e]);Fn()}Ue=!1,t!==!1&&er(`setLegend`)}r.setLegend=In;function V(e,n){let i=v[e],a=e==0&&te==2?ht:t[e],o;A?o=i.values(r,e,n)??ye:(o=i.value(r,n==null?null:a[n],e,n),o=o==null?ye:{_:o}),de.values[e]=o}function Ln(e,n,a){sn=ln,cn=un,[ln,un]=D.move(r,ln,un),D.left=ln,D.top=un,O&&(L&&hl(L,ql(ln),0,M,N),R&&hl(R,0,ql(un),M,N));let o,s=pt>mt;wn=ru,Tn=null;let c=E.ori==0?M:N,l=E.ori==1?M:N;if(ln<0||ft==0||s){o=D.idx=null;for(let e=0;e<v.length;e++){let t=tt[e];t!=null&&hl(t,-10,-10,M,N)}$e&&bn(null,Dn,!0,e==null&&nr.setSeries),de.live&&(ue.fill(o),Ue=!0)}else{let e,n,a;i==1&&(e=E.ori==0?ln:un,n=kn(e,S),o=D.idx=wl(n,t[0],pt,mt),a=ne(t[0][o],E,c,0));let s=-10,u=-10,d=0,f=0,p=!0,m=``,h=``;for(let e=+(i==2);e<v.length;e++){let g=v[e],_=ue[e],y=_==null?null:i==1?t[e][_]:t[e][1][_],x=D.dataIdx(r,e,o,n),S=x==null?null:i==1?t[e][x]:t[e][1][x];if(Ue=Ue||S!=y||x!=_,ue[e]=x,e>0&&g.show){let n=x==null?-10:x==o?a:ne(i==1?t[0][x]:t[e][0][x],E,c,0),_=S==null?-10:re(S,i==1?b[g.scale]:b[g.facets[1].scale],l,0);if($e&&S!=null){let t=E.ori==1?ln:un,n=Gl(Qe.dist(r,e,x,_,t));if(n<wn){let r=Qe.bias;if(r!=0){let i=kn(t,g.scale),a=S>=0?1:-1,o=i>=0?1:-1;o==a&&(o==1?r==1?S>=i:S<=i:r==1?S<=i:S>=i)&&(wn=n,Tn=e)}else wn=n,Tn=e}}if(Ue||et){let t,i;E.ori==0?(t=n,i=_):(t=_,i=n);let a,o,c,l,g,v,y=!0,b=Ze.bbox;if(b!=null){y=!1;let t=b(r,e);c=t.left,l=t.top,a=t.width,o=t.height}else c=t,l=i,a=o=Ze.size(r,e);if(v=Ze.fill(r,e),g=Ze.stroke(r,e),et)e==Tn&&wn<=Qe.prox&&(s=c,u=l,d=a,f=o,p=y,m=v,h=g);else{let t=tt[e];t!=null&&(nt[e]=c,rt[e]=l,yl(t,a,o,y),_l(t,v,g),hl(t,Jl(c),Jl(l),M,N))}}}}if(et){let e=Qe.prox;if(Ue||(En==null?wn<=e:wn>e||Tn!=En)){let e=tt[0];e!=null&&(nt[0]=s,rt[0]=u,yl(e,d,f,p),_l(e,m,h),hl(e,Jl(s),Jl(u),M,N))}}}if(hn.show&&dn){if(e!=null){let[t,n]=nr.scales,[r,i]=nr.match,[a,o]=e.cursor.sync.scales,s=e.cursor.drag;if(pn=s._x,mn=s._y,pn||mn){let{left:s,top:u,width:d,height:f}=e.select,p=e.scales[a].ori,m=e.posToVal,h,g,_,v,y,x=t!=null&&r(t,a),S=n!=null&&i(n,o);x&&pn?(p==0?(h=s,g=d):(h=u,g=f),_=b[t],v=ne(m(h,a),_,c,0),y=ne(m(h+g,a),_,c,0),Nn(Yl(v,y),Gl(y-v))):Nn(0,c),S&&mn?(p==1?(h=s,g=d):(h=u,g=f),_=b[n],v=re(m(h,o),_,l,0),y=re(m(h+g,o),_,l,0),Pn(Yl(v,y),Gl(y-v))):Pn(0,l)}else Hn()}else{let e=Gl(sn-z),t=Gl(cn-rn);if(E.ori==1){let n=e;e=t,t=n}pn=fn.x&&e>=fn.dist,mn=fn.y&&t>=fn.dist;let n=fn.uni;n==null?fn.x&&fn.y&&(pn||mn)&&(pn=mn=!0):pn&&mn&&(pn=e>=n,mn=t>=n,!pn&&!mn&&(t>e?mn=!0:pn=!0));let r,i;pn&&(E.ori==0?(r=an,i=ln):(r=on,i=un),Nn(Yl(r,i),Gl(i-r)),mn||Pn(0,l)),mn&&(E.ori==1?(r=an,i=ln):(r=on,i=un),Pn(Yl(r,i),Gl(i-r)),pn||Nn(0,c)),!pn&&!mn&&(Nn(0,0),Pn(0,0))}}if(fn._x=pn,fn._y=mn,e==null){if(a){if(rr!=null){let[e,t]=nr.scales;nr.values[0]=e==null?null:kn(E.ori==0?ln:un,e),nr.values[1]=t==null?null:kn(E.ori==1?ln:un,t)}U(Gc,r,ln,un,M,N,o)}if($e){let e=a&&nr.setSeries,t=Qe.prox;En==null?wn<=t&&bn(Tn,Dn,!0,e):wn>t?bn(null,Dn,!0,e):Tn!=En&&bn(Tn,Dn,!0,e)}}Ue&&(de.idx=o,In()),n!==!1&&er(`setCursor`)}let Rn=null;Object.defineProperty(r,"rect",{get(){return Rn??H(!1),Rn}});function H(e=!1){e?Rn=null:(Rn=m.getBoundingClientRect(),er(`syncRect`,Rn))}function zn(e,t,n,r,i,a,o){D._lock||dn&&e!=null&&e.movementX==0&&e.movementY==0||(Bn(e,t,n,r,i,a,o,!1,e!=null),e==null?Ln(t,!0,!1):Ln(null,!0,!0))}function Bn(e,t,n,i,a,o,c,l,u){if(Rn??H(!1),Xe(e),e!=null)n=e.clientX-Rn.left,i=e.clientY-Rn.top;else{if(n<0||i<0){ln=-10,un=-10;return}let[e,r]=nr.scales,c=t.cursor.sync,[l,u]=c.values,[d,f]=c.scales,[p,m]=nr.match,h=t.axes[0].side%2==1,g=E.ori==0?M:N,_=E.ori==1?M:N,v=h?o:a,y=h?a:o,x=h?i:n,S=h?n:i;if(n=d==null?x/v*g:p(e,d)?s(l,b[e],g,0):-10,i=f==null?S/y*_:m(r,f)?s(u,b[r],_,0):-10,E.ori==1){let e=n;n=i,i=e}}u&&(t==null||t.cursor.event.type==Gc)&&((n<=1||n>=M-1)&&(n=hu(n,M)),(i<=1||i>=N-1)&&(i=hu(i,N))),l?(z=n,rn=i,[an,on]=D.move(r,n,i)):(ln=n,un=i)}let Vn={width:0,height:0,left:0,top:0};function Hn(){_n(Vn,!1)}let Un,Wn,Gn,Kn;function qn(e,t,n,i,a,o,s){dn=!0,pn=mn=fn._x=fn._y=!1,Bn(e,t,n,i,a,o,s,!0,!1),e!=null&&(we(qc,rl,Jn,!1),U(Kc,r,an,on,M,N,null));let{left:c,top:l,width:u,height:d}=hn;Un=c,Wn=l,Gn=u,Kn=d}function Jn(e,t,n,i,a,o,s){dn=fn._x=fn._y=!1,Bn(e,t,n,i,a,o,s,!1,!0);let{left:c,top:l,width:u,height:d}=hn,f=u>0||d>0,p=Un!=c||Wn!=l||Gn!=u||Kn!=d;if(f&&p&&_n(hn),fn.setScale&&f&&p){let e=c,t=u,n=l,r=d;if(E.ori==1&&(e=l,t=d,n=c,r=u),pn&&yn(S,kn(e,S),kn(e+t,S)),mn)for(let e in b){let t=b[e];e!=S&&t.from==null&&t.min!=ru&&yn(e,kn(n+r,e),kn(n,e))}Hn()}else D.lock&&(D._lock=!D._lock,Ln(t,!0,e!=null));e!=null&&(Te(qc,rl),U(qc,r,ln,un,M,N,null))}function Yn(e,t,n,r,i,a,o){if(D._lock)return;Xe(e);let s=dn;if(dn){let e=!0,t=!0,n,r;E.ori==0?(n=pn,r=mn):(n=mn,r=pn),n&&r&&(e=ln<=10||ln>=M-10,t=un<=10||un>=N-10),n&&e&&(ln=ln<an?0:M),r&&t&&(un=un<on?0:N),Ln(null,!0,!0),dn=!1}ln=-10,un=-10,ue.fill(null),Ln(null,!0,!0),s&&(dn=s)}function Xn(e,t,n,i,a,o,s){D._lock||(Xe(e),vt(),Hn(),e!=null&&U(Xc,r,ln,un,M,N,null))}function Zn(){y.forEach(bp),We(r.width,r.height,!0)}Sl(el,il,Zn);let Qn={};Qn.mousedown=qn,Qn.mousemove=zn,Qn.mouseup=Jn,Qn.dblclick=Xn,Qn.setSeries=(e,t,n,i)=>{let a=nr.match[2];n=a(r,t,n),n!=-1&&bn(n,i,!0,!1)},O&&(we(Kc,m,qn),we(Gc,m,zn),we(Jc,m,e=>{Xe(e),H(!1)}),we(Yc,m,Yn),we(Xc,m,Xn),ip.add(r),r.syncRect=H);let $n=r.hooks=e.hooks||{};function er(e,t,n){Yt?Xt.push([e,t,n]):e in $n&&$n[e].forEach(e=>{e.call(null,r,t,n)})}(e.plugins||[]).forEach(e=>{for(let t in e.hooks)$n[t]=($n[t]||[]).concat(e.hooks[t])});let tr=(e,t,n)=>n,nr=Pu({key:null,setSeries:!1,filters:{pub:du,sub:du},scales:[S,v[1]?v[1].scale:null],match:[fu,fu,tr],values:[null,null]},D.sync);nr.match.length==2&&nr.match.push(tr),D.sync=nr;let rr=nr.key,ir=Tf(rr);function U(e,t,n,r,i,a,o){nr.filters.pub(e,t,n,r,i,a,o)&&ir.pub(e,t,n,r,i,a,o)}ir.sub(r);function ar(e,t,n,r,i,a,o){nr.filters.sub(e,t,n,r,i,a,o)&&Qn[e](null,t,n,r,i,a,o)}r.pub=ar;function or(){ir.unsub(r),ip.delete(r),Ce.clear(),Cl(el,il,Zn),l.remove(),me?.remove(),er(`destroy`)}r.destroy=or;function sr(){er(`init`,e,t),_t(t||e.data,!1),ie[S]?tn(S,ie[S]):vt(),He=hn.show&&(hn.width>0||hn.height>0),Ve=Ue=!0,We(e.width,e.height)}return v.forEach(at),y.forEach(ct),n?n instanceof HTMLElement?(n.appendChild(l),sr()):n(r,sr):sr(),r}xp.assign=Pu,xp.fmtNum=Hl,xp.rangeNum=Ll,xp.rangeLog=jl,xp.rangeAsinh=Ml,xp.orient=Of,xp.pxRatio=ol,xp.join=zu,xp.fmtDate=Qu,xp.tzDate=ed,xp.sync=Tf;{xp.addGap=Nf,xp.clipGaps=Mf;let e=xp.paths={points:qf};e.linear=Zf,e.stepped=Qf,e.bars=ep,e.spline=np}var Sp=W(`<div class="chart svelte-ebaq7g" role="img"></div>`);function Cp(e,t){Re(t,!0);let n,r=It(0),i=matchMedia(`(prefers-color-scheme: dark)`);hn(()=>{let e=()=>Ut(r);return i.addEventListener(`change`,e),()=>{i.removeEventListener(`change`,e)}}),hn(()=>{U(r);let e=getComputedStyle(n),i=t=>e.getPropertyValue(t).trim(),c={font:`12px ${e.fontFamily}`,stroke:i(`--quiet`),grid:{stroke:i(`--line`),width:1},ticks:{stroke:i(`--line`),width:1}},l=t.selected,u=xp.paths.stepped?.({align:-1}),d=new xp({width:n.clientWidth,height:260,legend:{show:!1},cursor:{drag:{x:!1,y:!1},points:{size:7}},tzDate:e=>xp.tzDate(new Date(e*1e3),`Etc/UTC`),series:[{},{stroke:i(`--accent`),width:2,paths:u,points:{show:t.values.length<80,size:6,fill:i(`--paper`)}}],scales:{y:{range:(e,t,n)=>o(Math.min(t,0),Math.max(n,0))}},axes:[{...c,values:(e,t,n,r,i)=>t.map(e=>a(e,i))},{...c,size:56,values:(e,t)=>t.map(e=>ba(e))}],hooks:{draw:[e=>{let n=t.times[l],{ctx:r,bbox:a}=e;r.save(),r.strokeStyle=i(`--quiet`),r.setLineDash([4,4]);let o=Math.round(e.valToPos(0,`y`,!0));if(s(r,a.left,o,a.left+a.width,o),n!==void 0){r.setLineDash([]),r.strokeStyle=i(`--accent`);let t=Math.round(e.valToPos(n,`x`,!0));s(r,t,a.top,t,a.top+a.height)}r.restore()}]}},[t.times,t.values],n);d.over.addEventListener(`click`,()=>{typeof d.cursor.idx==`number`&&t.select(d.cursor.idx)});let f=new ResizeObserver(()=>{n.clientWidth>0&&n.clientWidth!==d.width&&d.setSize({width:n.clientWidth,height:260})});return f.observe(n),()=>{f.disconnect(),d.destroy()}});function a(e,t){let n=86400,r=t>=360*n?{}:t>=28*n?{month:`short`}:{month:`short`,day:`numeric`},i=t>=28*n?{year:`numeric`}:{};return new Intl.DateTimeFormat(void 0,{timeZone:`UTC`,...r,...i}).format(new Date(e*1e3))}function o(e,t){let n=(t-e||1)*.08;return[e===0?0:e-n,t===0?0:t+n]}function s(e,t,n,r,i){e.beginPath(),e.moveTo(t,n),e.lineTo(r,i),e.stroke()}let c=P(()=>t.values.indexOf(Math.max(...t.values)));var l=Sp();_i(l,e=>n=e,()=>n),B((e,n)=>{Y(l,`aria-label`,`${t.label??``}: ${t.values.length??``} points, highest ${e??``} in ${t.names[U(c)]??``??``}, last ${n??``}`),Y(l,`data-points`,t.values.length)},[()=>ba(t.values[U(c)]??0),()=>ba(t.values.at(-1)??0)]),G(e,l),ze()}var wp=W(`<li role="option" class="svelte-2ox8jc"> <span class="quiet"> </span></li>`),Tp=W(`<div class="field find svelte-2ox8jc"><label> </label> <input type="text" role="combobox" autocomplete="off" aria-autocomplete="list" placeholder="type a name"/> <ul role="listbox" class="svelte-2ox8jc"></ul></div>`);function Ep(e,t){let n=Or();Re(t,!0);let r=It(void 0),i=It(0),a=new Ki(`Actors`,Qi,()=>U(r)&&U(r).trim().length>1?{text:Ks(U(r)),first:8}:void 0),o=P(()=>a.data?.search.edges.flatMap(({node:e})=>`key`in e?[e]:[])??[]),s=P(()=>U(r)!==void 0&&U(o).length>0);function c(e){Rt(r,void 0),Rt(i,0),t.choose(e)}function l(e){let t=U(o)[U(i)];if(e.key===`Escape`)Rt(r,void 0),e.stopPropagation();else if(!U(s))return;else if(e.key===`ArrowDown`)Rt(i,(U(i)+1)%U(o).length);else if(e.key===`ArrowUp`)Rt(i,(U(i)+U(o).length-1)%U(o).length);else if(e.key===`Enter`&&t)c(Q(t));else return;e.preventDefault()}var u=Tp(),d=I(u),f=R(d,!0),p=z(d,2);ui(p);var m=z(p,2);J(m,23,()=>U(o),e=>Q(e),(e,t,r)=>{var a=wp(),o=I(a),s=R(z(o),!0);j(a),B(e=>{Y(a,`id`,`${n}-${U(r)??``}`),Y(a,`aria-selected`,U(r)===U(i)),K(o,`${U(t).name??``} `),K(s,e)},[()=>_a(U(t).__typename)]),hr(`mousedown`,a,e=>{e.preventDefault()}),hr(`click`,a,()=>{c(Q(U(t)))}),G(e,a)}),j(m),j(u),B(e=>{Y(d,`for`,n),K(f,t.label),Y(p,`id`,n),Y(p,`aria-expanded`,U(s)),Y(p,`aria-controls`,`${n}-list`),Y(p,`aria-activedescendant`,e),di(p,U(r)??t.name),Y(m,`id`,`${n}-list`),Y(m,`aria-label`,t.label),Y(m,`hidden`,!U(s))},[()=>U(s)?`${n}-${String(U(i))}`:void 0]),hr(`input`,p,e=>{Rt(r,e.currentTarget.value,!0),Rt(i,0)}),hr(`keydown`,p,l),mr(`blur`,p,()=>Rt(r,void 0)),G(e,u),ze()}gr([`input`,`keydown`,`mousedown`,`click`]);var Dp=W(`<!> <!> <!> <!> <!> <!> <!>`,1),Op=W(`<div class="empty"><h2>Nothing here has this id</h2> <p> </p></div>`),kp=W(`<div class="empty"><h2>A pair is two</h2> <p>Both are the same actor: choose another one above.</p></div>`),Ap=W(`<div class="empty"><h2>Choose two actors above</h2> <p>Or take a pair from the <a>overview</a>.</p></div>`),jp=W(`<div class="empty"><h2>Nothing between them counts in this time</h2> <p> <a>timeline</a>.</p></div>`),Mp=W(`<a>Earlier</a>`),Np=W(`<a>Later</a>`),Pp=W(`<li class="svelte-1r8v3xa"><span class="value svelte-1r8v3xa"> </span> <span><!> <span class="quiet"> </span></span></li>`),Fp=W(`<li class="quiet svelte-1r8v3xa">Nothing counts yet at this time.</li>`),Ip=W(`<p class="quiet"> </p>`),Lp=W(`<section class="made svelte-1r8v3xa" aria-labelledby="made"><h2 id="made"> </h2> <p class="steps svelte-1r8v3xa"><!> <!></p> <ol class="parts svelte-1r8v3xa"></ol> <!></section>`),Rp=W(`<li class="svelte-1r8v3xa"><span class="value svelte-1r8v3xa"> </span> <span>without <a> </a>, <span class="quiet"> </span></span></li>`),zp=W(`<section aria-labelledby="without" class="svelte-1r8v3xa"><h2 id="without">Without one outlet</h2> <p class="note">How much of the last value hangs on what one outlet alone reports.</p> <ul class="parts svelte-1r8v3xa"></ul></section>`),Bp=W(`<!> <p class="note"> </p> <!> <!>`,1);function Vp(e,t){Re(t,!0);let n=P(()=>X.values(`tension`)),r=new Ki(`Names`,ra,()=>({ids:U(n).between})),i=e=>{let t=U(n).between[e];if(t===void 0)return``;let i=r.asking?void 0:r.data?.nodes[e];return i&&`name`in i?i.name:t},a=P(()=>r.data&&!r.asking?U(n).between.filter((e,t)=>!r.data?.nodes[t]):[]),o=P(()=>U(n).between.length===2&&U(n).between[0]===U(n).between[1]),s={DAY:30,WEEK:182,MONTH:365,QUARTER:1095,YEAR:3650},c=P(()=>U(n).to||As(r.data?.occurrences.aggregate)),l=P(()=>U(n).from||U(c)&&ja(Aa(U(c))??U(c),-s[U(n).by])),u=new Ki(`Tension`,na,()=>U(n).between.length===2&&U(a).length===0&&!U(o)&&U(l)&&U(c)?{between:U(n).between,from:U(l),to:U(c),by:U(n).by,scale:U(n).scale,halfLife:U(n).half,contributions:25}:void 0),d=P(()=>u.data?.tension),f=P(()=>U(d)?.points??[]),p=P(()=>{let e=U(f).findIndex(e=>e.to===U(n).point);return e>=0?e:U(f).length-1}),m=P(()=>U(f)[U(p)]),h=e=>X.go(X.with({point:U(f)[e]?.to??``})),g=P(()=>U(d)&&U(f).every(e=>e.contributionCount===0)),_=(e,t)=>{let r=[...U(n).between];r[e]=t,X.go(X.with({between:r.filter(e=>e!==void 0),point:``}))},v=P(()=>U(d)?[{caption:`Series`,columns:[{name:`Until the end of`},{name:`Tension`,number:!0},{name:`Change`},{name:`New facts`,number:!0},{name:`Facts`,number:!0}],rows:U(f).map((e,t)=>({href:X.with({point:e.to}),selected:t===U(p),cells:[Z(e.to),ba(e.value),e.change?`${xa(e.change.percent)}, ${ma[e.change.level].words}`:``,ya(e.count),ya(e.contributionCount)]}))},{caption:`What makes the value of ${Z(U(m)?.to)}`,columns:[{name:`Fact`},{name:`From`},{name:`To`},{name:`Code`},{name:`Date`},{name:`Weight`,number:!0},{name:`Left`,number:!0},{name:`Adds`,number:!0}],rows:(U(m)?.contributions??[]).map(e=>({fact:Q(e.fact),cells:[`name`in e.fact?e.fact.name:_a(e.fact.__typename),e.source.name,e.target.name,e.code,Z(e.date),ba(e.weight),ba(e.decay),ba(e.value)]}))},{caption:`Without one outlet`,columns:[{name:`Outlet left out`},{name:`Tension without`,number:!0},{name:`Difference`,number:!0}],rows:U(d).leaveOneOut.map(e=>({href:X.to(`node`,{of:Q(e.outlet)}),cells:[e.outlet.name,ba(e.value),ba(e.difference)]}))}]:[]),y=P(()=>U(n).between.length===2?`Tension: ${i(0)} and ${i(1)}`:`Tension of a pair`);{let t=e=>{var t=Dp(),r=L(t);{let e=P(()=>i(0));Ep(r,{label:`Between`,get name(){return U(e)},choose:e=>_(0,e)})}var a=z(r,2),o=e=>{{let t=P(()=>i(1));Ep(e,{label:`and`,get name(){return U(t)},choose:e=>_(1,e)})}};q(a,e=>{U(n).between.length>0&&e(o)});var s=z(a,2);{let e=P(()=>U(l)??``);Ds(s,{label:`From`,get value(){return U(n).from},get placeholder(){return U(e)},choose:e=>X.go(X.with({from:e}))})}var u=z(s,2);{let e=P(()=>U(c)??``);Ds(u,{label:`To`,get value(){return U(n).to},get placeholder(){return U(e)},choose:e=>X.go(X.with({to:e}))})}var d=z(u,2);{let e=P(()=>Object.entries(ha));Ts(d,{label:`By`,get value(){return U(n).by},get options(){return U(e)},choose:e=>X.go(X.with({by:e,point:``}))})}var f=z(d,2);Ts(f,{label:`Scale`,get value(){return U(n).scale},get options(){return Os},choose:e=>X.go(X.with({scale:e}))});var p=z(f,2);{let e=P(()=>ks(U(n).half));Ts(p,{label:`Half-life`,get value(){return U(n).half},get options(){return U(e)},choose:e=>X.go(X.with({half:e}))})}G(e,t)},s=P(()=>U(d)&&U(l)&&U(c)?`${Z(U(l))} to ${Z(U(c))}. Above 0: conflict; below: cooperation.`:void 0),b=P(()=>[r,u]);Go(e,{get title(){return U(y)},get lead(){return U(s)},get queries(){return U(b)},get tables(){return U(v)},controls:t,children:(e,t)=>{var r=Dr(),i=L(r),s=e=>{var t=Op(),n=R(z(I(t),2));j(t),B(e=>K(n,`The address names ${e??``}, which this Parley does not have. Choose another actor above.`),[()=>U(a).join(` and `)]),G(e,t)},c=e=>{G(e,kp())},l=e=>{var t=Ap(),n=z(I(t),2),r=z(I(n));xe(),j(n),j(t),B(e=>Y(r,`href`,e),[()=>X.to(`overview`)]),G(e,t)},u=e=>{var t=Dr(),r=L(t),i=e=>{var t=jp(),r=z(I(t),2),i=I(r),a=z(i);xe(),j(r),j(t),B(e=>{K(i,`${U(d).undated??``}
          ${U(d).undated===1?`fact has`:`facts have`} no date and ${U(d).uncoded??``}
          ${U(d).uncoded===1?`has`:`have`} no value on this scale. Choose a longer time, or see their `),Y(a,`href`,e)},[()=>X.to(`timeline`,{of:U(n).between})]),G(e,t)},a=e=>{var t=Bp(),n=L(t);{let e=P(()=>U(f).map(e=>Na(e.to))),t=P(()=>U(f).map(e=>e.value)),r=P(()=>U(f).map(e=>Z(e.to)));Cp(n,{get label(){return U(y)},get times(){return U(e)},get values(){return U(t)},get names(){return U(r)},get selected(){return U(p)},select:h})}var r=z(n,2),i=R(r),a=z(r,2),o=e=>{var t=Lp(),n=I(t),r=R(n),i=z(n,2),a=I(i),o=e=>{var t=Mp();B(e=>Y(t,`href`,e),[()=>X.with({point:U(f)[U(p)-1]?.to??``})]),G(e,t)};q(a,e=>{U(p)>0&&e(o)});var s=z(a,2),c=e=>{var t=Np();B(e=>Y(t,`href`,e),[()=>X.with({point:U(f)[U(p)+1]?.to??``})]),G(e,t)};q(s,e=>{U(p)<U(f).length-1&&e(c)}),j(i);var l=z(i,2);J(l,21,()=>U(m).contributions,e=>Q(e.fact)+e.source.key,(e,t)=>{var n=Pp(),r=I(n),i=R(r,!0),a=z(r,2),o=I(a);{let e=P(()=>Q(U(t).fact));Ao(o,{get fact(){return U(e)},children:(e,n)=>{xe();var r=Er();B(e=>K(r,e),[()=>`name`in U(t).fact?U(t).fact.name:_a(U(t).fact.__typename)]),G(e,r)},$$slots:{default:!0}})}var s=R(z(o,2));j(a),j(n),B((e,n,r,a)=>{K(i,e),K(s,`${U(t).source.name??``} to ${U(t).target.name??``}, ${n??``}. CAMEO ${U(t).code??``}: weight ${r??``}, of
                    which
                    ${a??``} is left.`)},[()=>ba(U(t).value),()=>Z(U(t).date),()=>ba(U(t).weight),()=>xa(U(t).decay*100).replace(`+`,``)]),G(e,n)},e=>{G(e,Fp())}),j(l);var u=z(l,2),d=e=>{var t=Ip(),n=R(t);B((e,t)=>K(n,`The greatest ${e??``} of ${t??``}.`),[()=>ya(U(m).contributions.length),()=>ya(U(m).contributionCount)]),G(e,t)};q(u,e=>{U(m).contributionCount>U(m).contributions.length&&e(d)}),j(t),B((e,t)=>K(r,`${e??``}: ${t??``}`),[()=>Z(U(m).to),()=>ba(U(m).value)]),G(e,t)};q(a,e=>{U(m)&&e(o)});var s=z(a,2),c=e=>{var t=zp(),n=z(I(t),4);J(n,21,()=>U(d).leaveOneOut,e=>e.outlet.key,(e,t)=>{var n=Rp(),r=I(n),i=R(r,!0),a=z(r,2),o=z(I(a)),s=R(o,!0),c=R(z(o,2));j(a),j(n),B((e,n,r)=>{K(i,e),Y(o,`href`,n),K(s,U(t).outlet.name),K(c,`which makes ${r??``}`)},[()=>ba(U(t).value),()=>X.to(`node`,{of:Q(U(t).outlet)}),()=>ba(U(t).difference)]),G(e,n)}),j(n),j(t),G(e,t)};q(s,e=>{U(d).leaveOneOut.length>0&&e(c)}),B((e,t,n)=>K(i,`${U(d).formula??``}. Not in it: ${e??``} without a date, ${t??``} without a value on the scale. ${n??``} with a date less precise than a day.`),[()=>ya(U(d).undated),()=>ya(U(d).uncoded),()=>ya(U(d).imprecise)]),G(e,t)};q(r,e=>{U(g)?e(i):e(a,-1)}),G(e,t)};q(i,e=>{U(a).length>0?e(s):U(o)?e(c,1):U(n).between.length<2?e(l,2):U(d)&&e(u,3)}),G(e,r)},$$slots:{controls:!0,default:!0}})}ze()}var Hp=W(`<span class="chip svelte-k2vxlv"> <a class="svelte-k2vxlv">×</a></span>`),Up=W(`<a class="svelte-k2vxlv">Tension</a>`),Wp=W(`<!> <!> <!> <!> <!>`,1),Gp=W(`<div class="empty"><h2 class="svelte-k2vxlv">Nothing here has this id</h2> <p> </p></div>`),Kp=W(`<div class="empty"><h2 class="svelte-k2vxlv">Choose an actor above</h2> <p>With a second one it is the timeline of a pair. Processes and issues have theirs too: see their pages, which <kbd>/</kbd> finds.</p></div>`),qp=W(`<div class="empty"><h2 class="svelte-k2vxlv"> </h2> <p> </p></div>`),Jp=W(`<span> </span>`),Yp=W(`<!> <span class="act"> </span>`,1),Xp=W(`<p class="line quiet">answers <!>: <!></p>`),Zp=W(`<li><p class="line"><span class="quiet"> </span> <!></p> <p class="words"><!></p> <!></li>`),Qp=W(`<section class="svelte-k2vxlv"><h2 class="svelte-k2vxlv"> </h2> <ol class="svelte-k2vxlv"></ol></section>`),$p=W(`<p><a> </a></p>`),em=W(`<div class="lanes svelte-k2vxlv" aria-hidden="true"></div> <!> <!>`,1);function tm(e,t){Re(t,!0);let n=P(()=>X.values(`timeline`)),r=new Ki(`Names`,ra,()=>U(n).of.length>0?{ids:U(n).of}:void 0),i=P(()=>U(n).of.map((e,t)=>{let n=r.asking?void 0:r.data?.nodes[t];return{id:e,name:n?no(n):e}})),a=P(()=>r.data&&!r.asking?U(n).of.filter((e,t)=>!r.data?.nodes[t]):[]),o=new Ki(`Timeline`,aa,()=>U(n).of.length>0&&r.data&&!r.asking&&U(a).length===0?{of:U(n).of,from:U(n).from||null,to:U(n).to||null,first:U(n).rows}:void 0),s=P(()=>o.data?.timeline),c=[`Statements`,`Talks`,`Offers`,`Events`];function l(e){return{Statement:0,Talks:1,OfferStatus:2,Recognition:3,Event:3}[e.__typename]}function u(e){if(e.when)return Z(e.when);let t=e.__typename===`Statement`?e.spokenAtWords:e.__typename===`OfferStatus`?e.atWords:e.__typename===`Event`?e.occurredOnWords:null;return t?`“${t}”`:``}function d(e){switch(e.__typename){case`Statement`:return e.quote?`“${e.quote}”`:e.text;case`Talks`:return`${e.name}: ${Ka(e)}`;case`OfferStatus`:return`${e.of.name}: ${fa[e.state]}`;case`Recognition`:return`${e.by.name} recognises ${e.of.name}, ${va(e.recognitionKind)}`;case`Event`:return e.name}}let f=P(()=>{let e=[];for(let t of U(s)?.nodes??[]){let n=t.when?Z(Ma(t.when)??t.when):`Without a date that can be fixed`,r=e.at(-1);r?.title===n?r.items.push(t):e.push({title:n,items:[t]})}return e}),p=P(()=>[{caption:`What was said and what happened`,columns:[`What`,`Kind`,`Who`,`When`,`Answers`,`Reported`].map(e=>({name:e})),rows:(U(s)?.nodes??[]).map(e=>({fact:Q(e),cells:[d(e),_a(e.__typename),e.__typename===`Statement`?`${Ua(e.speakers)} ${oa[e.act]}`:e.__typename===`Event`?Ua(e.sources):``,u(e),e.__typename===`Statement`?Sa(e.respondsTo.nodes.map(e=>e.name)):``,Z(e.reportedAt)]}))}]);{let t=e=>{var t=Wp(),r=L(t);J(r,17,()=>U(i),e=>e.id,(e,t)=>{var r=Hp(),i=I(r),a=z(i);j(r),B(e=>{K(i,`${U(t).name??``} `),Y(a,`href`,e),Y(a,`aria-label`,`Leave out ${U(t).name??``}`)},[()=>X.with({of:U(n).of.filter(e=>e!==U(t).id),rows:50})]),G(e,r)});var a=z(r,2),o=e=>{{let t=P(()=>U(n).of.length===0?`Of`:`and`);Ep(e,{get label(){return U(t)},name:``,choose:e=>{U(n).of.includes(e)||X.go(X.with({of:[...U(n).of,e],rows:50}))}})}};q(a,e=>{U(n).of.length<4&&e(o)});var s=z(a,2);Ds(s,{label:`From`,get value(){return U(n).from},placeholder:`the beginning`,choose:e=>X.go(X.with({from:e}))});var c=z(s,2);Ds(c,{label:`To`,get value(){return U(n).to},placeholder:`the end`,choose:e=>X.go(X.with({to:e}))});var l=z(c,2),u=e=>{var t=Up();B(e=>Y(t,`href`,e),[()=>X.to(`tension`,{between:U(n).of})]),G(e,t)};q(l,e=>{U(n).of.length===2&&e(u)}),G(e,t)},m=P(()=>U(i).length>0?`Timeline: ${Sa(U(i).map(e=>e.name))}`:`Timeline`),h=P(()=>U(s)?`${ya(U(s).totalCount)} statements, talks, steps of offers, recognitions and events, in order.`:void 0),g=P(()=>[r,o]);Go(e,{get title(){return U(m)},get lead(){return U(h)},get queries(){return U(g)},get tables(){return U(p)},controls:t,children:(e,t)=>{var r=Dr(),i=L(r),p=e=>{var t=Gp(),n=R(z(I(t),2));j(t),B(e=>K(n,`The address names ${e??``}, which this Parley does not have. Leave it out above.`),[()=>U(a).join(` and `)]),G(e,t)},m=e=>{G(e,Kp())},h=e=>{var t=Dr(),r=L(t),i=e=>{var t=qp(),r=I(t),i=R(r),a=R(z(r,2),!0);j(t),B(()=>{K(i,`Nothing is recorded ${U(n).from||U(n).to?`in this time`:`yet`}`),K(a,U(n).from||U(n).to?`Choose a longer time: what has no date is in none.`:`No statement, talks, offer or event involves them.`)}),G(e,t)},a=e=>{var t=em(),r=L(t);J(r,20,()=>c,e=>e,(e,t)=>{var n=Jp(),r=R(n,!0);B(()=>K(r,t)),G(e,n)}),j(r);var i=z(r,2);J(i,17,()=>U(f),Br,(e,t,n)=>{var r=Qp();Y(r,`aria-labelledby`,`group-${n}`);var i=I(r);Y(i,`id`,`group-${n}`);var a=R(i,!0),o=z(i,2);J(o,21,()=>U(t).items,e=>Q(e),(e,t)=>{var n=Zp(),r=I(n),i=I(r),a=R(i,!0),o=z(i);o.nodeValue=`  `;var s=z(o),f=e=>{var n=Yp(),r=L(n);Yo(r,{get nodes(){return U(t).speakers.nodes}});var i=z(r,1,!0);i.nodeValue=` `;var a=R(z(i),!0);B(()=>K(a,oa[U(t).act])),G(e,n)},p=e=>{var n=Yp(),r=L(n);Yo(r,{get nodes(){return U(t).sources.nodes}});var i=z(r,1,!0);i.nodeValue=` `;var a=R(z(i),!0);B(e=>K(a,e),[()=>U(t).goldstein===null?``:ba(U(t).goldstein)]),G(e,n)},m=e=>{Yo(e,{get nodes(){return U(t).parties.nodes}})};q(s,e=>{U(t).__typename===`Statement`?e(f):U(t).__typename===`Event`?e(p,1):U(t).__typename===`Talks`&&e(m,2)}),j(r);var h=z(r,2),g=I(h);{let e=P(()=>Q(U(t)));Ao(g,{get fact(){return U(e)},children:(e,n)=>{xe();var r=Er();B(e=>K(r,e),[()=>d(U(t))]),G(e,r)},$$slots:{default:!0}})}j(h);var _=z(h,2),v=e=>{var n=Dr();J(L(n),17,()=>U(t).respondsTo.nodes,e=>e.key,(e,t)=>{var n=Xp(),r=z(I(n));Yo(r,{get nodes(){return U(t).speakers.nodes}});var i=z(r,2);{let e=P(()=>Q(U(t)));Ao(i,{get fact(){return U(e)},children:(e,n)=>{xe();var r=Er();B(()=>K(r,U(t).quote?`“${U(t).quote}”`:U(t).text)),G(e,r)},$$slots:{default:!0}})}j(n),G(e,n)}),G(e,n)};q(_,e=>{U(t).__typename===`Statement`&&e(v)}),j(n),B((e,t,r)=>{$r(n,1,`lane-${e??``}`,`svelte-k2vxlv`),Y(n,`data-lane`,t),K(a,r)},[()=>l(U(t)),()=>c[l(U(t))],()=>u(U(t))]),G(e,n)}),j(o),j(r),B(()=>K(a,U(t).title)),G(e,r)});var a=z(i,2),p=e=>{var t=$p(),r=I(t),i=R(r);j(t),B((e,t,n)=>{Y(r,`href`,e),K(i,`Show more: ${t??``} of ${n??``} are shown`)},[()=>X.with({rows:Math.min(500,U(n).rows+50)}),()=>ya(U(s).nodes.length),()=>ya(U(s).totalCount)]),G(e,t)};q(a,e=>{o.data?.timeline.pageInfo.hasNextPage&&e(p)}),G(e,t)};q(r,e=>{U(s).nodes.length===0?e(i):e(a,-1)}),G(e,t)};q(i,e=>{U(a).length>0?e(p):U(n).of.length===0?e(m,1):U(s)&&e(h,2)}),G(e,r)},$$slots:{controls:!0,default:!0}})}ze()}var nm=W(`<a> </a>`),rm=W(`<div class="empty"><h1 tabindex="-1"> </h1> <p>The address is kept as it is: <code> </code></p> <p>It may be of a later Parley. <a>Go to the overview</a>.</p></div>`),im=W(`<div class="empty"><h1 tabindex="-1"> </h1> <p>This one makes links of version 1, in which it may mean something else. The address is kept as it is: <code> </code></p> <p><a>Open it as it reads here</a>, or <a>go to the overview</a>.</p></div>`),am=W(`<p>The address says <code> </code> </p>`),om=W(`<div class="faults" role="status"></div>`),sm=W(`<!> <!>`,1),cm=W(`<a class="skip" href="#main">To the content</a> <header class="top"><a class="name">Parley</a> <nav aria-label="Views"></nav> <form role="search"><input type="search" aria-label="Search" placeholder="Search names, words, sentences" autocomplete="off"/></form></header> <div><main id="main"><!></main> <!></div> <footer class="foot"><p>Facts rest on the words of articles: open one to read them. <button type="button" class="plain">Keys</button> <a href="/about">For developers</a> <a href="/graphiql">GraphiQL</a></p></footer> <!>`,1);function lm(e,t){Re(t,!0);let n={overview:Gs,search:tc,node:Ss,tension:Vp,talks:hc,timeline:tm},r=[[`overview`,`Overview`],[`tension`,`Tension`],[`talks`,`Talks`],[`timeline`,`Timeline`]],i=[[`/`,`search`],...r.map(([,e],t)=>[String(t+1),e]),[`t`,`as a table, as a figure`],[`Enter`,`evidence of the fact that has the focus`],[`Esc`,`close the evidence`],[`?`,`these keys`]],a=P(()=>X.address),o=P(()=>U(a).kind===`view`?n[U(a).view]:void 0),s=P(()=>U(a).kind===`view`&&U(a).view===`node`?X.values(`node`).of:``),c,l=It(!1),u;function d(e,t){clearTimeout(u),u=setTimeout(()=>{U(a).kind===`view`&&U(a).view===`search`?X.slide(X.with({q:e,rows:25})):e.trim()!==``&&X.go(X.to(`search`,{q:e}))},t)}function f(e){let t=e.target;if(e.key===`Escape`&&X.common.sel&&!U(l)){X.go(X.with({sel:``}));return}if(U(l)||e.ctrlKey||e.metaKey||e.altKey||X.common.keys===`off`||t.closest(`input, select, textarea`))return;let n=r[Number(e.key)-1];if(e.key===`/`)c.focus();else if(e.key===`?`)Rt(l,!0);else if(e.key===`t`)X.go(X.with({as:X.common.as===`table`?`figure`:`table`}));else if(n)X.go(X.to(n[0]));else return;e.preventDefault()}var p=cm();mr(`keydown`,Yt,f);var h=L(p),g=z(h,2),_=I(g),v=z(_,2);J(v,21,()=>r,([e,t])=>e,(e,t)=>{var n=P(()=>m(U(t),2));let r=()=>U(n)[0],i=()=>U(n)[1];var o=nm(),s=R(o,!0);B(e=>{Y(o,`href`,e),Y(o,`aria-current`,U(a).kind===`view`&&U(a).view===r()?`page`:void 0),K(s,i())},[()=>X.to(r())]),G(e,o)}),j(v);var y=z(v,2),b=I(y);ui(b),_i(b,e=>c=e,()=>c),j(y),j(g);var x=z(g,2);let S;var C=I(x),w=I(C),ee=e=>{var t=rm(),n=I(t),r=R(n),i=z(n,2),o=R(z(I(i)),!0);j(i);var s=z(i,2),c=z(I(s));xe(),j(s),j(t),B(e=>{K(r,`There is no view “${U(a).name??``}”`),K(o,U(a).hash),Y(c,`href`,e)},[()=>X.to(`overview`)]),G(e,t)},T=e=>{var t=im(),n=I(t),r=R(n),i=z(n,2),o=R(z(I(i)),!0);j(i);var s=z(i,2),c=I(s),l=z(c,2);xe(),j(s),j(t),B(e=>{K(r,`This link is of version ${U(a).version??``} of the dashboard`),K(o,U(a).hash),Y(c,`href`,U(a).current),Y(l,`href`,e)},[()=>X.to(`overview`)]),G(e,t)},E=e=>{var t=sm(),n=L(t),r=e=>{var t=om();J(t,21,()=>U(a).faults,e=>e.name,(e,t)=>{var n=am(),r=z(I(n)),i=R(r),a=z(r);j(n),B(()=>{K(i,`${U(t).name??``}=${U(t).text??``}`),K(a,`, but this must be ${U(t).wants??``}. It is kept, and not used.`)}),G(e,n)}),j(t),G(e,t)};q(n,e=>{U(a).faults.length>0&&e(r)}),zr(z(n,2),()=>U(s),e=>{var t=Dr();Xr(L(t),()=>U(o),(e,t)=>{t(e,{})}),G(e,t)}),G(e,t)};q(w,e=>{U(a).kind===`unknown view`?e(ee):U(a).kind===`other version`?e(T,1):U(o)&&e(E,2)}),j(C);var te=z(C,2),ne=e=>{Oo(e,{get fact(){return X.common.sel}})};q(te,e=>{X.common.sel!==``&&U(o)&&e(ne)}),j(x);var re=z(x,2),ie=I(re),ae=z(I(ie));xe(4),j(ie),j(re);var oe=z(re,2),se=e=>{zi(e,{get keys(){return i},close:()=>Rt(l,!1)})};q(oe,e=>{U(l)&&e(se)}),B((e,t)=>{Y(_,`href`,e),di(b,t),S=$r(x,1,`page`,null,S,{beside:X.common.sel!==``&&U(o)})},[()=>X.to(`overview`),()=>X.values(`search`).q]),hr(`click`,h,e=>{e.preventDefault(),document.querySelector(`h1`)?.focus()}),mr(`submit`,y,e=>{e.preventDefault(),d(c.value,0)}),hr(`input`,b,e=>{d(e.currentTarget.value,200)}),hr(`click`,ae,()=>Rt(l,!0)),G(e,p),ze()}gr([`click`,`input`]);var um=document.getElementById(`app`);if(!um)throw Error(`the page has no place for the dashboard`);Nr(lm,{target:um});
/**
 * The map's own script: pans, zooms, finds. Plain JavaScript that reads the JSON beside it and asks nobody for anything but pictures. Kept as a
 * text, so that a page can name its hash in its content policy.
 */
export const MAP_SCRIPT = `
'use strict';
const data = JSON.parse(document.getElementById('map-data').textContent);
const canvas = document.getElementById('map');
const card = document.getElementById('map-card');
const search = document.getElementById('map-search');
const pen = canvas.getContext('2d');
function spanOf(axis) {
  let least = Infinity, most = -Infinity;
  for (const title of data.titles) { least = Math.min(least, title[axis]); most = Math.max(most, title[axis]); }
  return most < least ? { middle: 0, length: 0 } : { middle: (least + most) / 2, length: most - least };
}
const across = spanOf('x'), down = spanOf('y');
// Near enough to see some dozen titles around one; of few titles all of them.
const closeUp = Math.min(4, Math.sqrt(data.titles.length / 25));
const isSmall = data.titles.length <= 40;
const view = { x: across.middle, y: down.middle, scale: 1 };
let chosen = null, hovered = null, found = new Set();
const hue = (community) => (community * 137.508) % 360;
const levelOf = () => (view.scale < 2.2 ? 1 : view.scale < 5 ? 2 : 3);
const unit = () => Math.min((canvas.clientWidth - 90) / Math.max(1, across.length), (canvas.clientHeight - 70) / Math.max(1, down.length)) * view.scale;
const toScreen = ({ x, y }) => [canvas.clientWidth / 2 + (x - view.x) * unit(), canvas.clientHeight / 2 + (y - view.y) * unit()];
function style(name) { return getComputedStyle(document.documentElement).getPropertyValue(name); }
function draw() {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = canvas.clientWidth * ratio; canvas.height = canvas.clientHeight * ratio;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  const level = levelOf(), radius = Math.min(7, 1.6 + view.scale * .5);
  for (const title of data.titles) {
    const [x, y] = toScreen(title);
    if (x < -9 || y < -9 || x > canvas.clientWidth + 9 || y > canvas.clientHeight + 9) continue;
    const isLit = title === chosen || title === hovered || found.has(title);
    pen.globalAlpha = found.size > 0 && !isLit ? .18 : .85;
    pen.fillStyle = 'hsl(' + hue(title.communities[level - 1]) + ' 62% 58%)';
    pen.beginPath(); pen.arc(x, y, isLit ? radius + 3 : radius, 0, 7); pen.fill();
    if (isLit) { pen.lineWidth = 2; pen.strokeStyle = style('--text'); pen.stroke(); }
  }
  pen.globalAlpha = 1; pen.textAlign = 'center'; pen.lineWidth = 4; pen.lineJoin = 'round';
  pen.strokeStyle = style('--bg'); pen.fillStyle = style('--text');
  const taken = [];
  const write = (text, point, size) => {
    const [x, y] = toScreen(point), half = text.length * size * .28;
    if (x < 0 || y < 0 || x > canvas.clientWidth || y > canvas.clientHeight) return;
    if (taken.some(([a, b, c, d]) => Math.abs(x - a) < half + c && Math.abs(y - b) < size + d)) return;
    taken.push([x, y, half, size]);
    pen.font = '600 ' + size + 'px system-ui, sans-serif';
    pen.strokeText(text, x, y); pen.fillText(text, x, y);
  };
  for (const community of data.communities) if (community.level === level && community.label) write(community.label, community, 13);
  if (view.scale > 9 || isSmall) for (const title of data.titles) write(title.name, { x: title.x, y: title.y - 9 / unit() }, 11);
}
function nearest(x, y) {
  let best = null, least = 14 * 14;
  for (const title of data.titles) {
    const [a, b] = toScreen(title), distance = (a - x) ** 2 + (b - y) ** 2;
    if (distance < least) { least = distance; best = title; }
  }
  return best;
}
function line(parent, tag, text) { const node = document.createElement(tag); node.textContent = text; parent.append(node); return node; }
function show(title) {
  card.replaceChildren();
  card.hidden = title === null;
  if (title === null) return;
  if (title.picture) { const image = line(card, 'img', ''); image.src = title.picture; image.alt = title.name; }
  line(card, 'h2', title.name + (title.year ? ' (' + title.year + ')' : ''));
  if (title.genres.length) line(card, 'p', title.genres.join(', '));
  if (title === chosen && title.similar.length) {
    line(card, 'h3', 'Similar titles');
    const list = line(card, 'ol', '');
    for (const { at, why } of title.similar) {
      const item = line(list, 'li', '');
      const button = line(item, 'button', data.titles[at].name);
      button.addEventListener('click', () => choose(data.titles[at]));
      line(item, 'span', why);
    }
  }
}
function choose(title) { chosen = title; show(title); if (title && !isSmall) { view.x = title.x; view.y = title.y; view.scale = Math.max(view.scale, closeUp); } draw(); }
function zoom(factor, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2) {
  const before = unit();
  const next = Math.min(40, Math.max(.5, view.scale * factor));
  const [dx, dy] = [x - canvas.clientWidth / 2, y - canvas.clientHeight / 2];
  view.scale = next;
  view.x += dx / before - dx / unit(); view.y += dy / before - dy / unit();
  draw();
}
let dragged = null;
canvas.addEventListener('pointerdown', (event) => { dragged = { x: event.offsetX, y: event.offsetY, moved: 0 }; canvas.setPointerCapture(event.pointerId); });
canvas.addEventListener('pointermove', (event) => {
  if (dragged) {
    view.x -= (event.offsetX - dragged.x) / unit(); view.y -= (event.offsetY - dragged.y) / unit();
    dragged = { x: event.offsetX, y: event.offsetY, moved: dragged.moved + 1 };
    draw();
    return;
  }
  const title = nearest(event.offsetX, event.offsetY);
  if (title !== hovered) { hovered = title; show(title ?? chosen); draw(); }
});
canvas.addEventListener('pointerup', (event) => { const still = dragged && dragged.moved < 3; dragged = null; if (still) choose(nearest(event.offsetX, event.offsetY)); });
canvas.addEventListener('wheel', (event) => { event.preventDefault(); zoom(Math.exp(-event.deltaY * .0016), event.offsetX, event.offsetY); }, { passive: false });
canvas.addEventListener('keydown', (event) => {
  const step = 40 / unit();
  const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
  if (event.key === '+' || event.key === '=') zoom(1.4);
  else if (event.key === '-') zoom(1 / 1.4);
  else if (event.key === '0') { view.x = across.middle; view.y = down.middle; view.scale = 1; draw(); }
  else if (event.key === 'Escape') choose(null);
  else if (moves[event.key]) { view.x += moves[event.key][0]; view.y += moves[event.key][1]; event.preventDefault(); draw(); }
});
document.getElementById('map-in').addEventListener('click', () => zoom(1.6));
document.getElementById('map-out').addEventListener('click', () => zoom(1 / 1.6));
search.addEventListener('input', () => {
  const wanted = search.value.trim().toLowerCase();
  found = new Set(wanted.length < 2 ? [] : data.titles.filter(({ name }) => name.toLowerCase().includes(wanted)));
  document.getElementById('map-found').textContent = wanted.length < 2 ? '' : found.size + ' found';
  draw();
});
search.addEventListener('keydown', (event) => { if (event.key === 'Enter' && found.size > 0) choose([...found][0]); });
for (const button of document.querySelectorAll('[data-title]')) button.addEventListener('click', () => choose(data.titles[Number(button.dataset.title)]));
window.addEventListener('resize', draw);
draw();
`;

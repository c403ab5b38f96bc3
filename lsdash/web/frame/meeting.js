// The screen of a meeting: how much larger it is than 1280 × 720, which words follow by themselves and
// the server draws its charts by; and its keys. The arrow keys, a clicker's Page Up and Page Down, and
// Escape follow the links of the meeting bar, so that Back knows every step; N opens the speaker's note.
// Who presses faster than screens come is taken as many steps on: each press waits for the bar to move.
const KEYS = { ArrowLeft: "previous", ArrowRight: "next", PageUp: "previous", PageDown: "next", Escape: "leave", n: "note" };
const PHONE = 1000;
const LOOK = 30, PATIENCE = 5000; // milliseconds

const measured = () => {
  if (window.innerWidth < PHONE) return 0;
  const larger = Math.min(window.innerWidth / 1280, window.innerHeight / 720);
  return Math.max(1, Math.floor(larger * 20) / 20);
};

const bar = () => Array.from(document.querySelectorAll(".meeting a[data-way]"), (way) => way.href).join();
const pressed = [];
let isMoving = false;

const step = () => {
  const name = pressed.shift();
  const link = name && document.querySelector(`.meeting a[data-way=${name}]`);
  isMoving = Boolean(link);
  if (!link) return void (pressed.length = 0);
  const before = bar(), since = performance.now();
  link.click();
  const look = setInterval(() => {
    if (bar() === before && performance.now() - since < PATIENCE) return;
    clearInterval(look);
    step();
  }, LOOK);
};

let leave = () => {}; // called anew for new data, and nothing may listen twice

export default function ({ data, setStateValue }) {
  const page = document.documentElement;
  const measure = () => {
    const larger = measured();
    page.style.setProperty("--larger", larger || 1);
    if (larger !== data.larger) setStateValue("larger", larger);
  };
  const follow = (event) => {
    if (event.repeat || event.defaultPrevented) return;
    const name = KEYS[event.key];
    const isWriting = event.target.closest?.("input, textarea, select, [contenteditable=true]");
    if (!name || isWriting || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const note = document.querySelector(".meeting details");
    if (name === "note" && note) note.open = !note.open;
    if (!isMoving && !document.querySelector(`.meeting a[data-way=${name}]`)) return;
    event.preventDefault();
    pressed.push(name);
    if (!isMoving) step();
  };
  leave();
  measure();
  window.addEventListener("resize", measure);
  window.addEventListener("keydown", follow);
  leave = () => {
    window.removeEventListener("resize", measure);
    window.removeEventListener("keydown", follow);
  };
  return leave;
}

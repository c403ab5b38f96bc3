// The screen of a meeting: how much larger it is than 1280 × 720, which words follow by themselves and
// the server draws its charts by; and its keys. The arrow keys, a clicker's Page Up and Page Down, and
// Escape follow the links of the meeting bar, so that Back knows every step; N opens the speaker's note.
const KEYS = { ArrowLeft: "previous", ArrowRight: "next", PageUp: "previous", PageDown: "next", Escape: "leave", n: "note" };
const PHONE = 1000;

const measured = () => {
  if (window.innerWidth < PHONE) return 0;
  const larger = Math.min(window.innerWidth / 1280, window.innerHeight / 720);
  return Math.max(1, Math.floor(larger * 20) / 20);
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
    const link = document.querySelector(`.meeting a[data-way=${name}]`);
    if (link) {
      event.preventDefault();
      link.click();
    }
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

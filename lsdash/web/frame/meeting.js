// N opens the speaker's note. The arrow keys, a clicker's Page Up and Page Down, and Escape follow the links of the meeting bar, so that Back knows every step.
const KEYS = { ArrowLeft: "previous", ArrowRight: "next", PageUp: "previous", PageDown: "next", Escape: "leave", n: "note" };

export default function () {
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
  window.addEventListener("keydown", follow);
  return () => window.removeEventListener("keydown", follow);
}

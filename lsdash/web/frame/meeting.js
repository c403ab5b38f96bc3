// The arrow keys and Escape follow the links of the meeting bar, so that Back knows every step.
const KEYS = { ArrowLeft: "previous", ArrowRight: "next", PageUp: "previous", PageDown: "next", Escape: "leave" };

export default function () {
  const follow = (event) => {
    if (event.repeat || event.defaultPrevented) return;
    const name = KEYS[event.key];
    const isWriting = event.target.closest?.("input, textarea, select, [contenteditable=true]");
    if (!name || isWriting || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = document.querySelector(`.meeting a[data-way=${name}]`);
    if (link) {
      event.preventDefault();
      link.click();
    }
  };
  window.addEventListener("keydown", follow);
  return () => window.removeEventListener("keydown", follow);
}

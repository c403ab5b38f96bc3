// Copies the link as soon as it is shown, and again at a click. On plain http the browser has no
// clipboard of its own for pages: the old way, a selected field, serves there.
export default function ({ parentElement, data }) {
  const button = parentElement.querySelector("button");
  const said = parentElement.querySelector("span");
  const copied = async () => {
    if (navigator.clipboard && window.isSecureContext) {
      await navigator.clipboard.writeText(data.link);
      return true;
    }
    const field = document.createElement("textarea");
    field.value = data.link;
    field.style.position = "fixed";
    field.style.opacity = "0";
    // Inside the open dialog: what lies behind it cannot take the focus.
    (button.getRootNode().host?.parentElement ?? document.body).append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  };
  const copy = async () => {
    const done = await copied().catch(() => false);
    said.textContent = done ? data.copied : data.select;
  };
  button.textContent = data.label;
  button.onclick = copy;
  if (button.dataset.link !== data.link) {
    button.dataset.link = data.link;
    copy();
  }
}

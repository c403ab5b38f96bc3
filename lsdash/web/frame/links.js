// Links of ours change page and view without loading the app anew: the address goes into the history,
// once, and Streamlit takes it from there as it takes Back and Forward.
function followLinks() {
  const follow = (event) => {
    const isOurs = !event.button && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const link = event.target.closest?.("a[data-way]");
    if (!link || !isOurs || event.defaultPrevented) return;
    event.preventDefault();
    const connection = document.querySelector(".stApp")?.dataset.testConnectionState ?? "CONNECTED";
    if (connection !== "CONNECTED") return; // the page stays, and comes back with the server
    if (link.href !== window.location.href) window.history.pushState({}, "", link.href);
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  };
  document.addEventListener("click", follow);
  return () => document.removeEventListener("click", follow);
}

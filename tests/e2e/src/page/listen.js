// Keeps what goes wrong in this page from now on.
if (!window.e2eHeard) {
  const heard = (window.e2eHeard = []);
  const say = (level, words) => heard.push(`${level} ${words}`);
  addEventListener("error", (event) => say("ERROR", event.message || `could not load ${event.target.src || event.target.href}`), true);
  addEventListener("unhandledrejection", (event) => say("ERROR", `unhandled rejection: ${event.reason}`));
  addEventListener("securitypolicyviolation", (event) => say("ERROR", `refused by ${event.violatedDirective}: ${event.blockedURI}`));
  for (const [method, level] of [["error", "ERROR"], ["warn", "WARN"]]) {
    const original = console[method];
    console[method] = (...words) => {
      say(level, words.map(String).join(" "));
      original.apply(console, words);
    };
  }
}

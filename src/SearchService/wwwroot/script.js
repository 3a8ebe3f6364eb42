// What the pages can do without it, they do without it: this adds suggestions, results while typing, and the drag over the dates.
"use strict";
(() => {
  document.documentElement.classList.add("js");
})();

// Moves the bar of a rebuild and, at its end, shows the page as it is then. Without it the page does so by coming anew.
"use strict";
(() => {
  const every = 500; // ms
  const patience = 20; // failures in a row: the service may be busy, but not for ever
  const number = new Intl.NumberFormat("fr-FR");
  const percent = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1 });
  const status = document.getElementById("annonce");
  let failures = 0;
  let told = "";

  const say = text => {
    if (text !== told) status.textContent = told = text;
  };

  const renew = async () => {
    const answer = await fetch("/administration", { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.getElementById("etat");
    if (!next) return location.reload(); // the session has ended
    const focused = document.getElementById("etat").contains(document.activeElement);
    document.getElementById("etat").replaceWith(document.adoptNode(next));
    if (focused) document.getElementById("travail-titre").focus();
    const state = document.getElementById("travail-etat");
    if (state) say(state.textContent);
    watch();
  };

  const show = work => {
    document.getElementById("travail-barre").value = work.percent;
    if (work.total > 0) {
      const left = work.etaSeconds > 0 ? `, encore ${work.etaSeconds < 90 ? Math.ceil(work.etaSeconds) + "\u00A0s" : Math.ceil(work.etaSeconds / 60) + "\u00A0min"} environ` : "";
      document.getElementById("travail-chiffres").textContent =
        `${number.format(work.processed)} articles sur ${number.format(work.total)} (${percent.format(work.percent)}\u202F%)${left}`;
    }
    if (work.state === "running") say(`${Math.floor(work.percent / 10) * 10}\u202F%`); // not more often than somebody can listen
  };

  const watch = () => {
    const address = document.getElementById("etat")?.dataset.work;
    if (!address) return;
    setTimeout(async () => {
      try {
        const answer = await fetch(address);
        const work = await answer.json();
        if (answer.status === 404 || ["succeeded", "failed", "canceled"].includes(work.state)) return await renew();
        if (!answer.ok) throw new Error(answer.statusText);
        failures = 0;
        show(work);
      } catch {
        if (++failures > patience) return;
      }
      watch();
    }, every);
  };

  watch();
})();
